package cellwright.simulator;

import cellwright.instrument.Settings;
import cellwright.testkit.DriverContract;
import cellwright.testkit.FakeHost;
import java.util.Map;

/** The simulated rig keeps the contract of every driver. */
final class RigContractTest implements DriverContract {
    @Override
    public cellwright.testkit.Bench bench() {
        Map<String, String> settings = Map.of("cell", "contract", "active_mass_kg", "4.885e-6", "area_m2", "7.854e-5");
        return new cellwright.testkit.Bench(new SimulatorDriver(), new Settings(settings), new FakeHost());
    }
}
