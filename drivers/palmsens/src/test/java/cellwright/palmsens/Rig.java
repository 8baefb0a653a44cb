package cellwright.palmsens;

import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.palmsens.EmulatedPalmSens;
import cellwright.simulator.emulator.palmsens.Profile;
import cellwright.testkit.FakeHost;
import cellwright.testkit.Given;
import cellwright.testkit.TimedLink;
import java.time.Duration;
import java.util.Map;

/** A driver, an emulated instrument and a pellet cell, wired up. */
final class Rig {
    static final Guard GUARD = new Guard(2.5, 4.3, 0.01, Duration.ofHours(1).toNanos());

    final FakeHost host = new FakeHost();
    final CircuitCell cell;
    final EmulatedPalmSens instrument;
    final EmStat emstat;

    private Rig(Profile profile, CircuitCell cell, boolean extras, String... settings) throws InstrumentException {
        this.cell = cell;
        this.instrument = new EmulatedPalmSens(profile, cell, host.clock().nanos(), extras);
        host.with("serial:emstat", new TimedLink(host.clock(), instrument, 7));
        this.emstat = open(settings);
    }

    EmStat open(String... more) throws InstrumentException {
        var driver = new PalmSensDriver();
        Settings settings = Given.settings(Map.of("link", "serial:emstat"), more);
        return driver.open(settings.withDefaults(driver.settings()), host);
    }

    static Rig of(String... settings) throws InstrumentException {
        return of(Profile.EMSTAT4_HR, CircuitCell.pellet(3.6), settings);
    }

    static Rig of(Profile profile, CircuitCell cell, String... settings) throws InstrumentException {
        return new Rig(profile, cell, true, settings);
    }

    /** With firmware that knows no add_meas. */
    static Rig old(String... settings) throws InstrumentException {
        return new Rig(Profile.EMSTAT4_HR, CircuitCell.pellet(3.6), false, settings);
    }

    void wait(Duration time) {
        host.clock().advance(time);
        instrument.advance(host.clock().nanos());
    }

    /** Reads every 100 ms for a time, and gives the last reading. */
    Reading readFor(Duration time) throws InstrumentException {
        long end = host.clock().nanos() + time.toNanos();
        Reading last = emstat.read();
        while (host.clock().nanos() < end) {
            last = emstat.read();
        }
        return last;
    }

    double volts() throws InstrumentException {
        return emstat.read().value(Signal.VOLTAGE);
    }

    double amps() throws InstrumentException {
        return emstat.read().value(Signal.CURRENT);
    }
}
