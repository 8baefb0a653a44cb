package cellwright.engine;

import cellwright.engine.shorts.ShortAlarm;
import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import cellwright.instrument.Sweep;

/** What to do, or what to tell: the engine's only output. */
public sealed interface Effect {
    /** Something for the world to do. Replaying a journal drops these. */
    sealed interface Command extends Effect {
        /** Whether the event that led here must be durable before this is done. */
        default boolean needsDurableIntent() {
            return this instanceof Apply
                    || this instanceof Disconnect
                    || this instanceof Setpoint
                    || this instanceof Measure;
        }
    }

    /** Something for followers to know: the same on replay as it was live. */
    sealed interface Report extends Effect {}

    /**
     * Drive the cell with a control that energises.
     *
     * @param order number of the command within the run, from 1
     * @param control what to do
     * @param guard what the instrument enforces by itself, written first
     */
    record Apply(long order, Control control, Guard guard) implements Command {}

    /**
     * Open circuit, in its turn; the quiet sister of {@link MakeSafe}.
     *
     * @param order number of the command within the run, from 1
     */
    record Disconnect(long order) implements Command {}

    /**
     * Give a regulator a target.
     *
     * @param order number of the command within the run, from 1
     * @param signal what it regulates
     * @param value SI
     * @param ramp how fast
     */
    record Setpoint(long order, Signal signal, double value, Ramp ramp) implements Command {}

    /**
     * Measure a spectrum, from the open circuit or the hold that is in force, which is in force again afterwards; answered
     * by {@link Event.SpectrumTaken}.
     *
     * @param order number of the command within the run, from 1
     * @param sweep what to measure
     */
    record Measure(long order, Sweep sweep) implements Command {}

    /** From now on, read the cell like this. */
    record Sample(SamplingPlan plan) implements Command {}

    /** Post {@link Event.Due} at this time; replaces an earlier wish. {@link Long#MAX_VALUE} for never. */
    record WakeAt(long atNanos) implements Command {}

    /** Open circuit, now, ahead of everything queued; answered by {@link Event.Safe}. */
    record MakeSafe() implements Command {}

    /** A row of the run's data. */
    record Recorded(Row row) implements Report {}

    /** A spectrum with the state of the cell it was measured in. */
    record SpectrumRecorded(SpectrumRow row) implements Report {}

    /**
     * A step began.
     *
     * @param atNanos when
     * @param stepCount 1 for the first step of the run, +1 for each begun
     * @param path the protocol's step
     * @param label in words
     */
    record StepBegan(long atNanos, long stepCount, String path, String label) implements Report {}

    /**
     * A step ended.
     *
     * @param atNanos when
     * @param stepCount its number
     * @param path the protocol's step
     * @param why in words
     */
    record StepEnded(long atNanos, long stepCount, String path, String why) implements Report {}

    /**
     * A soft short was recognised; once in a run.
     *
     * @param atNanos when
     * @param stepCount number of the step that was running
     * @param path the protocol's step
     * @param alarm by which rule, with the numbers; its time counts from the run's beginning
     */
    record ShortSeen(long atNanos, long stepCount, String path, ShortAlarm alarm) implements Report {}

    /** A cycle is complete. */
    record CycleEnded(CycleFigures figures) implements Report {}

    /** A line of the protocol for the run's events. */
    record Noted(long atNanos, String text) implements Report {}

    /**
     * Something a person must know.
     *
     * @param atNanos when
     * @param urgency how soon
     * @param message what happened, where, what to do
     */
    record Alarm(long atNanos, Urgency urgency, String message) implements Report {}

    /** The run is over and the cell is at rest. */
    record RunEnded(long atNanos, Cause cause) implements Report {}

    /** How soon a person must know. */
    enum Urgency {
        /** For the record. */
        REMARK,
        /** The run does not go on. */
        WARNING,
        /** The cell may not be at rest. */
        CRITICAL
    }
}
