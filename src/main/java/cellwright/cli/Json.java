package cellwright.cli;

import cellwright.analysis.CycleMetrics;
import cellwright.analysis.impedance.KramersKronigVerdict;
import cellwright.engine.SpectrumRow;
import cellwright.instrument.Sweep;
import cellwright.lab.SpectrumFigures;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Results as JSON: snake_case names with the unit last; what is not known is null, never NaN. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    static String text(Map<String, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("maps of numbers and texts can always be written", impossible);
        }
    }

    /** A number, or null where there is none. */
    static @Nullable Double number(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : null;
    }

    static List<Map<String, @Nullable Object>> spectra(List<SpectrumFigures> spectra) {
        return spectra.stream().map(Json::spectrum).toList();
    }

    private static Map<String, @Nullable Object> spectrum(SpectrumFigures figures) {
        SpectrumRow row = figures.row();
        boolean potentiostatic = row.sweep().mode() == Sweep.Mode.POTENTIOSTATIC;
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("spectrum", row.index());
        map.put("cycle", row.cycle());
        map.put("step_count", row.stepCount());
        map.put("path", row.path());
        map.put("extent", row.extent().words());
        map.put("mode", row.sweep().mode().name().toLowerCase(Locale.ROOT));
        map.put("amplitude_v", potentiostatic ? number(row.sweep().amplitude()) : null);
        map.put("amplitude_a", potentiostatic ? null : number(row.sweep().amplitude()));
        map.put("held_voltage_v", number(row.heldVolts()));
        map.put("test_time_s", number(figures.testSeconds()));
        map.put("duration_s", number(figures.durationSeconds()));
        map.put("points", row.spectrum().points().size());
        map.put("lowest_frequency_hz", number(figures.lowestHertz()));
        map.put("highest_frequency_hz", number(figures.highestHertz()));
        map.put("lowest_impedance_ohm", number(figures.lowestOhm()));
        map.put("highest_impedance_ohm", number(figures.highestOhm()));
        map.put("voltage_v", number(figures.volts()));
        map.put("state_of_charge", number(figures.stateOfCharge()));
        map.put("temperature_k", number(figures.kelvins()));
        map.put("pressure_pa", number(figures.pascals()));
        map.put("kramers_kronig_residual", number(figures.residual()));
        map.put("kramers_kronig_verdict", figures.outcome().name().toLowerCase(Locale.ROOT));
        map.put(
                "kramers_kronig_reasons",
                figures.verdict().map(KramersKronigVerdict::reasons).orElse(List.of()));
        return map;
    }

    static List<Map<String, @Nullable Object>> cycles(List<CycleMetrics> cycles) {
        return cycles.stream().map(Json::cycle).toList();
    }

    private static Map<String, @Nullable Object> cycle(CycleMetrics cycle) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("cycle", cycle.cycle());
        map.put("charge_capacity_ah", number(cycle.chargeAh()));
        map.put("discharge_capacity_ah", number(cycle.dischargeAh()));
        map.put("charge_capacity_mah_per_g", number(cycle.chargeMahPerGram()));
        map.put("discharge_capacity_mah_per_g", number(cycle.dischargeMahPerGram()));
        map.put("charge_capacity_mah_per_cm2", number(cycle.chargeMahPerSquareCm()));
        map.put("discharge_capacity_mah_per_cm2", number(cycle.dischargeMahPerSquareCm()));
        map.put("coulombic_efficiency", number(cycle.coulombicEfficiency()));
        map.put("retention", number(cycle.retention()));
        map.put("charge_energy_wh", number(cycle.chargeWh()));
        map.put("discharge_energy_wh", number(cycle.dischargeWh()));
        map.put("energy_efficiency", number(cycle.energyEfficiency()));
        map.put("mean_charge_voltage_v", number(cycle.meanChargeVolts()));
        map.put("mean_discharge_voltage_v", number(cycle.meanDischargeVolts()));
        map.put("duration_s", number(cycle.durationSeconds()));
        return map;
    }
}
