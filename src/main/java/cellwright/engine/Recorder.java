package cellwright.engine;

import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Recording;
import cellwright.protocol.program.Target;

/** Decides which readings become rows: the first and last of a step always, others by time grid or by change. */
final class Recorder {
    private Recorder() {}

    /** Records the last reading if the rules want it. */
    static void consider(Turn turn) {
        Reading reading = turn.last.orElseThrow();
        if (turn.leaf.isPrelude() || turn.lastRecorded) {
            return;
        }
        if (turn.leaf.trail().rows() == 0 || wanted(turn, reading)) {
            record(turn, reading);
        }
    }

    /** Records the last reading of a step if it is not a row yet. */
    static void close(Turn turn) {
        if (!turn.lastRecorded && !turn.leaf.fresh() && !turn.leaf.isPrelude() && turn.last.isPresent()) {
            record(turn, turn.last.get());
        }
    }

    private static boolean wanted(Turn turn, Reading reading) {
        Recording rule = rule(turn.leaf.op());
        Leaf.Trail trail = turn.leaf.trail();
        return gridIndex(rule, turn.leaf, reading.atNanos()) > trail.gridIndex()
                || Math.abs(reading.value(Signal.VOLTAGE) - trail.volts()) >= rule.deltaVolts()
                || Math.abs(reading.value(Signal.CURRENT) - trail.amps()) >= rule.deltaAmps()
                || Math.abs(turn.leaf.tally().netCoulombs() - trail.coulombs()) >= rule.deltaCoulombs();
    }

    private static void record(Turn turn, Reading reading) {
        turn.ledger = turn.ledger.withRow();
        Leaf leaf = turn.leaf;
        long rows = leaf.trail().rows() + 1;
        turn.tell(new Effect.Recorded(new Row(
                turn.ledger.rows(),
                reading,
                reading.atNanos() - turn.run.startedNanos(),
                leaf.ownNanos(reading.atNanos()),
                turn.ledger.cycle(),
                leaf.stepCount(),
                rows,
                leaf.op().path(),
                kind(leaf.op()),
                turn.ledger.test(),
                turn.ledger.inCycle(),
                leaf.tally(),
                turn.ledger.setpointPascals())));
        turn.leaf = leaf.withTrail(new Leaf.Trail(
                rows,
                gridIndex(rule(leaf.op()), leaf, reading.atNanos()),
                reading.value(Signal.VOLTAGE),
                reading.value(Signal.CURRENT),
                leaf.tally().netCoulombs()));
        turn.lastRecorded = true;
        turn.replan |= followsChanges(rule(leaf.op()));
    }

    /** Whether changes since the last row matter, so that each row moves what the instrument is to look out for. */
    private static boolean followsChanges(Recording rule) {
        return Double.isFinite(rule.deltaVolts())
                || Double.isFinite(rule.deltaAmps())
                || Double.isFinite(rule.deltaCoulombs());
    }

    private static long gridIndex(Recording rule, Leaf leaf, long atNanos) {
        return rule.everyNanos() == 0 ? 0 : Math.floorDiv(leaf.ownNanos(atNanos), rule.everyNanos());
    }

    /** The recording rule of an operation that takes time. */
    static Recording rule(Op op) {
        return switch (op) {
            case Op.Drive drive -> drive.record();
            case Op.Settle settle -> settle.record();
            case Op.Measure ignored -> ENDS_ONLY;
            case Op.Repeat ignored -> ENDS_ONLY;
            case Op.Choose ignored -> ENDS_ONLY;
            case Op.Note ignored -> ENDS_ONLY;
        };
    }

    /** Keeps the ends of a step only. */
    static final Recording ENDS_ONLY =
            new Recording(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static StepKind kind(Op op) {
        return switch (op) {
            case Op.Drive drive -> kind(drive.target());
            case Op.Measure ignored -> StepKind.SPECTRUM;
            case Op.Settle ignored -> StepKind.SETTLE;
            case Op.Repeat ignored -> throw new IllegalStateException("a loop has no rows");
            case Op.Choose ignored -> throw new IllegalStateException("a choice has no rows");
            case Op.Note ignored -> throw new IllegalStateException("a note has no rows");
        };
    }

    private static StepKind kind(Target target) {
        return switch (target) {
            case Target.Open ignored -> StepKind.REST;
            case Target.Amps current -> current.amps() >= 0 ? StepKind.CC_CHARGE : StepKind.CC_DISCHARGE;
            case Target.MeasuredRate rate -> rate.multiple() >= 0 ? StepKind.CC_CHARGE : StepKind.CC_DISCHARGE;
            case Target.Volts ignored -> StepKind.CV;
            case Target.Watts power -> power.watts() >= 0 ? StepKind.CP_CHARGE : StepKind.CP_DISCHARGE;
        };
    }
}
