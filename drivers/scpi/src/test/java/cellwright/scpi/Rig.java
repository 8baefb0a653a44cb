package cellwright.scpi;

import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.scpi.EmulatedSmu;
import cellwright.simulator.emulator.scpi.SmuKind;
import cellwright.testkit.FakeHost;
import cellwright.testkit.Given;
import cellwright.testkit.TimedLink;
import java.time.Duration;
import java.util.Map;

/** A driver, an emulated source-measure unit and a pellet cell, wired up. */
final class Rig {
    static final Guard GUARD = new Guard(2.5, 4.3, 0.01, Duration.ofHours(1).toNanos());
    static final String ADDRESS = "tcp:smu";

    final FakeHost host = new FakeHost();
    final SmuKind kind;
    final CircuitCell cell;
    final EmulatedSmu instrument;
    final Smu smu;

    private Rig(SmuKind kind, CircuitCell cell, String... settings) throws InstrumentException {
        this.kind = kind;
        this.cell = cell;
        this.instrument = new EmulatedSmu(kind, cell, host.clock().nanos());
        host.with(ADDRESS, new TimedLink(host.clock(), instrument, 7));
        this.smu = open(settings);
    }

    Smu open(String... more) throws InstrumentException {
        var driver = new ScpiDriver();
        return driver.open(settings(kind, more).withDefaults(driver.settings()), host);
    }

    static Settings settings(SmuKind kind, String... more) {
        return Given.settings(Map.of("link", ADDRESS, "dialect", kind == SmuKind.K2400 ? "2400" : "2450"), more);
    }

    static Rig of(SmuKind kind, String... settings) throws InstrumentException {
        return of(kind, CircuitCell.pellet(3.6), settings);
    }

    static Rig of(SmuKind kind, CircuitCell cell, String... settings) throws InstrumentException {
        return new Rig(kind, cell, settings);
    }

    void wait(Duration time) {
        host.clock().advance(time);
        instrument.advance(host.clock().nanos());
    }

    /** Reads once a second for a time, and gives the last reading. */
    Reading readFor(Duration time) throws InstrumentException {
        long end = host.clock().nanos() + time.toNanos();
        Reading last = smu.read();
        while (host.clock().nanos() < end) {
            wait(Duration.ofSeconds(1));
            last = smu.read();
        }
        return last;
    }

    double volts() throws InstrumentException {
        return smu.read().value(Signal.VOLTAGE);
    }

    double amps() throws InstrumentException {
        return smu.read().value(Signal.CURRENT);
    }
}
