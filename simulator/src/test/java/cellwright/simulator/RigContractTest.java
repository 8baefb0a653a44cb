package cellwright.simulator;

import cellwright.instrument.Settings;
import cellwright.testkit.DriverContract;
import cellwright.testkit.FakeHost;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;

/** The simulated rig keeps the contract of every driver, whatever cell is in it. */
final class RigContractTest {
    private static cellwright.testkit.Bench bench(Map<String, String> cell) {
        Map<String, String> settings = new TreeMap<>(cell);
        settings.put("cell", "contract");
        settings.put("area_m2", "7.854e-5");
        return new cellwright.testkit.Bench(new SimulatorDriver(), new Settings(settings), new FakeHost());
    }

    @Nested
    class Particle implements DriverContract {
        @Override
        public cellwright.testkit.Bench bench() {
            return RigContractTest.bench(Map.of("active_mass_kg", "4.885e-6"));
        }
    }

    @Nested
    class Blocking implements DriverContract {
        @Override
        public cellwright.testkit.Bench bench() {
            return RigContractTest.bench(Map.of("model", "blocking"));
        }
    }

    @Nested
    class Lithium implements DriverContract {
        @Override
        public cellwright.testkit.Bench bench() {
            return RigContractTest.bench(Map.of("model", "lithium"));
        }
    }
}
