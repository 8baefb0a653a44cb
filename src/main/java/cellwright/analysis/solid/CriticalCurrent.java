package cellwright.analysis.solid;

import cellwright.analysis.Refusal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The critical current density of a symmetric lithium cell: the highest one at which both half-cycles were completed before the
 * first short. It depends on the protocol (step, duration, charge per half-cycle), so a report gives them, area, pressure and
 * temperature, and the charge that had passed.
 *
 * @param ampsPerSquareMetre the highest density that was survived; empty if not even the first was
 * @param failedAtAmpsPerSquareMetre the density of the first short; empty if there was none: then the critical one is higher
 * @param coulombsPerSquareMetre areal charge of both directions that had passed until the first short, or in all
 * @param halfCycles how many half-cycles were completed before the first short
 */
public record CriticalCurrent(
        OptionalDouble ampsPerSquareMetre,
        OptionalDouble failedAtAmpsPerSquareMetre,
        double coulombsPerSquareMetre,
        int halfCycles) {
    private static final double SAME = 0.01;
    private static final double MILLIAMPS_PER_SQUARE_CM = 0.1;
    private static final double MAH_PER_SQUARE_CM = 0.1 / 3600;

    /**
     * One half-cycle at constant current.
     *
     * @param amps signed
     * @param coulombs magnitude of the charge that passed in it, until a short if there was one; 0 or more
     * @param outcome how it ended
     */
    public record HalfCycle(double amps, double coulombs, Outcome outcome) {
        /** Refuses what is no half-cycle. */
        public HalfCycle {
            Refusal.unlessPositive(Math.abs(amps), "the magnitude of a half-cycle's current in amperes");
            Refusal.ifNegative(coulombs, "the charge of a half-cycle in coulombs");
        }
    }

    /** How a half-cycle ended. */
    public enum Outcome {
        /** As planned. */
        COMPLETED,
        /** By a short. */
        SHORTED,
        /** By something else: a limit, a person. It proves nothing. */
        BROKEN_OFF
    }

    /**
     * Judges the half-cycles of a run in their order.
     *
     * @param areaM2 nominal area of one electrode in square metres, above 0
     * @throws IllegalArgumentException if there is no half-cycle or the area is impossible
     */
    public static CriticalCurrent of(List<HalfCycle> halfCycles, double areaM2) {
        Refusal.unlessPositive(areaM2, "the electrode area in square metres");
        Refusal.ifFewer(halfCycles.size(), 1, "half-cycles");
        double survived = Double.NaN;
        double coulombs = 0;
        int completed = 0;
        for (int i = 0; i < halfCycles.size(); i++) {
            HalfCycle half = halfCycles.get(i);
            coulombs += half.coulombs;
            if (half.outcome == Outcome.SHORTED) {
                return of(survived, OptionalDouble.of(Math.abs(half.amps) / areaM2), coulombs, areaM2, completed);
            }
            completed += half.outcome == Outcome.COMPLETED ? 1 : 0;
            if (i > 0 && isPair(halfCycles.get(i - 1), half)) {
                survived = Double.isNaN(survived) ? Math.abs(half.amps) : Math.max(survived, Math.abs(half.amps));
            }
        }
        return of(survived, OptionalDouble.empty(), coulombs, areaM2, completed);
    }

    private static CriticalCurrent of(
            double survived, OptionalDouble failed, double coulombs, double areaM2, int completed) {
        OptionalDouble density = Double.isNaN(survived) ? OptionalDouble.empty() : OptionalDouble.of(survived / areaM2);
        return new CriticalCurrent(density, failed, coulombs / areaM2, completed);
    }

    private static boolean isPair(HalfCycle one, HalfCycle other) {
        return one.outcome == Outcome.COMPLETED
                && other.outcome == Outcome.COMPLETED
                && Math.signum(one.amps) == -Math.signum(other.amps)
                && Math.abs(one.amps + other.amps) <= SAME * Math.abs(other.amps);
    }

    /** Whether no short was seen: the critical current density is at least the one survived. */
    public boolean isLowerBound() {
        return failedAtAmpsPerSquareMetre.isEmpty();
    }

    /** The density that was survived, in mA/cm²; NaN if none was. */
    public double milliampsPerSquareCm() {
        return ampsPerSquareMetre.orElse(Double.NaN) * MILLIAMPS_PER_SQUARE_CM;
    }

    /** Cumulative areal capacity until the short in mAh/cm². */
    public double cumulativeMahPerSquareCm() {
        return coulombsPerSquareMetre * MAH_PER_SQUARE_CM;
    }
}
