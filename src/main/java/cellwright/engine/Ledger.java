package cellwright.engine;

import cellwright.protocol.program.Program;
import java.util.Optional;

/**
 * What a run has come to so far.
 *
 * @param test charge and energy since the run began
 * @param cycles the cycles so far
 * @param stepCount number of the last step begun
 * @param rows rows recorded
 * @param spectra spectra recorded
 * @param orders commands given
 * @param setpointPascals pressure set-point in force; NaN if none was given
 * @param measurement the spectrum that was ordered last, until it is recorded
 * @param lookout for a soft short; empty if the program does not ask for one
 */
public record Ledger(
        Tally test,
        Cycles cycles,
        long stepCount,
        long rows,
        long spectra,
        long orders,
        double setpointPascals,
        Optional<Measurement> measurement,
        Optional<ShortLookout> lookout) {
    /** Nothing yet. */
    public static final Ledger EMPTY =
            new Ledger(Tally.ZERO, Cycles.NONE, 0, 0, 0, 0, Double.NaN, Optional.empty(), Optional.empty());

    /** Nothing yet, for a program. */
    static Ledger of(Program program) {
        return ShortLookout.of(program).map(EMPTY::withLookout).orElse(EMPTY);
    }

    /** Charge and energy since the running or last cycle began; before the first, since the run began. */
    public Tally inCycle() {
        return cycles.tally();
    }

    /** Number of the running or last cycle; 0 before the first. */
    public int cycle() {
        return cycles.number();
    }

    /** Whether a cycle is running. */
    public boolean cycling() {
        return cycles.running();
    }

    /** The last completed cycle. */
    public Optional<CycleFigures> lastCycle() {
        return cycles.last();
    }

    /** Discharge capacity of the cycle that defines 1C; NaN before it has ended. */
    public double basisCoulombs() {
        return cycles.basisCoulombs();
    }

    Ledger plus(double coulombs, double joules) {
        if (coulombs == 0) {
            return this;
        }
        Cycles counted = cycles.withTally(inCycle().plus(coulombs, joules));
        return new Ledger(
                test.plus(coulombs, joules),
                counted,
                stepCount,
                rows,
                spectra,
                orders,
                setpointPascals,
                measurement,
                lookout);
    }

    Ledger withCycles(Cycles changed) {
        return new Ledger(test, changed, stepCount, rows, spectra, orders, setpointPascals, measurement, lookout);
    }

    Ledger withStep() {
        return new Ledger(test, cycles, stepCount + 1, rows, spectra, orders, setpointPascals, measurement, lookout);
    }

    Ledger withRow() {
        return new Ledger(test, cycles, stepCount, rows + 1, spectra, orders, setpointPascals, measurement, lookout);
    }

    Ledger withOrder() {
        return new Ledger(test, cycles, stepCount, rows, spectra, orders + 1, setpointPascals, measurement, lookout);
    }

    Ledger withPressure(double pascals) {
        return new Ledger(test, cycles, stepCount, rows, spectra, orders, pascals, measurement, lookout);
    }

    Ledger withMeasurement(Measurement ordered) {
        return new Ledger(
                test, cycles, stepCount, rows, spectra, orders, setpointPascals, Optional.of(ordered), lookout);
    }

    /** The measurement is recorded. */
    Ledger withSpectrum() {
        return new Ledger(
                test, cycles, stepCount, rows, spectra + 1, orders, setpointPascals, Optional.empty(), lookout);
    }

    Ledger withLookout(ShortLookout changed) {
        return new Ledger(
                test, cycles, stepCount, rows, spectra, orders, setpointPascals, measurement, Optional.of(changed));
    }

    /**
     * The cycles of a run, each counted once and never renumbered.
     *
     * @param tally charge and energy since the running or last cycle began; before the first, since the run began
     * @param number of the running or last cycle; 0 before the first
     * @param running whether a cycle is running
     * @param beganNanos when it began
     * @param referenceCoulombs discharge capacity of the reference cycle; NaN before it has ended
     * @param basisCoulombs discharge capacity of the cycle that defines 1C; NaN before it has ended
     * @param last the last completed cycle
     */
    public record Cycles(
            Tally tally,
            int number,
            boolean running,
            long beganNanos,
            double referenceCoulombs,
            double basisCoulombs,
            Optional<CycleFigures> last) {
        static final Cycles NONE = new Cycles(Tally.ZERO, 0, false, 0, Double.NaN, Double.NaN, Optional.empty());

        Cycles withTally(Tally counted) {
            return new Cycles(counted, number, running, beganNanos, referenceCoulombs, basisCoulombs, last);
        }

        Cycles begun(long atNanos) {
            return new Cycles(Tally.ZERO, number + 1, true, atNanos, referenceCoulombs, basisCoulombs, last);
        }

        /** The running cycle is complete; it may be the one that later figures are relative to. */
        Cycles ended(long atNanos, int referenceCycle, int basisCycle) {
            double discharged = tally.dischargeCoulombs();
            double reference = number == referenceCycle ? discharged : referenceCoulombs;
            double basis = number == basisCycle ? discharged : basisCoulombs;
            double retention = reference > 0 ? discharged / reference : Double.NaN;
            var figures = new CycleFigures(number, beganNanos, atNanos, tally, retention);
            return new Cycles(tally, number, false, beganNanos, reference, basis, Optional.of(figures));
        }
    }
}
