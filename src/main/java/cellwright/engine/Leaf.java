package cellwright.engine;

import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import java.util.Map;

/**
 * The step that is running: the only operations that take time are drives and settles.
 *
 * @param op a {@link Op.Drive} or {@link Op.Settle}
 * @param stepCount its number in the run; 0 for the look before the first step
 * @param resumedNanos when it began, or last went on after an interruption
 * @param elapsedNanos its own time before that
 * @param fresh true until the first reading since then
 * @param commanded false while a settle still waits to see the cell at rest before it moves a set-point
 * @param tally what passed in it
 * @param trail what the recording rules compare with
 * @param steady how long a settling quantity has been where it should be
 * @param anchors where slopes are taken from
 * @param interruptions how often it has been interrupted
 */
public record Leaf(
        Op op,
        long stepCount,
        long resumedNanos,
        long elapsedNanos,
        boolean fresh,
        boolean commanded,
        Tally tally,
        Trail trail,
        Steady steady,
        Map<Condition.Slower, Anchor> anchors,
        long interruptions) {
    /** Takes an immutable copy. */
    public Leaf {
        anchors = Map.copyOf(anchors);
    }

    static Leaf begin(Op op, long stepCount, long atNanos) {
        return new Leaf(
                op,
                stepCount,
                atNanos,
                0,
                true,
                op instanceof Op.Drive,
                Tally.ZERO,
                Trail.NONE,
                Steady.NOT,
                Map.of(),
                0);
    }

    /** The step's own time at an instant. */
    public long ownNanos(long atNanos) {
        return elapsedNanos + (atNanos - resumedNanos);
    }

    /** The instant at which the step's own time reaches a value; saturating. */
    long instantOf(long ownNanos) {
        long left = ownNanos - elapsedNanos;
        return left > Long.MAX_VALUE - resumedNanos ? Long.MAX_VALUE : resumedNanos + left;
    }

    /** Whether this is only the look before the first step. */
    boolean isPrelude() {
        return stepCount == 0;
    }

    Leaf frozen(long atNanos) {
        return new Leaf(
                op,
                stepCount,
                atNanos,
                ownNanos(atNanos),
                true,
                op instanceof Op.Drive,
                tally,
                trail,
                Steady.NOT,
                Map.of(),
                interruptions);
    }

    Leaf resumed(long newStepCount, long atNanos, long newInterruptions) {
        return new Leaf(
                op,
                newStepCount,
                atNanos,
                elapsedNanos,
                true,
                op instanceof Op.Drive,
                tally,
                trail,
                Steady.NOT,
                Map.of(),
                newInterruptions);
    }

    Leaf withCommanded() {
        return new Leaf(
                op, stepCount, resumedNanos, elapsedNanos, fresh, true, tally, trail, steady, anchors, interruptions);
    }

    Leaf after(Tally newTally, Steady newSteady, Map<Condition.Slower, Anchor> newAnchors) {
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                false,
                commanded,
                newTally,
                trail,
                newSteady,
                newAnchors,
                interruptions);
    }

    Leaf withTrail(Trail newTrail) {
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                fresh,
                commanded,
                tally,
                newTrail,
                steady,
                anchors,
                interruptions);
    }

    /**
     * What the recording rules compare with.
     *
     * @param rows rows of the step so far
     * @param gridIndex index of the last grid interval a row was kept in
     * @param volts voltage of the last row
     * @param amps current of the last row
     * @param coulombs net charge of the step at the last row
     */
    public record Trail(long rows, long gridIndex, double volts, double amps, double coulombs) {
        static final Trail NONE = new Trail(0, -1, Double.NaN, Double.NaN, 0);
    }

    /**
     * Since when a settling quantity has been where it should be.
     *
     * @param inside whether it is
     * @param sinceNanos since when
     * @param value the value it is compared with if there is no target
     */
    public record Steady(boolean inside, long sinceNanos, double value) {
        static final Steady NOT = new Steady(false, 0, Double.NaN);
    }

    /**
     * Where a slope is taken from.
     *
     * @param atNanos when
     * @param value what it was
     */
    public record Anchor(long atNanos, double value) {}
}
