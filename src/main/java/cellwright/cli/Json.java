package cellwright.cli;

import cellwright.analysis.CycleMetrics;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
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
