package cellwright.protocol.yaml;

import cellwright.protocol.Amount;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Conditions of one line: "voltage >= 4.3 V", "retention < 80 %", "cycle in [1, 2, 535]". */
final class ConditionText {
    /** The time a slope is taken over where none is stated. */
    static final Duration USUAL_SLOPE = Duration.ofSeconds(60);

    /** The word for a soft short that was detected. */
    static final String SHORT = "short";

    private static final int MOST_CYCLES = 1_000_000_000;
    private static final Pattern COMPARISON = Pattern.compile(
            "([^<>=\u2264\u2265]*[^<>=\u2264\u2265\\s])\\s*(>=|<=|>|<|\u2265|\u2264)\\s*([^<>=\\s].*)", Pattern.DOTALL);
    private static final Pattern CYCLES = Pattern.compile("cycle\\s+in\\s*\\[([^\\]]*)\\]");
    private static final Pattern SLOPE = Pattern.compile("\\|\\s*d([A-Z])/dt\\s*\\||d([A-Z])/dt");
    private static final String FORMS = "expected a condition such as voltage >= 4.3 V, current <= C/20, "
            + "capacity >= 180 mAh/g, time >= 30 min, after 30 min, |dV/dt| <= 1 mV/h over 10 min, "
            + "retention < 80 %, cycle in [1, 2] or short";

    private ConditionText() {}

    /** Reads a condition. */
    static Until parse(String text) throws Misfit {
        String bare = text.strip();
        if (bare.equals(SHORT)) {
            return new Until.Shorted();
        }
        if (bare.startsWith("after ")) {
            return new Until.Elapsed(TimeText.parse(bare.substring(6)));
        }
        Matcher cycles = CYCLES.matcher(bare);
        if (cycles.matches()) {
            return cycles(cycles.group(1));
        }
        Matcher comparison = COMPARISON.matcher(bare);
        if (!comparison.matches()) {
            throw new Misfit("\"" + text + "\" is no condition; " + FORMS);
        }
        String sign = comparison.group(2);
        boolean rising = sign.startsWith(">") || sign.equals("\u2265");
        return compare(text, comparison.group(1).replaceAll("\\s+", " "), rising, comparison.group(3));
    }

    private static Until compare(String text, String what, boolean rising, String level) throws Misfit {
        Matcher slope = SLOPE.matcher(what);
        if (slope.matches()) {
            String letter = slope.group(1) == null ? slope.group(2) : slope.group(1);
            return slower(text, letter.charAt(0), rising, level);
        }
        for (Subject subject : Subject.values()) {
            if (subject.word().equals(what)) {
                Amount amount = SubjectText.level(subject, level);
                return rising ? new Until.Above(subject, amount) : new Until.Below(subject, amount);
            }
        }
        for (CycleMeasure measure : CycleMeasure.values()) {
            if (measure.word().equals(what)) {
                Amount amount = figure(measure, level);
                return rising ? new Until.CycleAtLeast(measure, amount) : new Until.CycleBelow(measure, amount);
            }
        }
        return passed(text, what, rising, level);
    }

    private static Until passed(String text, String what, boolean rising, String level) throws Misfit {
        Until until =
                switch (what) {
                    case "time" -> new Until.Elapsed(TimeText.parse(level));
                    case "capacity" -> new Until.ChargePassed(AmountText.positive(level, Dimension.CHARGE));
                    case "energy" -> new Until.EnergyPassed(AmountText.positive(level, Dimension.ENERGY));
                    default -> throw new Misfit(unknown(what));
                };
        if (!rising) {
            throw new Misfit("\"" + text + "\" would hold from the start; " + what + " only grows, use >=");
        }
        return until;
    }

    private static String unknown(String what) {
        var known = new ArrayList<>(SubjectText.words());
        known.addAll(List.of("capacity", "energy", "time"));
        for (CycleMeasure measure : CycleMeasure.values()) {
            known.add(measure.word());
        }
        known.addAll(List.of("cycle in [..]", SHORT, "|dV/dt|", "|dI/dt|"));
        return "unknown quantity \"" + what + "\" in a condition; " + Nearest.hint(what, known);
    }

