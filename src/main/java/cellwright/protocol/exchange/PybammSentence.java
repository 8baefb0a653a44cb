package cellwright.protocol.exchange;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence of a PyBaMM experiment, as PyBaMM itself takes it apart: not by a grammar but by splitting at words in a fixed
 * order, so that what it refuses is refused here too. Its own signs are kept: a charge is negative.
 *
 * @param type what is controlled
 * @param verb its first word
 * @param value in SI, or a multiple of 1C; negative charges
 * @param durationSeconds how long at most
 * @param durationGiven whether the sentence says so; if not, it is a default of PyBaMM's, and reaching it ends the experiment
 * @param end what else ends the step
 * @param periodSeconds how often it is recorded
 */
record PybammSentence(
        Type type,
        String verb,
        double value,
        double durationSeconds,
        boolean durationGiven,
        Optional<End> end,
        OptionalDouble periodSeconds) {
    private static final double DAY_SECONDS = 86_400;
    private static final double HOUR_SECONDS = 3600;
    private static final double SAFETY = 2;
    private static final int MILLI = -3;
    private static final Pattern QUANTITY = Pattern.compile("([0-9.\\-eE ]*)(.*)");
    private static final Pattern PER = Pattern.compile("C/(.+)");
    private static final Map<String, Double> TIMES = Map.ofEntries(
            Map.entry("second", 1.0),
            Map.entry("seconds", 1.0),
            Map.entry("s", 1.0),
            Map.entry("sec", 1.0),
            Map.entry("minute", 60.0),
            Map.entry("minutes", 60.0),
            Map.entry("m", 60.0),
            Map.entry("min", 60.0),
            Map.entry("hour", HOUR_SECONDS),
            Map.entry("hours", HOUR_SECONDS),
            Map.entry("h", HOUR_SECONDS),
            Map.entry("hr", HOUR_SECONDS));
    private static final Map<String, Type> UNITS =
            Map.of("C", Type.C_RATE, "A", Type.CURRENT, "V", Type.VOLTAGE, "W", Type.POWER, "Ohm", Type.RESISTANCE);

    /** What a step controls, or what ends it. */
    enum Type {
        /** A multiple of 1C. */
        C_RATE,
        /** A current in A. */
        CURRENT,
        /** A voltage in V. */
        VOLTAGE,
        /** A power in W. */
        POWER,
        /** A resistance in ohm. */
        RESISTANCE,
        /** Nothing; no current. */
        REST
    }

    /**
     * What ends a step besides time.
     *
     * @param operator {@code <}, {@code >} or nothing
     * @param type voltage, current or C-rate
     * @param value in SI, or a multiple of 1C
     */
    record End(String operator, Type type, double value) {}

    /** A sentence that cannot be taken apart; the message says what was expected. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    private record Quantity(Type type, double value) {}

    private record Split(String before, Optional<String> after) {}

    /** Takes a sentence apart. */
    static PybammSentence parse(String sentence) throws Refusal {
        if (sentence.contains("oC")) {
            throw new Refusal("a temperature does not stand in a sentence; PyBaMM takes it as a keyword");
        }
        Split period = period(sentence);
        Split until = split(period.before(), "until", " until ");
        String left = until.after().isPresent() ? until.before().replace(" or", "") : until.before();
        Split lasting = split(left, "for", " for ");
        if (until.after().isEmpty() && lasting.after().isEmpty()) {
            throw new Refusal("neither \"for\" nor \"until\" says when the step ends");
        }
        String verb = lasting.before().split(" ", 2)[0];
        Quantity done = lasting.before().startsWith("Rest") ? new Quantity(Type.REST, 0) : done(lasting.before());
        OptionalDouble every = period.after().isPresent()
                ? OptionalDouble.of(seconds(period.after().get()))
                : OptionalDouble.empty();
        double duration = lasting.after().isPresent() ? seconds(lasting.after().get()) : usualSeconds(done);
        return new PybammSentence(
                done.type(),
                verb,
                done.value(),
                duration,
                lasting.after().isPresent(),
                until.after().isPresent() ? Optional.of(end(until.after().get())) : Optional.empty(),
                every);
    }

    private static Split period(String sentence) throws Refusal {
        if (!sentence.contains("period)")) {
            return new Split(sentence, Optional.empty());
        }
        Split split = split(sentence, "period)", " (");
        String[] period = split.after().orElse("").split(" period\\)", -1);
        if (period.length != 2) {
            throw new Refusal("the period in brackets is not understood; expected for example (10 second period)");
        }
        return new Split(split.before(), Optional.of(period[0]));
    }

    /** Splits at a separator that stands there once, if a word is found at all. */
    private static Split split(String text, String word, String separator) throws Refusal {
        if (!text.contains(word)) {
            return new Split(text, Optional.empty());
        }
        int first = text.indexOf(separator);
        if (first < 0) {
            throw new Refusal(
                    "\"" + word + "\" is not understood where it stands; it is set off by one blank each side");
        }
        if (text.indexOf(separator, first + separator.length()) >= 0) {
            throw new Refusal("\"" + separator.strip() + "\" stands there more than once; a sentence has one");
        }
        return new Split(text.substring(0, first), Optional.of(text.substring(first + separator.length())));
    }

    private static Quantity done(String instruction) throws Refusal {
        int at = instruction.indexOf(" at ");
        if (at < 0 || instruction.indexOf(" at ", at + 4) >= 0) {
            throw new Refusal("a sentence has one \"at\", as in Charge at C/5 until 4.3 V");
        }
        Quantity quantity = quantity(instruction.substring(at + 4));
        return switch (instruction.substring(0, at)) {
            case "Charge" -> new Quantity(quantity.type(), -quantity.value());
            case "Discharge", "Hold" -> quantity;
            default ->
                throw new Refusal("a sentence begins with Charge, Discharge, Hold or Rest, with a capital and single"
                        + " blanks, not with \"" + instruction.substring(0, at) + "\"");
        };
    }

    private static Quantity quantity(String text) throws Refusal {
        Matcher per = PER.matcher(text);
        if (per.matches()) {
            return new Quantity(
                    Type.C_RATE, finite(1 / number(per.group(1), text).doubleValue(), text));
        }
        Matcher split = QUANTITY.matcher(text);
        String unit = split.matches() ? split.group(2) : "";
        boolean milli = unit.startsWith("m");
        Type type = UNITS.get(milli ? unit.substring(1) : unit);
        if (type == null) {
            throw new Refusal("\"" + text + "\" is not understood; units are A, V, W, Ohm and C, also with m for"
                    + " milli, and C/5; other prefixes, commas and 5C/2 are not known to PyBaMM");
        }
        BigDecimal number = number(split.group(1), text);
        return new Quantity(type, Exact.shifted(number, milli ? MILLI : 0).orElseThrow(() -> wild(text)));
    }

    private static BigDecimal number(String digits, String text) throws Refusal {
        return Exact.number(digits).orElseThrow(() -> new Refusal("\"" + text + "\" has no number that can be read"));
    }

    private static double finite(double value, String text) throws Refusal {
        if (!Double.isFinite(value)) {
            throw wild(text);
        }
        return value;
    }

    private static Refusal wild(String text) {
        return new Refusal("\"" + text + "\" is too large or too small a number");
    }

    private static double seconds(String text) throws Refusal {
        Matcher split = QUANTITY.matcher(text);
        Double unit = split.matches() ? TIMES.get(split.group(2)) : null;
        if (unit == null) {
            throw new Refusal("\"" + text + "\" is no time; one number with seconds, minutes or hours is expected");
        }
        return finite(number(split.group(1), text).doubleValue() * unit, text);
    }

    private static End end(String text) throws Refusal {
        String bare = text.strip();
        String operator = bare.startsWith("<") || bare.startsWith(">") ? bare.substring(0, 1) : "";
        Quantity level = quantity(bare.substring(operator.length()).replace(" ", ""));
        if (level.type() == Type.POWER || level.type() == Type.RESISTANCE) {
            throw new Refusal("\"" + text + "\" cannot end a step; expected a voltage, a current or a C-rate");
        }
        return new End(operator, level.type(), level.value());
    }

    private static double usualSeconds(Quantity done) {
        return done.type() == Type.C_RATE && done.value() != 0
                ? 1 / Math.abs(done.value()) * HOUR_SECONDS * SAFETY
                : DAY_SECONDS;
    }
}
