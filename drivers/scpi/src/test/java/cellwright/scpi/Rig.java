package cellwright.scpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.scpi.EmulatedSmu;
import cellwright.simulator.emulator.scpi.SmuKind;
import cellwright.testkit.FakeHost;
import cellwright.testkit.TimedLink;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A driver, an emulated source-measure unit and a pellet cell, wired up. */
final class Rig {
    static final Guard GUARD = new Guard(2.5, 4.3, 0.01, Duration.ofHours(1).toNanos());
    static final String ADDRESS = "tcp:smu";

    final FakeHost host = new FakeHost();
    final SmuKind kind;
    final CircuitCell cell;
    final EmulatedSmu instrument;
    final Smu smu;

    private Rig(SmuKind kind, CircuitCell cell, Map<String, String> settings) throws InstrumentException {
        this.kind = kind;
        this.cell = cell;
        this.instrument = new EmulatedSmu(kind, cell, host.clock().nanos());
        host.with(ADDRESS, new TimedLink(host.clock(), instrument, 7));
        this.smu = open(settings);
    }

    Smu open(Map<String, String> settings) throws InstrumentException {
        var driver = new ScpiDriver();
        Map<String, String> all = settings(kind);
        all.putAll(settings);
        return driver.open(new Settings(all).withDefaults(driver.settings()), host);
    }

    /** What every session with an instrument needs; mutable. */
    static Map<String, String> settings(SmuKind kind) {
        return new TreeMap<>(Map.of("link", ADDRESS, "dialect", kind == SmuKind.K2400 ? "2400" : "2450"));
    }

    static Rig of(SmuKind kind, String... settings) throws InstrumentException {
        return of(kind, CircuitCell.pellet(3.6), settings);
    }

    static Rig of(SmuKind kind, CircuitCell cell, String... settings) throws InstrumentException {
        return new Rig(kind, cell, map(settings));
    }

    static Map<String, String> map(String... settings) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return map;
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

    static Quality quality(Reading reading, Signal signal) {
        return reading.samples().stream()
                .filter(sample -> sample.signal().equals(signal))
                .map(Sample::quality)
                .findFirst()
                .orElseThrow();
    }

    static AbstractStringAssert<?> assertFails(Kind kind, ThrowingCallable call) {
        InstrumentException failure = assertThatExceptionOfType(InstrumentException.class)
                .isThrownBy(call)
                .actual();
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        return assertThat(failure.getMessage());
    }
}
