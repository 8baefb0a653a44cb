package cellwright.analysis;

import cellwright.engine.CycleFigures;
import cellwright.protocol.program.Scale;
import java.util.OptionalDouble;

/**
 * A cycle in laboratory units.
 *
 * @param cycle its number, from 1
 * @param chargeAh charge capacity
 * @param dischargeAh discharge capacity
 * @param chargeMahPerGram per active mass, if that is known
 * @param dischargeMahPerGram per active mass, if that is known
 * @param chargeMahPerSquareCm per electrode area, if that is known
 * @param dischargeMahPerSquareCm per electrode area, if that is known
 * @param coulombicEfficiency discharge over charge capacity of the same cycle, the full-cell definition; NaN without charge
 * @param retention discharge capacity over that of the reference cycle; NaN before it
 * @param chargeWh charge energy
 * @param dischargeWh discharge energy
 * @param energyEfficiency discharge over charge energy
 * @param meanChargeVolts charge energy over charge capacity
 * @param meanDischargeVolts discharge energy over discharge capacity
 * @param durationSeconds from the cycle's first step to its last
 */
public record CycleMetrics(
        int cycle,
        double chargeAh,
        double dischargeAh,
        OptionalDouble chargeMahPerGram,
        OptionalDouble dischargeMahPerGram,
        OptionalDouble chargeMahPerSquareCm,
        OptionalDouble dischargeMahPerSquareCm,
        double coulombicEfficiency,
        double retention,
        double chargeWh,
        double dischargeWh,
        double energyEfficiency,
        double meanChargeVolts,
        double meanDischargeVolts,
        double durationSeconds) {
    private static final double PER_HOUR = 1 / 3600.0;
    private static final double NANO = 1e-9;

    /** The figures of a cycle on the scale of its cell. */
    public static CycleMetrics of(CycleFigures figures, Scale scale) {
        double chargeAh = figures.tally().chargeCoulombs() * PER_HOUR;
        double dischargeAh = figures.tally().dischargeCoulombs() * PER_HOUR;
        return new CycleMetrics(
                figures.cycle(),
                chargeAh,
                dischargeAh,
                perGram(chargeAh, scale),
                perGram(dischargeAh, scale),
                perSquareCm(chargeAh, scale),
                perSquareCm(dischargeAh, scale),
                figures.coulombicEfficiency(),
                figures.retention(),
                figures.tally().chargeJoules() * PER_HOUR,
                figures.tally().dischargeJoules() * PER_HOUR,
                figures.energyEfficiency(),
                figures.meanChargeVolts(),
                figures.meanDischargeVolts(),
                (figures.endedNanos() - figures.beganNanos()) * NANO);
    }

    private static OptionalDouble perGram(double ampereHours, Scale scale) {
        return scale.activeMassKg().isPresent()
                ? OptionalDouble.of(ampereHours / scale.activeMassKg().getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble perSquareCm(double ampereHours, Scale scale) {
        return scale.areaM2().isPresent()
                ? OptionalDouble.of(ampereHours / scale.areaM2().getAsDouble() * 0.1)
                : OptionalDouble.empty();
    }
}
