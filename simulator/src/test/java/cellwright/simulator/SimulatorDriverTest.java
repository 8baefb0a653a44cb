package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Driver;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorDriverTest {
    @Test
    void itIsFoundByItsName() {
        assertThat(ServiceLoader.load(Driver.class)).extracting(Driver::name).contains("simulator");
    }

    @Test
    void itNeedsACellAndDeclaresTheRest() throws Exception {
        var declared = new SimulatorDriver().settings();
        assertThat(declared).allMatch(setting -> !setting.meaning().isBlank());
        assertThat(declared).extracting(Setting::key).doesNotHaveDuplicates();
        assertThat(new Settings(Map.of()).faults(declared)).hasSize(2);
        Settings least = new Settings(Map.of("cell", "B2", "active_mass_kg", "5e-6", "area_m2", "8e-5"));
        assertThat(least.faults(declared)).isEmpty();
        VirtualRig rig = new SimulatorDriver().open(least.withDefaults(declared), new Bench.Desk());
        assertThat(rig.identity().simulated()).isTrue();
        assertThat(rig.identity().serial()).isEqualTo("sim-B2");
        assertThat(rig.read().value(Signal.TEMPERATURE)).isEqualTo(293.15);
        assertThat(rig.read().value(Signal.PRESSURE)).isZero();
    }

    @Test
    void aPotentialTableOfOnesOwn() throws Exception {
        Bench bench = new Bench("open_circuit", "1:3 0.5:3.4 0:3.6", "start_stoichiometry", "0.5");
        assertThat(bench.rig.read().value(Signal.VOLTAGE)).isCloseTo(3.4 - 0.622, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "cathode, LFP",
        "anode, graphite",
        "active_mass_kg, 0",
        "model, capacitor",
        "spectrum_noise, -1",
        "spectrum_noise, 1",
        "instrument, good",
        "voltage_gain_share, 1",
        "voltage_offset_v, -1",
        "converter_bits, 8",
        "converter_bits, many",
        "current_range_a, 2e-3",
        "current_gain_share, -1",
        "current_offset_share, 1",
        "current_noise_share, NaN",
        "input_bias_a, 1",
        "compliance_v, 3",
        "cable_h, -1",
        "load_cell_n, 0",
        "load_cell_noise_share, 1",
        "load_cell_drift_per_k, 1",
        "load_cell_creep_share, -1",
        "temperature_offset_k, 100",
        "chamber_overshoot_k, 0",
        "chamber_ripple_k, 1",
        "chamber_time_constant_s, 0",
        "chamber_ramp_k_per_s, 0",
        "faults, open_led at 3 s",
        "faults, open_lead at once",
        "area_m2, -1",
        "diffusion_m2_per_s, -1e-15",
        "diffusion_m2_per_s, 0",
        "diffusion_m2_per_s, NaN",
        "diffusion_m2_per_s, Infinity",
        "exchange_amps_per_kg, none",
        "start_stoichiometry, NaN",
        "start_stoichiometry, -0.1",
        "start_stoichiometry, 0.02",
        "start_stoichiometry, 1.1",
        "start_temperature_k, 25",
        "start_pressure_pa, -1",
        "tolerance, 0",
        "seed, 1.5",
        "noise_volts_rms, -1",
        "tortuosity2, 0.5",
        "lead_ohm, -1",
        "porosity, 1",
        "active_mass_fraction, 1",
        "chloride_mass_kg, NaN",
        "anode_lithium_mol, 1",
        "press_time_constant_s, 0",
        "fixture, glue",
        "gap_n_per_m, 0",
        "creep_m_per_pa, -1",
        "heat_capacity_j_per_k, -1",
        "heat_loss_w_per_k, 0",
        "separator, paper",
        "nx, 0",
        "nx, 17",
        "nx, 2.5",
        "ageing, perhaps",
        "double_layer, perhaps",
        "lipon_m, -1",
        "volts_range, 50",
        "open_circuit, 1:2 0.5:3 0.4:2.9 0:4",
        "open_circuit, 1:2 0:4",
        "open_circuit, 1:2 0.5:3 0.4:3 0:4",
        "open_circuit, 1:2 0.5:NaN 0:4",
        "open_circuit, 1.5:2 0.5:3 0:4",
        "open_circuit, four volts"
    })
    void nonsenseIsRefusedByItsName(String key, String value) {
        assertThatThrownBy(() -> new Bench(key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + key + "\"")
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.29", "0.91", "0.95"})
    void aStartOutsideOfOnesOwnTableIsRefused(String start) {
        assertThatThrownBy(() -> new Bench("open_circuit", "0.9:3 0.5:3.4 0.3:3.6", "start_stoichiometry", start))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"start_stoichiometry\"", "between 0.3 and 0.9", start);
    }

    @ParameterizedTest
    @CsvSource({
        "blocking, electrolyte, water",
        "blocking, electrolyte_m, 0",
        "blocking, electrolyte_mass_kg, -1",
        "blocking, ionic_s_per_m, 0",
        "blocking, ionic_ev, -0.1",
        "blocking, electronic_s_per_m, -1",
        "blocking, boundary_share, 1.5",
        "blocking, interface_s_per_m2, 0",
        "blocking, interface_exponent, 1",
        "blocking, anode, Li",
        "lithium, anode, In/InLi",
        "lithium, electrolyte_m, none",
        "lithium, interface_ohm_m2, 0",
        "lithium, interface_ev, -1",
        "lithium, critical_a_per_m2, 0",
        "lithium, critical_ev, -1",
        "lithium, filament_c_per_m2, 0",
        "lithium, filament_receded_share, -1",
        "lithium, heal_a_per_m2, -1",
        "lithium, void_c_per_m2, 0",
        "lithium, penetration_by_pressure, -1",
        "lithium, burn_j, 0",
        "lithium, weld_c_per_m2, 0",
    })
    void nonsenseIsRefusedByItsNameForOtherKindsOfCells(String model, String key, String value) {
        assertThatThrownBy(() -> Bench.electrolyte(model, key, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + key + "\"")
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({
        "particle, electrolyte, LiPON",
        "particle, burn_j, 1",
        "blocking, cathode, LCO",
        "blocking, fixture, gap",
        "blocking, weld_c_per_m2, 1",
        "lithium, interface_exponent, 0.8",
        "lithium, nx, 8",
        "lithium, heat_capacity_j_per_k, 245",
    })
    void whatMeansNothingToAKindOfCellIsRefused(String model, String key, String value) {
        assertThatThrownBy(() -> Bench.electrolyte(model, key, value, "active_mass_kg", "5e-6"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + key + "\" means nothing to the model " + model);
    }

    @Test
    void massAndThicknessExcludeEachOther() {
        assertThatThrownBy(() -> Bench.electrolyte("blocking", "electrolyte_m", "1e-3", "electrolyte_mass_kg", "2e-4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"electrolyte_mass_kg\"", "\"electrolyte_m\"");
    }

    @Test
    void aParticleCellNeedsAMass() {
        assertThatThrownBy(() -> Bench.electrolyte("particle"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"active_mass_kg\" must be given");
    }

    @Test
    void aCellWithoutActiveMaterialNeedsNoMassOfIt() throws Exception {
        assertThat(Bench.electrolyte("blocking").read().value(Signal.VOLTAGE)).isZero();
        assertThat(Bench.electrolyte("lithium", "anode", "Li").read().value(Signal.VOLTAGE))
                .isZero();
        assertThat(Bench.electrolyte("lithium", "active_mass_kg", "1e-6").read().value(Signal.VOLTAGE))
                .isZero();
    }
}
