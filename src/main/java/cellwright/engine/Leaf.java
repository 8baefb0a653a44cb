package cellwright.engine;

import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The step that is running: the operations that take time are drives, settles and measurements.
 *
 * @param op the operation
 * @param stepCount its number in the run; 0 for the look before the first step
 * @param resumedNanos when it began, or last went on after an interruption
 * @param elapsedNanos its own time before that
 * @param fresh true until the first reading since then; in a settle, also after open circuit was
 *     acknowledged and after the set-point was moved
 * @param awaited number of the command it began with, as long as that is not acknowledged; 0 afterwards; -1 for
 *     {@link Effect.MakeSafe}, which has no number
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
        long awaited,
        boolean commanded,
        Tally tally,
        Trail trail,
        Steady steady,
        List<Anchor> anchors,
        long interruptions) {
    /** What {@link #awaited} is before {@link Effect.MakeSafe} is answered. */
    static final long AWAITS_SAFE = -1;

    /** Takes an immutable copy. */
    public Leaf {
        anchors = List.copyOf(anchors);
    }

    static Leaf begin(Op op, long stepCount, long atNanos) {
        return startedAt(op, stepCount, atNanos, 0, Tally.ZERO, 0);
    }

    /** The step's own time at an instant. */
    public long ownNanos(long atNanos) {
        return elapsedNanos + (atNanos - resumedNanos);
    }

    /** The instant at which the step's own time reaches a value; saturating. */
    long instantOf(long ownNanos) {
        return Nanos.sum(resumedNanos, ownNanos - elapsedNanos);
    }

    /** Whether this is only the look before the first step. */
    boolean isPrelude() {
        return stepCount == 0;
    }

    /** Where the slope of a condition is taken from. */
    Optional<Anchor> anchor(Condition.Slower slower) {
        for (Anchor anchor : anchors) {
            if (anchor.slower().equals(slower)) {
                return Optional.of(anchor);
            }
        }
        return Optional.empty();
    }

    /** With its clock stopped at an instant. */
    Leaf frozen(long atNanos) {
        return startedAt(op, stepCount, atNanos, ownNanos(atNanos), tally, interruptions);
    }

    /** Going on after it was frozen, under a number of its own. */
    Leaf resumed(long newStepCount, long atNanos, long newInterruptions) {
        return startedAt(op, newStepCount, atNanos, elapsedNanos, tally, newInterruptions);
    }

    private static Leaf startedAt(
            Op op, long stepCount, long atNanos, long elapsedNanos, Tally tally, long interruptions) {
        return new Leaf(
                op,
                stepCount,
                atNanos,
                elapsedNanos,
                true,
                0,
                !(op instanceof Op.Settle),
                tally,
                Trail.NONE,
                Steady.NOT,
                List.of(),
                interruptions);
    }

    Leaf awaiting(long order) {
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                fresh,
                order,
                commanded,
                tally,
                trail,
                steady,
                anchors,
                interruptions);
    }

    /**
     * The command it began with is acknowledged. A settle looks anew: a reading that was under way before the circuit
     * was open says nothing about rest.
     */
    Leaf acknowledged() {
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                fresh || op instanceof Op.Settle,
                0,
                commanded,
                tally,
                trail,
                steady,
                anchors,
                interruptions);
    }

    Leaf after(Tally newTally, Steady newSteady) {
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                false,
                awaited,
                commanded,
                newTally,
                trail,
                newSteady,
                anchors,
                interruptions);
    }

    /** The set-point was moved; the quantity is looked at anew, since it may be there at once. */
    Leaf withCommanded() {
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                true,
                awaited,
                true,
                tally,
                trail,
                steady,
                anchors,
                interruptions);
    }

    Leaf withTrail(Trail newTrail) {
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                fresh,
                awaited,
                commanded,
                tally,
                newTrail,
                steady,
                anchors,
                interruptions);
    }

    Leaf withAnchor(Anchor newAnchor) {
        List<Anchor> moved = new ArrayList<>(anchors);
        moved.removeIf(anchor -> anchor.slower().equals(newAnchor.slower()));
        moved.add(newAnchor);
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                fresh,
                awaited,
                commanded,
                tally,
                trail,
                steady,
                moved,
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
     * @param slower the condition that wants it
     * @param atNanos when
     * @param value what it was
     */
    public record Anchor(Condition.Slower slower, long atNanos, double value) {}
}
