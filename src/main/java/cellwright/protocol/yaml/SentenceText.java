package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a sentence: what is done, at what, for how long, until when. */
final class SentenceText {
    /** The words a sentence may begin with. */
    static final List<String> VERBS = List.of("Charge", "Discharge", "Hold", "Rest");

    private static final String TIME = "a time such as 10 hours or 1 hour 30 minutes";
    private static final Pattern UNIT = Pattern.compile("([A-Za-z]+)(.*)", Pattern.DOTALL);
    private static final Pattern AMOUNT =
            Pattern.compile("[-+\u2212]?[0-9.]+(?:[eE][-+]?[0-9]+)?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|\u2265|\u2264)\\s*(.*)", Pattern.DOTALL);
    private static final Map<String, String> UNITS = units();

    private SentenceText() {}

    /** What a sentence does. */
    enum Verb {
        /** Current or power into the cell. */
        CHARGE,
        /** Current or power out of the cell. */
        DISCHARGE,
        /** A constant voltage. */
        HOLD,
        /** Open circuit. */
        REST
    }

    private static Map<String, String> units() {
        var units = new HashMap<String, String>();
        Arrays.asList("s", "sec", "secs", "second", "seconds").forEach(word -> units.put(word, "s"));
        Arrays.asList("m", "min", "mins", "minute", "minutes").forEach(word -> units.put(word, "min"));
        Arrays.asList("h", "hr", "hrs", "hour", "hours").forEach(word -> units.put(word, "h"));
        Arrays.asList("d", "day", "days").forEach(word -> units.put(word, "d"));
        return Map.copyOf(units);
    }

    /** The verb of this word, with a capital or without. */
    static Optional<Verb> verb(String word) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** A time in words. */
    static Duration time(String text) throws Misfit {
        var plain = new StringBuilder();
        String left = text;
        while (!left.isEmpty()) {
            Decimal split = Decimal.split(left, TIME);
            Matcher unit = UNIT.matcher(split.rest());
            if (!unit.matches() || !UNITS.containsKey(unit.group(1))) {
                throw new Misfit("\"" + text + "\" is no time; expected " + TIME);
            }
            plain.append(Decimal.write(split.number()))
                    .append(' ')
                    .append(UNITS.get(unit.group(1)))
                    .append(' ');
            left = unit.group(2).strip();
        }
        return TimeText.parse(plain.toString());
    }

    /** What follows "at". */
    static Setting setting(Verb verb, String text) throws Misfit {
        return switch (verb) {
            case CHARGE -> driven(Direction.CHARGE, text);
            case DISCHARGE -> driven(Direction.DISCHARGE, text);
            case HOLD -> new Setting.Potentiostatic(AmountText.volts(text), Optional.empty());
            case REST -> new Setting.Rest();
        };
    }

    private static Setting driven(Direction direction, String text) throws Misfit {
        if (isUnitOf(Dimension.POWER, text)) {
            Amount power = AmountText.positive(text, Dimension.POWER);
            boolean out = direction == Direction.DISCHARGE;
            return new Setting.ConstantPower(out ? power.with(-power.number()) : power);
        }
        if (isUnitOf(Dimension.VOLTAGE, text)) {
            throw new Misfit("\"" + text + "\" is a voltage, and a voltage is held: Hold at " + text + " for 2 hours");
        }
        if (unit(text).matches("[kmMµ]?(Ohm|ohm|Ω|\u2126)")) {
            throw new Misfit(
                    "a constant resistance (\"" + text + "\") is not known here; expected a current or a power");
        }
        return new Setting.Galvanostatic(direction, AmountText.current(text));
    }

    /** What follows "until". */
    static Until until(Verb verb, Setting setting, String text) throws Misfit {
        Matcher compared = COMPARED.matcher(text);
        boolean hasSign = compared.matches();
        String level = hasSign ? compared.group(2) : text;
        if (RateText.parse(level).isPresent() || isUnitOf(Dimension.CURRENT, level)) {
            return current(setting, level, hasSign && isRising(compared.group(1)));
        }
        if (isUnitOf(Dimension.VOLTAGE, level)) {
            return voltage(verb, level, hasSign ? Optional.of(isRising(compared.group(1))) : Optional.empty());
        }
        if (isUnitOf(Dimension.CHARGE, level) && !hasSign) {
            return new Until.ChargePassed(AmountText.positive(level, Dimension.CHARGE));
        }
        return ConditionText.parse(text);
    }

    private static Until current(Setting setting, String level, boolean rising) throws Misfit {
        if (setting instanceof Setting.Galvanostatic) {
            throw new Misfit("a current that is kept constant cannot end on a current (\"" + level
                    + "\"); hold a voltage to let it fall");
        }
        if (setting instanceof Setting.Rest) {
            throw new Misfit("no current flows in a rest, so it cannot end on one (\"" + level + "\")");
        }
        Amount amount = AmountText.current(level);
        return rising ? new Until.Above(Subject.CURRENT, amount) : new Until.Below(Subject.CURRENT, amount);
    }

    private static Until voltage(Verb verb, String level, Optional<Boolean> rising) throws Misfit {
        Amount.Volts volts = AmountText.volts(level);
        boolean up =
                switch (verb) {
                    case CHARGE -> rising.orElse(true);
                    case DISCHARGE -> rising.orElse(false);
                    case HOLD ->
                        throw new Misfit("a hold keeps its voltage and cannot end on one (\"" + level
                                + "\"); expected a current such as C/50");
                    case REST ->
                        rising.orElseThrow(() -> new Misfit("in a rest the voltage may rise or fall; write until > "
                                + level + " or until < " + level));
                };
        return up ? new Until.Above(Subject.VOLTAGE, volts) : new Until.Below(Subject.VOLTAGE, volts);
    }

    private static boolean isRising(String sign) {
        return sign.startsWith(">") || sign.equals("\u2265");
    }

    /** Twice the nominal time of a C-rate, in words; empty for anything else. */
    static Optional<String> usualTime(String text) {
        try {
            return RateText.parse(text).filter(rate -> rate > 0).map(rate -> hours(2 / rate));
        } catch (Misfit misfit) {
            return Optional.empty();
        }
    }

    private static String hours(double hours) {
        return hours >= 1
                ? String.format(Locale.ROOT, "%.0f hours", Math.ceil(hours))
                : String.format(Locale.ROOT, "%.0f minutes", Math.ceil(60 * hours));
    }

    private static boolean isUnitOf(Dimension dimension, String text) throws Misfit {
        String bare = AmountText.versus(text).amount();
        return WrittenUnit.find(dimension, unit(bare)).isPresent();
    }

    private static String unit(String text) {
        Matcher amount = AMOUNT.matcher(text.strip());
        return amount.matches() ? amount.group(1).strip() : "";
    }
}
