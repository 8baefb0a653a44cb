package cellwright.ascii2;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Settings;
import cellwright.simulator.emulator.ascii2.ChamberProfile;
import cellwright.simulator.emulator.ascii2.EmulatedChamber;
import cellwright.testkit.FakeHost;
import cellwright.testkit.Given;
import cellwright.testkit.TimedLink;
import java.util.Map;

/** A driver, an emulated chamber at 25 degrees Celsius, and a line. */
final class Far {
    final FakeHost host = new FakeHost();
    final EmulatedChamber emulated;

    Far(ChamberProfile profile) {
        emulated = new EmulatedChamber(profile, 25, host.clock().nanos());
        host.with("tcp:chamber", new TimedLink(host.clock(), emulated, 50));
    }

    static Settings settings(String... more) {
        return Given.settings(Map.of("link", "tcp:chamber", "lowest", "10", "highest", "80"), more);
    }

    ClimateChamber open(String... more) throws InstrumentException {
        var driver = new Ascii2Driver();
        return driver.open(settings(more).withDefaults(driver.settings()), host);
    }
}
