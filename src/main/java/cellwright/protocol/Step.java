package cellwright.protocol;

import cellwright.instrument.Sweep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One step of a protocol, as written. */
public sealed interface Step {
    /**
     * Holds the cell under a control until something happens.
     *
     * @param setting the control
     * @param until ends the step when it holds; empty if time alone ends it
     * @param atMost longest duration; for a rest, its duration
     * @param whenLate what follows if {@code atMost} is over first and an {@code until} is given
     * @param record replaces the protocol's rule in this step
     * @param limits tightens the protocol's limits in this step
     * @param every interrupts the step at intervals; its clock and charge go on where they were
     */
    record Drive(
            Setting setting,
            Optional<Until> until,
            Optional<Duration> atMost,
            WhenLate whenLate,
            Optional<RecordRule> record,
            Limits limits,
            Optional<Every> every)
            implements Step {}

    /**
     * Waits, at open circuit, for a quantity to reach a target or to stop moving.
     *
     * @param subject what must settle
     * @param target the set-point to give the regulator, SI; empty to wait for the quantity to be stable by itself
     * @param perSecond ramp rate in SI units per second; empty for as fast as the regulator goes
     * @param within largest distance from the target, or largest drift without one, SI, above 0
     * @param stableFor how long it must stay so
     * @param atMost patience
     * @param whenLate what follows if patience ends first
     */
    record Settle(
            Subject subject,
            OptionalDouble target,
            OptionalDouble perSecond,
            double within,
            Duration stableFor,
            Duration atMost,
            WhenLate whenLate)
            implements Step {}

    /** Measures an impedance spectrum. */
    record Measure(Sweep sweep) implements Step {}

    /**
     * Repeats steps.
     *
     * @param times how often at most; empty if {@code until} alone ends the loop
     * @param until judged after each pass
     * @param countsCycles whether each pass is a cycle, counted once and never renumbered
     * @param steps the body
     */
    record Repeat(Optional<Integer> times, Optional<Until> until, boolean countsCycles, List<Step> steps)
            implements Step {
        /** Takes an immutable copy. */
        public Repeat {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Steps that follow a rule and end as a whole: a ramp of currents, a train of pulses, a list of potentials.
     *
     * @param plan what they are
     * @param until ends the series as a whole: judged while each of its currents and potentials is applied and before each
     *     step, a series for which it holds already is not begun
     * @param record replaces the protocol's rule in the steps of the plan
     * @param limits tightens the protocol's limits in the steps of the plan
     * @param then what follows each level, pulse or potential
     */
    record Series(Plan plan, Optional<Until> until, Optional<RecordRule> record, Limits limits, List<Step> then)
            implements Step {
        /** Takes an immutable copy. */
        public Series {
            then = List.copyOf(then);
        }
    }

    /** Takes one of two ways. */
    record Choose(Until test, List<Step> then, List<Step> otherwise) implements Step {
        /** Takes immutable copies. */
        public Choose {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Writes a line into the run's events. */
    record Note(String text) implements Step {}

    /**
     * An interruption at intervals.
     *
     * @param interval the step's own time between interruptions
     * @param steps what is done then
     */
    record Every(Duration interval, List<Step> steps) {
        /** Takes an immutable copy. */
        public Every {
            steps = List.copyOf(steps);
        }
    }

    /** What follows when a step's time is over before it has what it wanted. */
    enum WhenLate {
        /** The next step. */
        NEXT,
        /** The run ends at rest. */
        STOP
    }
}
