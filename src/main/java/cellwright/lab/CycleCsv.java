package cellwright.lab;

import cellwright.analysis.CycleMetrics;
import cellwright.protocol.program.Program;
import cellwright.store.Decimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The cycle table as CSV: one line a cycle, the unit last in each header, NaN and unknown figures empty. */
public final class CycleCsv {
    private static final String HEADER = "cycle,charge_capacity_ah,discharge_capacity_ah,charge_capacity_mah_per_g,"
            + "discharge_capacity_mah_per_g,charge_capacity_mah_per_cm2,discharge_capacity_mah_per_cm2,"
            + "coulombic_efficiency,retention,charge_energy_wh,discharge_energy_wh,energy_efficiency,"
            + "mean_charge_voltage_v,mean_discharge_voltage_v,duration_s\n";

    private static final List<String> DEFINITIONS = List.of(
            "cycle: one pass of a block that counts cycles, from 1, never renumbered",
            "charge_capacity_ah, discharge_capacity_ah: charge that went into, out of the cell in the cycle, counted by the"
                    + " instrument's coulomb counter where it has one, else integrated reading by reading within each step",
            "..._mah_per_g, ..._mah_per_cm2: the same over the cell's active mass, its electrode area",
            "coulombic_efficiency: discharge over charge capacity of the same cycle, 1 is all of it",
            "charge_energy_wh, discharge_energy_wh: integral of voltage times current, each direction for itself",
            "energy_efficiency: discharge over charge energy of the same cycle",
            "mean_charge_voltage_v, mean_discharge_voltage_v: energy over capacity of that direction",
            "duration_s: from the beginning of the cycle's first step to the end of its last");

    private CycleCsv() {}

    /**
     * The whole table below lines that begin with {@code #}: where the data come from, and what the columns mean.
     *
     * @param heading what is to be known about the run, by name
     */
    static String explained(Map<String, String> heading, Program program, List<CycleMetrics> cycles) {
        StringBuilder text = new StringBuilder();
        heading.forEach((name, value) -> text.append("# ")
                .append(name)
                .append(": ")
                .append(value.replaceAll("[\\r\\n]+", " "))
                .append('\n'));
        text.append("# definitions\n");
        DEFINITIONS.forEach(line -> text.append("#   ").append(line).append('\n'));
        text.append("#   retention: discharge capacity over that of cycle ")
                .append(program.referenceCycle())
                .append('\n');
        return text.append(text(cycles)).toString();
    }

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
