package cellwright.protocol.compile;

import cellwright.protocol.Amount;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import cellwright.protocol.program.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conditions in words, compiled ones with what their author wrote where that is known. */
final class ConditionWords {
    private static final int LISTED_CYCLES = 8;

    private final Written written;

    ConditionWords(Written written) {
        this.written = written;
    }

    /** A compiled condition alone. */
    String of(Condition condition) {
        return words(condition, Optional.empty(), 0);
    }

    /** A compiled condition beside what it was compiled from. */
    String of(Condition condition, Until until) {
        return words(condition, Optional.of(until), 0);
    }

    /** The end of a step; the voltage that a current in this direction heads for needs no comparison sign. */
    String endOf(Condition condition, Until until, int direction) {
        return words(condition, Optional.of(until), direction);
    }

    private String words(Condition condition, Optional<Until> until, int direction) {
        Optional<Amount> amount = until.flatMap(ConditionWords::amount);
        return switch (condition) {
            case Condition.Elapsed elapsed -> "after " + Quantities.time(elapsed.nanos());
            case Condition.Above above ->
                above.subject() == Subject.VOLTAGE && direction > 0
                        ? level(above.subject(), above.level(), amount)
                        : above.subject().word() + " >= " + level(above.subject(), above.level(), amount);
            case Condition.Below below ->
                below.subject() == Subject.VOLTAGE && direction < 0
                        ? level(below.subject(), below.level(), amount)
                        : below.subject().word() + " <= " + level(below.subject(), below.level(), amount);
            case Condition.ChargePassed passed -> scaled(Dimension.CHARGE, passed.coulombs(), amount) + " passed";
            case Condition.EnergyPassed passed -> scaled(Dimension.ENERGY, passed.joules(), amount) + " passed";
            case Condition.Slower slower -> slower(slower);
            case Condition.CycleBelow below ->
                below.measure().word() + " < " + figure(below.measure(), below.level(), amount);
            case Condition.CycleAtLeast atLeast ->
                atLeast.measure().word() + " >= " + figure(atLeast.measure(), atLeast.level(), amount);
            case Condition.CycleIn in -> cycles(in.cycles());
            case Condition.Shorted shorted -> "a short";
            case Condition.AllOf all -> joined(all.parts(), parts(until), direction, " and ");
            case Condition.AnyOf any -> joined(any.parts(), parts(until), direction, " or ");
        };
    }

    private String level(Subject subject, double level, Optional<Amount> amount) {
        return switch (subject) {
            case VOLTAGE -> amount.map(known -> written.potential(known, level)).orElse(Quantities.volts(level));
            case CURRENT -> scaled(Dimension.CURRENT, level, amount);
            case TEMPERATURE, PRESSURE, FORCE -> Quantities.of(subject, level);
        };
    }

    private static String scaled(Dimension dimension, double si, Optional<Amount> amount) {
        return amount.map(known -> Written.both(dimension, known, si)).orElse(dimension.text(si));
    }

    private static String slower(Condition.Slower slower) {
        return slower.subject().word() + " changes by less than "
                + Quantities.difference(slower.subject(), slower.perSecond() * 3600) + "/h over "
                + Quantities.time(slower.overNanos());
    }

    private static String figure(CycleMeasure measure, double level, Optional<Amount> amount) {
        return switch (measure) {
            case RETENTION, COULOMBIC_EFFICIENCY -> Quantities.number(level * 100) + " %";
            case DISCHARGE_CAPACITY, CHARGE_CAPACITY -> scaled(Dimension.CHARGE, level, amount);
        };
    }

    private static String cycles(List<Integer> cycles) {
        String first = cycles.stream().limit(LISTED_CYCLES).map(String::valueOf).collect(Collectors.joining(", "));
        boolean more = cycles.size() > LISTED_CYCLES;
        return (cycles.size() == 1 ? "cycle " : "cycle in ") + first + (more ? ", ..." : "");
    }

    private String joined(List<Condition> conditions, List<Until> untils, int direction, String word) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < conditions.size(); i++) {
            Optional<Until> until = i < untils.size() ? Optional.of(untils.get(i)) : Optional.empty();
            String text = words(conditions.get(i), until, direction);
            boolean bracketed = conditions.size() > 1 && isJoined(conditions.get(i));
            texts.add(bracketed ? "(" + text + ")" : text);
        }
        return String.join(word, texts);
    }

    private static boolean isJoined(Condition condition) {
        return condition instanceof Condition.AllOf || condition instanceof Condition.AnyOf;
    }

    private static List<Until> parts(Optional<Until> until) {
        if (until.isPresent() && until.get() instanceof Until.AllOf all) {
            return all.parts();
        }
        return until.isPresent() && until.get() instanceof Until.AnyOf any ? any.parts() : List.of();
    }

    private static Optional<Amount> amount(Until until) {
        return switch (until) {
            case Until.Above above -> Optional.of(above.level());
            case Until.Below below -> Optional.of(below.level());
            case Until.ChargePassed passed -> Optional.of(passed.amount());
            case Until.EnergyPassed passed -> Optional.of(passed.amount());
            case Until.CycleBelow below -> Optional.of(below.level());
            case Until.CycleAtLeast atLeast -> Optional.of(atLeast.level());
            case Until.Elapsed elapsed -> Optional.empty();
            case Until.Slower slower -> Optional.empty();
            case Until.CycleIn in -> Optional.empty();
            case Until.Shorted shorted -> Optional.empty();
            case Until.AllOf all -> Optional.empty();
            case Until.AnyOf any -> Optional.empty();
        };
    }
}
