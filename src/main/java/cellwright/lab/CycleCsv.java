package cellwright.lab;

import cellwright.analysis.CycleMetrics;
import cellwright.store.Decimal;
import java.util.List;
import java.util.OptionalDouble;

/** The cycle table as CSV: one line a cycle, the unit last in each header, NaN and unknown figures empty. */
public final class CycleCsv {
    private static final String HEADER = "cycle,charge_capacity_ah,discharge_capacity_ah,charge_capacity_mah_per_g,"
            + "discharge_capacity_mah_per_g,charge_capacity_mah_per_cm2,discharge_capacity_mah_per_cm2,"
            + "coulombic_efficiency,retention,charge_energy_wh,discharge_energy_wh,energy_efficiency,"
            + "mean_charge_voltage_v,mean_discharge_voltage_v,duration_s\n";

    private CycleCsv() {}

    /** The whole table. */
    public static String text(List<CycleMetrics> cycles) {
        StringBuilder text = new StringBuilder(HEADER);
        cycles.forEach(cycle -> text.append(line(cycle)));
        return text.toString();
    }

    private static String line(CycleMetrics cycle) {
        return String.join(
                        ",",
                        Integer.toString(cycle.cycle()),
                        Decimal.number(cycle.chargeAh()),
                        Decimal.number(cycle.dischargeAh()),
                        optional(cycle.chargeMahPerGram()),
                        optional(cycle.dischargeMahPerGram()),
                        optional(cycle.chargeMahPerSquareCm()),
                        optional(cycle.dischargeMahPerSquareCm()),
                        Decimal.number(cycle.coulombicEfficiency()),
                        Decimal.number(cycle.retention()),
                        Decimal.number(cycle.chargeWh()),
                        Decimal.number(cycle.dischargeWh()),
                        Decimal.number(cycle.energyEfficiency()),
                        Decimal.number(cycle.meanChargeVolts()),
                        Decimal.number(cycle.meanDischargeVolts()),
                        Decimal.number(cycle.durationSeconds()))
                + "\n";
    }

    private static String optional(OptionalDouble value) {
        return value.isPresent() ? Decimal.number(value.getAsDouble()) : "";
    }
}
