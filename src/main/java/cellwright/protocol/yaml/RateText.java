package cellwright.protocol.yaml;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Currents as multiples of 1C: "C/5", "3C", "0.2C", "3C/2", "-C/5". */
final class RateText {
    private static final Pattern FORM =
            Pattern.compile("([+\\-\u2212]?)([0-9]+(?:\\.[0-9]+)?)?\\s*C(?:\\s*/\\s*([0-9]+(?:\\.[0-9]+)?))?");

    private RateText() {}

    /** The multiple, signed as written; empty if the text is nothing of the kind. */
    static Optional<Double> parse(String text) throws Misfit {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || text.length() > 40) {
            return Optional.empty();
        }
        double times = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
        double over = matcher.group(3) == null ? 1 : Double.parseDouble(matcher.group(3));
        double multiple = times / over;
        if (!(multiple > 0) || !Double.isFinite(multiple)) {
            throw new Misfit("\"" + text + "\" must be a C-rate above 0, such as C/5 or 3C");
        }
        boolean negative = "-".equals(matcher.group(1)) || "\u2212".equals(matcher.group(1));
        return Optional.of(negative ? -multiple : multiple);
    }

    /** The text that reads back as this multiple. */
    static String write(double multiple) {
        long over = Math.round(1 / multiple);
        if (over > 1 && over <= 1_000_000 && 1.0 / over == multiple) {
            return "C/" + over;
        }
        return new BigDecimal(Double.toString(multiple)).stripTrailingZeros().toPlainString() + "C";
    }
}
