package cellwright.lab;

import cellwright.protocol.Subject;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import cellwright.store.Decimal;
import java.util.Optional;

/**
 * A step in the words of a PyBaMM experiment, {@code Charge at 0.0004 A for 7200 s or until 4.3 V}, where they can say it; else in the
 * program's own words, which a person understands and PyBaMM does not.
 */
final class StepSentence {
    private StepSentence() {}

    static String of(Op op) {
        return switch (op) {
            case Op.Drive drive -> drive(drive).map(head -> head + ends(drive)).orElse(drive.label());
            case Op.Settle settle -> settle.label();
            case Op.Measure measure -> measure.label();
            case Op.Repeat repeat -> repeat.label();
            case Op.Choose choose -> choose.label();
            case Op.Note note -> note.label();
        };
    }

    /** The current a step asks for, A; 0 if it asks for none. */
    static double amps(Op op) {
        return op instanceof Op.Drive drive && drive.target() instanceof Target.Amps amps ? amps.amps() : 0;
    }

    private static Optional<String> drive(Op.Drive drive) {
        return switch (drive.target()) {
            case Target.Open ignored -> Optional.of("Rest");
            case Target.Amps amps -> Optional.of(way(amps.amps()) + Decimal.number(Math.abs(amps.amps())) + " A");
            case Target.Volts volts -> Optional.of("Hold at " + Decimal.number(volts.volts()) + " V");
            case Target.Watts watts -> Optional.of(way(watts.watts()) + Decimal.number(Math.abs(watts.watts())) + " W");
            case Target.MeasuredRate ignored -> Optional.empty();
        };
    }

    private static String way(double sign) {
        return sign < 0 ? "Discharge at " : "Charge at ";
    }

    private static String ends(Op.Drive drive) {
        Optional<String> level = drive.until().flatMap(StepSentence::level);
        long nanos = drive.until().isPresent() && drive.until().get() instanceof Condition.Elapsed elapsed
                ? elapsed.nanos()
                : drive.atMostNanos();
        return " for " + Decimal.seconds(nanos) + " s"
                + level.map(text -> " or until " + text).orElse("");
    }

    /** The one level a sentence has room for. */
    private static Optional<String> level(Condition condition) {
        if (condition instanceof Condition.Above above) {
            return level(above.subject(), above.level());
        }
        return condition instanceof Condition.Below below ? level(below.subject(), below.level()) : Optional.empty();
    }

    private static Optional<String> level(Subject subject, double level) {
        return switch (subject) {
            case VOLTAGE -> Optional.of(Decimal.number(level) + " V");
            case CURRENT -> Optional.of(Decimal.number(level) + " A");
            case TEMPERATURE, PRESSURE, FORCE -> Optional.empty();
        };
    }
}