    private static Amount figure(CycleMeasure measure, String level) throws Misfit {
        return switch (measure) {
            case RETENTION, COULOMBIC_EFFICIENCY -> new Amount.Si(Quantity.positive(level, Dimension.RATIO));
            case DISCHARGE_CAPACITY, CHARGE_CAPACITY -> AmountText.positive(level, Dimension.CHARGE);
        };
    }

    private static Until slower(String text, char letter, boolean rising, String level) throws Misfit {
        Subject subject = subject(letter);
        if (rising) {
            throw new Misfit("\"" + text + "\": a slope ends a step when it is small enough; use <=");
        }
        int over = level.indexOf(" over ");
        Duration window = over < 0 ? USUAL_SLOPE : TimeText.parse(level.substring(over + 6));
        String rate = over < 0 ? level : level.substring(0, over);
        return new Until.Slower(subject, SubjectText.perSecond(subject, rate), window);
    }

    private static Subject subject(char letter) throws Misfit {
        for (Subject subject : Subject.values()) {
            if (SubjectText.letter(subject) == letter) {
                return subject;
            }
        }
        throw new Misfit("unknown slope d" + letter + "/dt; known are dV/dt, dI/dt, dT/dt, dP/dt, dF/dt");
    }

    private static Until cycles(String list) throws Misfit {
        var cycles = new ArrayList<Integer>();
        for (String number : list.split(",", -1)) {
            cycles.add(Decimal.whole(number.strip(), 1, MOST_CYCLES, "a cycle's number"));
        }
        return new Until.CycleIn(cycles);
    }

    /** The line that reads back as this condition; empty for those that combine others. */
    static Optional<String> write(Until until) {
        return switch (until) {
            case Until.Elapsed elapsed -> Optional.of("time >= " + TimeText.write(elapsed.time()));
            case Until.Above above -> Optional.of(compared(above.subject(), ">=", above.level()));
            case Until.Below below -> Optional.of(compared(below.subject(), "<=", below.level()));
            case Until.ChargePassed passed ->
                Optional.of("capacity >= " + AmountText.write(Dimension.CHARGE, passed.amount()));
            case Until.EnergyPassed passed ->
                Optional.of("energy >= " + AmountText.write(Dimension.ENERGY, passed.amount()));
            case Until.Slower slower -> Optional.of(slope(slower));
            case Until.CycleBelow below -> Optional.of(figure(below.measure(), "<", below.level()));
            case Until.CycleAtLeast atLeast -> Optional.of(figure(atLeast.measure(), ">=", atLeast.level()));
            case Until.CycleIn in ->
                Optional.of("cycle in ["
                        + in.cycles().stream().map(String::valueOf).collect(Collectors.joining(", ")) + "]");
            case Until.Shorted shorted -> Optional.of(SHORT);
            case Until.AllOf all -> Optional.empty();
            case Until.AnyOf any -> Optional.empty();
        };
    }

    private static String compared(Subject subject, String sign, Amount level) {
        return subject.word() + " " + sign + " " + AmountText.write(SubjectText.dimension(subject), level);
    }

    private static String slope(Until.Slower slower) {
        return "|d" + SubjectText.letter(slower.subject()) + "/dt| <= "
                + SubjectText.writePerSecond(slower.subject(), slower.perSecond()) + " over "
                + TimeText.write(slower.over());
    }

    private static String figure(CycleMeasure measure, String sign, Amount level) {
        Dimension dimension =
                switch (measure) {
                    case RETENTION, COULOMBIC_EFFICIENCY -> Dimension.RATIO;
                    case DISCHARGE_CAPACITY, CHARGE_CAPACITY -> Dimension.CHARGE;
                };
        return measure.word() + " " + sign + " " + AmountText.write(dimension, level);
    }
}
