package cellwright.palmsens;

import cellwright.instrument.Settings;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.palmsens.EmulatedPalmSens;
import cellwright.simulator.emulator.palmsens.Profile;
import cellwright.testkit.Bench;
import cellwright.testkit.DriverContract;
import cellwright.testkit.FakeHost;
import cellwright.testkit.TimedLink;
import java.util.Map;

/** The rules every driver keeps, inherited. */
final class PalmSensContractTest implements DriverContract {
    @Override
    public Bench bench() {
        var host = new FakeHost();
        var instrument = new EmulatedPalmSens(
                Profile.EMSTAT4_HR, CircuitCell.pellet(3.6), host.clock().nanos());
        host.with("serial:emstat", new TimedLink(host.clock(), instrument, 1));
        return new Bench(new PalmSensDriver(), new Settings(Map.of("link", "serial:emstat")), host);
    }
}
