package cellwright.engine;

import java.util.Optional;

/**
 * What a run has come to so far.
 *
 * @param test charge and energy since the run began
 * @param inCycle charge and energy since the running or last cycle began; before the first, since the run began
 * @param cycle number of the running or last cycle; 0 before the first
 * @param cycling whether a cycle is running
 * @param cycleBeganNanos when it began
 * @param stepCount number of the last step begun
 * @param rows rows recorded
 * @param orders commands given
 * @param referenceCoulombs discharge capacity of the reference cycle; NaN before it has ended
 * @param basisCoulombs discharge capacity of the cycle that defines 1C; NaN before it has ended
 * @param lastCycle the last completed cycle
 * @param setpointPascals pressure set-point in force; NaN if none was given
 */
public record Ledger(
        Tally test,
        Tally inCycle,
        int cycle,
        boolean cycling,
        long cycleBeganNanos,
        long stepCount,
        long rows,
        long orders,
        double referenceCoulombs,
        double basisCoulombs,
        Optional<CycleFigures> lastCycle,
        double setpointPascals) {
    /** Nothing yet. */
    public static final Ledger EMPTY = new Ledger(
            Tally.ZERO, Tally.ZERO, 0, false, 0, 0, 0, 0, Double.NaN, Double.NaN, Optional.empty(), Double.NaN);

    Ledger plus(double coulombs, double joules) {
        return new Ledger(
                test.plus(coulombs, joules),
                inCycle.plus(coulombs, joules),
                cycle,
                cycling,
                cycleBeganNanos,
                stepCount,
                rows,
                orders,
                referenceCoulombs,
                basisCoulombs,
                lastCycle,
                setpointPascals);
    }

    Ledger withCycleBegun(long atNanos) {
        return new Ledger(
                test,
                Tally.ZERO,
                cycle + 1,
                true,
                atNanos,
                stepCount,
                rows,
                orders,
                referenceCoulombs,
                basisCoulombs,
                lastCycle,
                setpointPascals);
    }

    Ledger withCycleEnded(CycleFigures figures, double newReference, double newBasis) {
        return new Ledger(
                test,
                inCycle,
                cycle,
                false,
                cycleBeganNanos,
                stepCount,
                rows,
                orders,
                newReference,
                newBasis,
                Optional.of(figures),
                setpointPascals);
    }

    Ledger withStep() {
        return new Ledger(
                test,
                inCycle,
                cycle,
                cycling,
                cycleBeganNanos,
                stepCount + 1,
                rows,
                orders,
                referenceCoulombs,
                basisCoulombs,
                lastCycle,
                setpointPascals);
    }

    Ledger withRow() {
        return new Ledger(
                test,
                inCycle,
                cycle,
                cycling,
                cycleBeganNanos,
                stepCount,
                rows + 1,
                orders,
                referenceCoulombs,
                basisCoulombs,
                lastCycle,
                setpointPascals);
    }

    Ledger withOrder() {
        return new Ledger(
                test,
                inCycle,
                cycle,
                cycling,
                cycleBeganNanos,
                stepCount,
                rows,
                orders + 1,
                referenceCoulombs,
                basisCoulombs,
                lastCycle,
                setpointPascals);
    }

    Ledger withPressure(double pascals) {
        return new Ledger(
                test,
                inCycle,
                cycle,
                cycling,
                cycleBeganNanos,
                stepCount,
                rows,
                orders,
                referenceCoulombs,
                basisCoulombs,
                lastCycle,
                pascals);
    }
}
