package cellwright.alicat;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Settings;
import cellwright.simulator.emulator.alicat.EmulatedAlicat;
import cellwright.testkit.FakeHost;
import cellwright.testkit.Given;
import cellwright.testkit.TimedLink;
import java.util.Map;

/** A driver, an emulated controller at 2 bar, a piston of a hundred times the cell's area, and a line. */
final class Far {
    final FakeHost host = new FakeHost();
    final EmulatedAlicat emulated = new EmulatedAlicat(2e5, host.clock().nanos());

    Far() {
        host.with("serial:gas", new TimedLink(host.clock(), emulated, 5));
    }

    static Settings settings(String... more) {
        return Given.settings(Map.of("link", "serial:gas", "highest", "80", "ratio", "100"), more);
    }

    PressureController open(String... more) throws InstrumentException {
        var driver = new AlicatDriver();
        return driver.open(settings(more).withDefaults(driver.settings()), host);
    }
}
