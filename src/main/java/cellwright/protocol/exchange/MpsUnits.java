package cellwright.protocol.exchange;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and units of EC-Lab settings, in which the decimal mark is the locale's. */
final class MpsUnits {
    private static final Map<Character, Integer> PREFIXES =
            Map.of('M', 6, 'k', 3, 'm', -3, 'µ', -6, 'μ', -6, 'u', -6, 'n', -9, 'p', -12);
    private static final Map<String, Long> SECONDS = Map.of("d", 86_400L, "h", 3600L, "mn", 60L, "min", 60L, "s", 1L);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,])?[0-9]*(?:[eE][+-]?[0-9]{1,3})?");

    /** The mark met first; a file uses one. */
    private Optional<String> mark = Optional.empty();

    /** A number; what is wrong with it otherwise. */
    BigDecimal number(String text) throws Wrong {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new Wrong("\"" + text + "\" is no number");
        }
        if (matcher.group(1) != null) {
            if (mark.isPresent() && !mark.get().equals(matcher.group(1))) {
                throw new Wrong("\"" + text + "\" has another decimal mark than the numbers before it; is it a"
                        + " thousand or a fraction? Save the file again with one decimal mark");
            }
            mark = Optional.of(matcher.group(1));
        }
        return Exact.number(text.replace(',', '.')).orElseThrow(() -> new Wrong("\"" + text + "\" is no number"));
    }

    /** A number with a unit, in SI. */
    double si(String number, String unit, String base) throws Wrong {
        return Exact.shifted(number(number), power(unit, base))
                .orElseThrow(() -> new Wrong("\"" + number + " " + unit + "\" is too large or too small"));
    }

    private static int power(String unit, String base) throws Wrong {
        if (unit.equals(base)) {
            return 0;
        }
        boolean prefixed = unit.length() == base.length() + 1 && unit.endsWith(base);
        Integer power = prefixed ? PREFIXES.get(unit.charAt(0)) : null;
        if (power == null) {
            throw new Wrong("the unit \"" + unit + "\" is not known here; expected " + base + " or a multiple such as m"
                    + base + (unit.startsWith("Â") ? "; the file was saved as UTF-8 by another program" : ""));
        }
        return power;
    }

    /** A time in seconds. */
    BigDecimal seconds(String number, String unit) throws Wrong {
        Long factor = SECONDS.get(unit);
        return factor != null
                ? number(number).multiply(BigDecimal.valueOf(factor))
                : number(number).scaleByPowerOfTen(power(unit, "s"));
    }

    /** A number that cannot be used. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }
}
