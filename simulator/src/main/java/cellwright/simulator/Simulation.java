package cellwright.simulator;

import cellwright.instrument.Watch;
import cellwright.simulator.cell.CellModel;
import cellwright.simulator.cell.Drive;
import cellwright.simulator.instrument.Trouble;
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
    private final Meter meter;
    private final Fixture fixture;
    private final Pace pace = new Pace();
    private final Moment present = new Moment();
    private final Moment trial = new Moment();
    private final Moment shown = new Moment();
    private final Moment shownTrial = new Moment();
    private final Meter.Report report = new Meter.Report();
    private List<Occasion> occasions = List.of();
    private long nowNanos;
    private long patienceNanos = Long.MAX_VALUE;
    private long quietSinceNanos;
    private boolean turned;

    /**
     * Begins.
     *
     * @param cell what is driven
     * @param circuit what drives it
     * @param meter what it is seen by
     * @param fixture what it sits in
     * @param atNanos where time begins
     */
    Simulation(CellModel cell, Circuit circuit, Meter meter, Fixture fixture, long atNanos) {
        this.cell = cell;
        this.circuit = circuit;
        this.meter = meter;
        this.fixture = fixture;
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

    /** What is reported of the cell now. */
    Meter.Report report() {
        return report;
    }

    /** What the instruments show now. */
    Moment shown() {
        return shown;
    }

    void watch(List<Watch> watches) {
        List<Occasion> kept = new ArrayList<>();
        watches.forEach(watch -> kept.add(new Occasion(watch, shown, report.values)));
        occasions = kept;
        await(Long.MAX_VALUE);
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
        long nanos = Math.min(longestNanos(), ahead(untilNanos));
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
        accept(excess(trial, shownTrial) >= 0 ? locate(nanos) : nanos);
        return Optional.empty();
    }

    /** The longest step that neither the cell nor anything around it objects to beforehand. */
    private long longestNanos() {
        long scheduled = Math.min(ahead(circuit.endNanos()), ahead(meter.dueNanos(nowNanos)));
        long patience = Math.min(patienceNanos, fixture.patienceNanos(nowNanos));
        return Math.min(pace.wishNanos(), Math.min(scheduled, patience));
    }

    /** Lets circuit and meter react to the moment reached; present values follow them. */
    void react() {
        Trouble before = meter.trouble();
        boolean redriven = turned;
        turned = false;
        if (meter.rangeChanges(shown, nowNanos)) {
            circuit.retune();
            redriven = true;
        }
        if (meter.troubleChanges(nowNanos)) {
            if (!meter.trouble().connectsLike(before)) {
                circuit.reconnect(nowNanos, cell);
            }
            redriven = true;
        }
        if (redriven) {
            redriven();
        }
    }

    private double propose(long nanos) {
        double error = cell.propose(circuit.drive(), nowNanos, nanos);
        trial.volts = cell.volts();
        trial.amps = cell.amps();
        trial.coulombs = cell.coulombs();
        trial.joules = cell.joules();
        trial.kelvins = cell.kelvins();
        trial.pascals = cell.pascals();
        meter.show(present, shown, trial, shownTrial, nowNanos, nanos);
        return error;
    }

    private void accept(long nanos) {
        cell.accept();
        meter.accept();
        nowNanos += nanos;
        present.copy(trial);
        shown.copy(shownTrial);
        meter.report(shown, nowNanos, report);
        turned = circuit.pass(present, shown, nowNanos);
        boolean happened = turned && circuit.opened();
        for (int i = 0; i < occasions.size(); i++) {
            happened |= occasions.get(i).armedExcess(shown) >= 0;
            occasions.get(i).pass(shown, report.values);
        }
        await(patienceNanos);
        quietSinceNanos = happened ? nowNanos : quietSinceNanos;
    }

    /** Looks again soon, and then later and later, as long as a watch waits for a report. */
    private void await(long before) {
        boolean waits = false;
        for (int i = 0; i < occasions.size(); i++) {
            waits |= occasions.get(i).waits();
        }
        long longer = before < Long.MAX_VALUE / 2 ? 2 * before : meter.sampleNanos();
        patienceNanos = waits ? longer : Long.MAX_VALUE;
    }

    /** Looks at the cell as it stands under the circuit's drive. */
    private void look() {
        Drive drive = circuit.drive();
        cell.settle(drive, nowNanos);
        present.volts = cell.volts();
        present.amps = cell.amps();
        present.coulombs = 0;
        present.joules = 0;
        present.kelvins = cell.kelvins();
        present.pascals = cell.pascals();
        shownTrial.copy(shown);
        meter.show(present, shownTrial, present, shown, nowNanos, 0);
        meter.accept();
        meter.report(shown, nowNanos, report);
        for (int i = 0; i < occasions.size(); i++) {
            occasions.get(i).arm(shown);
        }
    }

    /** The largest excess of all: its first zero is the first occasion. */
    private double excess(Moment truth, Moment seen) {
        double most = Math.max(circuit.excess(truth, seen), meter.rangeExcess(seen));
        for (int i = 0; i < occasions.size(); i++) {
            most = Math.max(most, occasions.get(i).armedExcess(seen));
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
        double below = Math.min(-1, excess(present, shown)) - AIM;
        double above = excess(trial, shownTrial) - AIM;
        double reached = above;
        long finest = finestNanos();
        for (int round = 1; reached >= 1 - AIM && high - low > finest; round++) {
            proposed = between(low, high, below, above, round % 4 == 0);
            propose(proposed);
            double excess = excess(trial, shownTrial);
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
            if (occasions.get(i).armedExcess(shownTrial) >= 0) {
                finest = Math.min(finest, occasions.get(i).finestNanos());
            }
        }
        return finest;
    }
}
