package cellwright.simulator;

import cellwright.instrument.Watch;
import cellwright.simulator.cell.CellModel;
import cellwright.simulator.cell.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves cell, circuit and fixture on in time, one accepted step after the other, so that whatever is of interest happens
 * at the end of a step and never inside one. Mutable, one thread.
 */
final class Simulation {
    private static final long LEFT_NANOS = 100_000;
    private static final long FINEST_NANOS = 1_000;
    /** Where behind an occasion to land, in units of how close it must be located. */
    private static final double AIM = 0.5;

    private final CellModel cell;
    private final Circuit circuit;
    private final double voltsMargin;
    private final Pace pace = new Pace();
    private final Moment present = new Moment();
    private final Moment trial = new Moment();
    private List<Occasion> occasions = List.of();
    private long nowNanos;
    private long quietSinceNanos;
    private boolean turned;

    /**
     * Begins.
     *
     * @param cell what is driven
     * @param circuit what drives it
     * @param voltsMargin how far behind a watched voltage to stop, at least 0
     * @param atNanos where time begins
     */
    Simulation(CellModel cell, Circuit circuit, double voltsMargin, long atNanos) {
        this.cell = cell;
        this.circuit = circuit;
        this.voltsMargin = voltsMargin;
        this.nowNanos = atNanos;
        this.quietSinceNanos = atNanos;
        look();
    }

    long nowNanos() {
        return nowNanos;
    }

    /** When a watch fired last or the circuit opened by itself; in the beginning, the beginning. */
    long quietSinceNanos() {
        return quietSinceNanos;
    }

    /** The true values now. */
    Moment present() {
        return present;
    }

    void watch(List<Watch> watches) {
        List<Occasion> kept = new ArrayList<>();
        watches.forEach(watch -> kept.add(new Occasion(watch, present, voltsMargin)));
        occasions = kept;
    }

    /** To be called when the circuit drives the cell differently. */
    void redriven() {
        cell.disturb();
        pace.restart();
        look();
    }

    /** To be called when the fixture has been given another target. */
    void retargeted() {
        pace.restart();
    }

    /**
     * Makes one step, which ends at the first occasion if one lies inside. The circuit's reaction to what was reached
     * follows with {@link #react()}, so that the moment itself can be read first.
     *
     * @param untilNanos later than now
     * @return why the model cannot go on, nothing having moved; empty if a step was made
     */
    Optional<String> step(long untilNanos) {
        long nanos = Math.min(pace.wishNanos(), Math.min(ahead(untilNanos), ahead(circuit.endNanos())));
        double error = propose(nanos);
        Optional<String> left = cell.left();
        while (left.isPresent() || (!(error <= 1) && nanos > Pace.SHORTEST_NANOS)) {
            if (left.isPresent() && nanos <= LEFT_NANOS) {
                look();
                return left;
            }
            pace.refuse(nanos, left.isPresent() ? Double.NaN : error);
            nanos = Math.min(nanos, pace.wishNanos());
            error = propose(nanos);
            left = cell.left();
        }
        pace.welcome(nanos, error);
        accept(excess(trial) >= 0 ? locate(nanos) : nanos);
        return Optional.empty();
    }

    /** Lets the circuit react to the moment reached; present values follow it. */
    void react() {
        if (turned) {
            turned = false;
            redriven();
        }
    }

    private double propose(long nanos) {
        double error = cell.propose(circuit.drive(), nowNanos, nanos);
        trial.volts = cell.volts();
        trial.amps = cell.amps();
        trial.coulombs = present.coulombs + cell.coulombs();
        trial.joules = present.joules + cell.joules();
        trial.kelvins = cell.kelvins();
        trial.pascals = cell.pascals();
        return error;
    }

    private void accept(long nanos) {
        cell.accept();
        nowNanos += nanos;
        present.copy(trial);
        turned = circuit.pass(present, nowNanos);
        boolean happened = turned && circuit.opened();
        for (int i = 0; i < occasions.size(); i++) {
            happened |= occasions.get(i).armedExcess(present) >= 0;
            occasions.get(i).pass(present);
        }
        quietSinceNanos = happened ? nowNanos : quietSinceNanos;
    }

    /** Looks at the cell as it stands under the circuit's drive. */
    private void look() {
        Drive drive = circuit.drive();
        cell.settle(drive, nowNanos);
        present.volts = cell.volts();
        present.amps = cell.amps();
        present.kelvins = cell.kelvins();
        present.pascals = cell.pascals();
        for (int i = 0; i < occasions.size(); i++) {
            occasions.get(i).arm(present);
        }
    }

    /** The largest excess of all: its first zero is the first occasion. */
    private double excess(Moment moment) {
        double most = circuit.excess(moment);
        for (int i = 0; i < occasions.size(); i++) {
            most = Math.max(most, occasions.get(i).armedExcess(moment));
        }
        return most;
    }

    /**
     * Finds the step that ends just behind the first occasion, by regula falsi (Illinois variant) aimed half a unit
     * behind it, with bisection where that is slow; leaves the cell proposing that step.
     */
    private long locate(long nanos) {
        long low = 0;
        long high = nanos;
        long proposed = nanos;
        double below = Math.min(-1, excess(present)) - AIM;
        double above = excess(trial) - AIM;
        double reached = above;
        long finest = finestNanos();
        for (int round = 1; reached >= 1 - AIM && high - low > finest; round++) {
            proposed = between(low, high, below, above, round % 4 == 0);
            propose(proposed);
            double excess = excess(trial);
            if (excess >= 0) {
                below *= 0.5;
                high = proposed;
                above = excess - AIM;
                reached = above;
                finest = finestNanos();
            } else {
                low = proposed;
                below = excess - AIM;
                above *= 0.5;
            }
        }
        if (proposed != high) {
            propose(high);
        }
        return high;
    }

    /** A place inside the bracket: by the line through its ends, or its middle. */
    private static long between(long low, long high, double below, double above, boolean middle) {
        double share = middle || !Double.isFinite(below) || above <= 0 ? 0.5 : below / (below - above);
        return Math.clamp(low + Math.round(share * (high - low)), low + 1, high - 1);
    }

    /** Nanoseconds to an instant that lies ahead, also over the ends of the number range. */
    private long ahead(long atNanos) {
        long nanos = atNanos - nowNanos;
        return nanos > 0 ? nanos : Long.MAX_VALUE;
    }

    private long finestNanos() {
        long finest = FINEST_NANOS;
        for (int i = 0; i < occasions.size(); i++) {
            if (occasions.get(i).armedExcess(trial) >= 0) {
                finest = Math.min(finest, occasions.get(i).finestNanos());
            }
        }
        return finest;
    }
}
