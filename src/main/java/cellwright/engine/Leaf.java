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
 * @param fresh true until the first reading since then; in a settle or a measurement, also after the command it began with
 *     was acknowledged, after the set-point was moved, and after the spectrum came
 * @param awaited number of the command that is not answered yet, the one it began with or {@link Effect.Measure}; 0 if none
 *     is; -1 for {@link Effect.MakeSafe}, which has no number
 * @param commanded false while a settle still waits to see the cell at rest before it moves a set-point, and while a
 *     measurement waits to see it at rest or at its hold
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
                !looksFirst(op),
                tally,
                Trail.NONE,
                Steady.NOT,
                List.of(),
                interruptions);
    }

    /** Whether the cell must be seen after the first command, before the operation proper begins. */
    private static boolean looksFirst(Op op) {
        return op instanceof Op.Settle || op instanceof Op.Measure;
    }

    /** Whether a spectrum is being measured, so that the analyser has the cell to itself. */
    public boolean measuring() {
        return op instanceof Op.Measure && commanded && awaited != 0;
    }

    /** Whether the control has been the same since before the last command, so that currents may be summed across it. */
    boolean heldThroughout() {
        return op instanceof Op.Measure measure && measure.hold().isPresent() && commanded;
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
     * The awaited command is answered. A settle and a measurement look anew: a reading that was under way before says
     * nothing about rest.
     */
    Leaf acknowledged() {
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                fresh || looksFirst(op),
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

    /** A spectrum was ordered. */
    Leaf withMeasuring(long order) {
        return new Leaf(
                op,
                stepCount,
                resumedNanos,
                elapsedNanos,
                fresh,
                order,
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
