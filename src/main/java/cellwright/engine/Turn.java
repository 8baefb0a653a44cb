package cellwright.engine;

import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The working copy of a running channel while one event is dealt with. It lives within one call of {@link Channel#on} and
 * is seen by nobody else, so the channel stays a pure function.
 */
final class Turn {
    final Run run;
    final long atNanos;
    Cursor cursor;
    Leaf leaf;
    Ledger ledger;
    Optional<Reading> last;
    long vouchedNanos;
    boolean lastRecorded;
    private boolean unwatched;
    Doubts doubts;
    SamplingPlan plan;
    long wakeNanos;
    boolean replan;
    boolean stepOpen = true;
    Optional<Cause> stop = Optional.empty();
    Afterwards afterwards = Afterwards.HELD;
    long clockStopsNanos;
    final List<Effect> effects = new ArrayList<>(4);

    Turn(ChannelState.Running running, long atNanos) {
        this.run = running.run();
        this.atNanos = atNanos;
        this.clockStopsNanos = atNanos;
        this.cursor = running.cursor();
        this.leaf = running.leaf();
        this.ledger = running.ledger();
        Sight sight = running.sight();
        this.last = sight.last();
        this.vouchedNanos = sight.vouchedNanos();
        this.lastRecorded = sight.lastRecorded();
        this.unwatched = sight.unwatched();
        this.doubts = sight.doubts();
        this.plan = sight.plan();
        this.wakeNanos = sight.wakeNanos();
    }

    void tell(Effect effect) {
        effects.add(effect);
    }

    /** The number of the next command. */
    long nextOrder() {
        ledger = ledger.withOrder();
        return ledger.orders();
    }

    /** The run is to go to rest; the first reason given is the one that counts. */
    void stop(Cause cause, Afterwards then) {
        if (stop.isEmpty()) {
            stop = Optional.of(cause);
            afterwards = then;
        }
    }

    /** The run is to go to rest and be held there. */
    void stop(Cause cause) {
        stop(cause, Afterwards.HELD);
    }

    /** Takes a reading into the tallies; the instrument's coulomb counter is preferred to the sum of currents. */
    void count(Reading reading) {
        boolean anew = leaf.fresh() && !leaf.heldThroughout();
        double coulombs = last.isPresent() ? coulombsSince(last.get(), reading, anew) : 0;
        double joules = coulombs * meanVolts(reading);
        ledger = ledger.plus(coulombs, joules);
        replan |= leaf.fresh();
        Leaf.Steady steady = Steadiness.after(this, reading);
        replan |= !steady.equals(leaf.steady()) && Steadiness.drifts(leaf);
        leaf = leaf.after(leaf.tally().plus(coulombs, joules), steady);
        see(reading);
    }

    /** Remembers a reading as the last one. */
    void see(Reading reading) {
        last = Optional.of(reading);
        vouchedNanos = reading.atNanos();
        lastRecorded = false;
        unwatched = false;
    }

    /**
     * Takes a reading into the tallies that came after the step's clock had stopped. A counter is believed as ever; without one
     * nobody knows when the current ended, as after a gap.
     */
    void countAtRest(Reading reading) {
        if (last.isPresent()) {
            boolean counted = !unwatched && !Double.isNaN(countedBetween(last.get(), reading));
            double coulombs = counted
                    ? countedBetween(last.get(), reading)
                    : Unwatched.coulombs(last.get(), reading, run.program().restAmps());
            double volts = reading.value(Signal.VOLTAGE);
            ledger = ledger.plus(coulombs, Double.isNaN(volts) ? 0 : coulombs * volts);
        }
        see(reading);
        lastRecorded = true;
    }

    private double meanVolts(Reading reading) {
        double now = reading.value(Signal.VOLTAGE);
        double before = leaf.fresh() || last.isEmpty() ? now : last.get().value(Signal.VOLTAGE);
        double mean = 0.5 * (before + now);
        return Double.isNaN(mean) ? 0 : mean;
    }

    /** Charge between two readings; without a counter a trapezoid, never across a step's boundary. */
    private double coulombsSince(Reading before, Reading now, boolean acrossSteps) {
        if (unwatched) {
            return Unwatched.coulombs(before, now, run.program().restAmps());
        }
        double counted = countedBetween(before, now);
        if (!Double.isNaN(counted)) {
            return counted;
        }
        double amps = 0.5 * (before.value(Signal.CURRENT) + now.value(Signal.CURRENT));
        return acrossSteps || Double.isNaN(amps) ? 0 : amps * Nanos.toSeconds(now.atNanos() - before.atNanos());
    }

    /** What the instrument's coulomb counter moved; NaN if it has none. */
    private static double countedBetween(Reading before, Reading now) {
        return now.value(Signal.CHARGE) - before.value(Signal.CHARGE);
    }

    /** The running state as this turn leaves it. */
    ChannelState.Running running() {
        return new ChannelState.Running(
                run,
                cursor,
                leaf,
                ledger,
                new Sight(last, vouchedNanos, lastRecorded, doubts, plan, wakeNanos, unwatched));
    }
}
