package cellwright.mark10;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Settings;
import cellwright.simulator.emulator.mark10.EmulatedMark10;
import cellwright.testkit.FakeHost;
import cellwright.testkit.Given;
import cellwright.testkit.TimedLink;
import java.util.Map;

/** A driver, an emulated gauge of 10 kN under 2 kN, and a line between them. */
final class Far {
    static final double CAPACITY = 10_000;

    final FakeHost host = new FakeHost();
    final EmulatedMark10 emulated =
            new EmulatedMark10(CAPACITY, 2000, host.clock().nanos());

    Far() {
        host.with("serial:gauge", new TimedLink(host.clock(), emulated, 3));
    }

    static Settings settings(String... more) {
        return Given.settings(Map.of("link", "serial:gauge", "capacity", "10000"), more);
    }

    ForceGauge open(String... more) throws InstrumentException {
        var driver = new Mark10Driver();
        return driver.open(settings(more).withDefaults(driver.settings()), host);
    }
}
