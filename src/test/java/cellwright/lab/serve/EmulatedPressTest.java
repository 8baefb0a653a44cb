package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Host;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.lab.House;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.world.WallClock;
import cellwright.world.link.Switchboard;
import cellwright.world.real.InstrumentOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A press behind an OPC UA server, from the laboratory's file through the installed driver and the network of this machine to the
 * emulated server and the cell it presses. By the machine's clock; what is asserted is what happens.
 */
@Timeout(60)
class EmulatedPressTest {
    private static final String LAB = """
            lab: emulated
            emulated:
              bench-1:
                cell: %s
                simulation: { start_pressure_pa: 100e6, press_time_constant_s: 0.01 }
                instruments:
                  pstat: { plays: palmsens, at: tcp:0 }
                  servo: { plays: press-opcua, settings: { capacity_n: 30000, serial: SP-7 } }
                  gauge: { plays: mark10, at: tcp:0 }
            links: { wire: emulated:pstat, force: emulated:gauge }
            instruments:
              pstat-1: { driver: palmsens, link: wire }
              gauge-1: { driver: mark10, link: force, settings: { area: 78.54, capacity: 50000 } }
              press-1:
                driver: opcua
                settings:
                  { endpoint: emulated:servo, serial: SP-7, area_mm2: 78.54, insecure: true, policy: None, pki: pki, acquire: read }
            channels: { E1: { potentiostat: pstat-1, sensors: gauge-1, press: press-1 } }
            folder: data
            """.formatted(House.CELL.toAbsolutePath());

    /** One for all, since the key that is made in it takes long. */
    @TempDir
    private static Path folder = Path.of("");

    private static Host host() {
        return Switchboard.ofThisMachine(WallClock::monotonicNanos, () -> false, folder);
    }

    private static Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("lab.yaml"), text);
    }

    private static <T> T made(Result<T> result) {
        return switch (result) {
            case Result.Made<T> made -> made.value();
            case Result.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    private Instrument open(String name, Backstage backstage, Path file, Host host) throws InstrumentException {
        LabOrder order = made(LabSetup.read(file, backstage::address));
        InstrumentOrder wanted = order.instruments().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return wanted.driver().open(wanted.settings(), host);
    }

    /** Reads until a reading is as wanted; the test's time limit ends it. */
    private static Reading until(Instrument instrument, Predicate<Reading> wanted) throws InstrumentException {
        Reading reading = instrument.read();
        while (!wanted.test(reading)) {
            reading = instrument.read();
        }
        return reading;
    }

    private static Predicate<Reading> pressure(double pascals) {
        return reading -> Math.abs(reading.value(Signal.PRESSURE) - pascals) < 0.3e6;
    }

    @Test
    void itPressesTheCellOfItsBench() throws Exception {
        Path file = written(LAB);
        try (Backstage backstage = made(Backstage.open(file));
                Regulator press = (Regulator) open("press-1", backstage, file, host());
                Instrument gauge = open("gauge-1", backstage, file, host())) {
            assertThat(press.identity().serial()).isEqualTo("SP-7");
            assertThat(press.identity().simulated()).isTrue();
            assertThat(press.span(Signal.PRESSURE).high()).isCloseTo(30000 / 78.54e-6, within(1e3));
            assertThat(press.read().value(Signal.PRESSURE)).isCloseTo(100e6, within(0.1e6));
            press.setpoint(Signal.PRESSURE, 103e6, Ramp.FASTEST);
            Reading there = until(press, pressure(103e6));
            assertThat(there.value(Signal.FORCE)).isCloseTo(103e6 * 78.54e-6, within(30.0));
            until(gauge, pressure(103e6));
            press.setpoint(Signal.PRESSURE, 101e6, new Ramp(4e6));
            until(press, pressure(101e6));
        }
    }

    @Test
    void itMisbehavesAsToldAndTheDriverNotices() throws Exception {
        Path file = written(LAB);
        try (Backstage backstage = made(Backstage.open(file));
                Regulator press = (Regulator) open("press-1", backstage, file, host())) {
            backstage.trick("servo", "force 23562");
            until(press, pressure(300e6));
            backstage.trick("servo", "no-number");
            until(press, reading -> quality(reading) == Quality.BAD);
            backstage.trick("servo", "honest");
            until(press, pressure(100e6));
            backstage.trick("servo", "e-stop on");
            assertThatThrownBy(() -> press.setpoint(Signal.PRESSURE, 101e6, Ramp.FASTEST))
                    .hasMessageContaining("emergency stop");
            backstage.trick("servo", "e-stop off");
            backstage.trick("servo", "disobey on");
            assertThatThrownBy(() -> press.setpoint(Signal.PRESSURE, 101e6, Ramp.FASTEST))
                    .hasMessageContaining("still holds");
            backstage.trick("servo", "disobey off");
            press.setpoint(Signal.PRESSURE, 101e6, Ramp.FASTEST);
            until(press, pressure(101e6));
        }
    }

    private static Quality quality(Reading reading) {
        return reading.samples().stream()
                .filter(sample -> sample.signal().equals(Signal.PRESSURE))
                .map(Sample::quality)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itsSettingsAreJudgedAtTheirPlaces() throws IOException {
        assertThat(refused(LAB.replace("capacity_n: 30000", "capacity_n: 0"))).contains("lab.yaml:8", "capacity_n");
        assertThat(refused(LAB.replace("emulated:servo", "emulated:serv"))).contains("lab.yaml", "\"serv\"", "servo");
        assertThat(refused(LAB.replace("plays: press-opcua,", "plays: press-opcua, at: serial,")))
                .contains("lab.yaml:8", "port");
    }

    private String refused(String text) throws IOException {
        return switch (Backstage.open(written(text))) {
            case Result.Made<Backstage> made -> throw new AssertionError(made.value());
            case Result.Refused<Backstage> refused ->
                String.join(
                        "\n", refused.problems().stream().map(Problem::toString).toList());
        };
    }
}
