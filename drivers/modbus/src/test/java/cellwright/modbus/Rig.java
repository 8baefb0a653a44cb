package cellwright.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Settings;
import cellwright.simulator.emulator.modbus.EmulatedEurotherm;
import cellwright.simulator.emulator.modbus.EmulatedLoadCell;
import cellwright.simulator.emulator.modbus.EmulatedModbus;
import cellwright.simulator.emulator.modbus.EmulatedWatlow;
import cellwright.simulator.emulator.modbus.Framing;
import cellwright.simulator.emulator.modbus.Mischief;
import cellwright.simulator.emulator.modbus.Oven;
import cellwright.simulator.emulator.modbus.RegisterDevice;
import cellwright.simulator.instrument.Dice;
import cellwright.simulator.instrument.RegulatedChamber;
import cellwright.testkit.FakeHost;
import cellwright.testkit.TimedLink;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.DoubleAdder;

/** A driver's settings and an emulated device on a line, wired up. */
final class Rig {
    static final String SERIAL_LINE = "serial:bus";
    static final String SOCKET = "tcp:device";

    final FakeHost host = new FakeHost();
    final EmulatedModbus slave;
    private final Map<String, String> settings = new TreeMap<>();

    private Rig(RegisterDevice device, Framing framing, int most, String map) {
        slave = new EmulatedModbus(framing, 1, device);
        String link = framing == Framing.TCP ? SOCKET : SERIAL_LINE;
        host.with(link, new TimedLink(host.clock(), slave, most));
        settings.put("link", link);
        settings.put("map", map);
    }

    static Rig loadCell(RegisterDevice device) {
        return new Rig(device, Framing.RTU, 3, "laumas-tlb").set("division", "0.1");
    }

    static Rig eurotherm(RegisterDevice device) {
        return new Rig(device, Framing.RTU, 3, "eurotherm-3200");
    }

    static Rig watlow(RegisterDevice device, Framing framing) {
        return new Rig(device, framing, 3, "watlow-f4t");
    }

    static EmulatedLoadCell cell(DoubleAdder newtons) {
        return new EmulatedLoadCell(4711, newtons::sum, 0.1);
    }

    static DoubleAdder newtons(double value) {
        var newtons = new DoubleAdder();
        newtons.add(value);
        return newtons;
    }

    /** A chamber at 25 °C that ramps by up to 3 K/min; the clock of a fresh host is at its beginning. */
    static Oven oven() {
        long now = new FakeHost().clock().nanos();
        var traits = new RegulatedChamber.Traits(0.05, 0.8, 0.05);
        return new Oven(new RegulatedChamber(traits, 0, new Dice(1), 298.15, now), 25, now);
    }

    static EmulatedEurotherm eurotherm(Oven oven) {
        return new EmulatedEurotherm(oven, -40, 180);
    }

    static EmulatedWatlow watlow(Oven oven) {
        return new EmulatedWatlow(oven, -40, 180);
    }

    Rig set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    Settings settings() {
        return new Settings(settings);
    }

    Mischief mischief() {
        return slave.mischief();
    }

    Instrument open() throws InstrumentException {
        var driver = new ModbusDriver();
        assertThat(settings().faults(driver.settings())).isEmpty();
        return driver.open(settings().withDefaults(driver.settings()), host);
    }

    Meter meter() throws InstrumentException {
        return (Meter) open();
    }

    Controller controller() throws InstrumentException {
        return (Controller) open();
    }
}
