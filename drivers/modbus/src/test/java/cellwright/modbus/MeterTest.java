package cellwright.modbus;

import static cellwright.testkit.Failures.assertFails;
import static cellwright.testkit.Qualities.quality;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.modbus.EmulatedLoadCell;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load cell through its transmitter: force, stack pressure, quality, commands. */
final class MeterTest {
    private final DoubleAdder newtons = Rig.newtons(785.4);
    private final EmulatedLoadCell cell = Rig.cell(newtons);
    private final Rig rig = Rig.loadCell(cell);

    @Test
    void saysWhoItIs() throws InstrumentException {
        try (Meter meter = rig.set("serial", "4711").meter()) {
            assertThat(meter.identity().toString())
                    .isEqualTo("Identity[maker=Laumas, model=TLB, serial=4711, firmware=104, simulated=false]");
        }
    }

    @Test
    void forceBecomesStackPressureThroughTheArea() throws InstrumentException {
        try (Meter meter = rig.set("area", "78.54").meter()) {
            Reading reading = meter.read();
            assertThat(reading.value(Signal.FORCE)).isEqualTo(785.4);
            assertThat(reading.value(Signal.PRESSURE)).isCloseTo(10e6, within(1.0));
        }
    }

    @Test
    void tareIsTakenOffThePressureAndNotOffTheForce() throws InstrumentException {
        try (Meter meter = rig.set("area", "78.54").set("tare", "7.854").meter()) {
            Reading reading = meter.read();
            assertThat(reading.value(Signal.FORCE)).isEqualTo(785.4);
            assertThat(reading.value(Signal.PRESSURE)).isCloseTo(9.9e6, within(1.0));
        }
    }

    @Test
    void pullIsNegative() throws InstrumentException {
        newtons.add(-1000);
        try (Meter meter = rig.meter()) {
            assertThat(meter.read().value(Signal.FORCE)).isCloseTo(-214.6, within(1e-9));
        }
    }

    @Test
    void statusBecomesQuality() throws InstrumentException {
        try (Meter meter = rig.set("area", "100").meter()) {
            assertThat(quality(meter.read(), Signal.FORCE)).isEqualTo(Quality.GOOD);
            cell.moving(true);
            assertThat(quality(meter.read(), Signal.FORCE)).isEqualTo(Quality.UNCERTAIN);
            cell.capacity(500);
            assertThat(quality(meter.read(), Signal.FORCE)).isEqualTo(Quality.OVERLOAD);
            cell.broken(true);
            assertThat(quality(meter.read(), Signal.FORCE)).isEqualTo(Quality.BAD);
            assertThat(meter.read().has(Signal.PRESSURE)).isFalse();
        }
    }

    @Test
    void commandsAreCarriedOutOnce() throws InstrumentException {
        try (Meter meter = rig.meter()) {
            Signal net = new Signal("net force", Signal.FORCE.unit());
            assertThat(meter.read().value(net)).isEqualTo(785.4);
            meter.carryOut("tare");
            assertThat(meter.read().value(net)).isZero();
            assertThat(meter.read().value(Signal.FORCE)).isEqualTo(785.4);
            assertThat(cell.commands()).isEqualTo(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> meter.carryOut("explode"))
                    .withMessageContaining("gross, save, tare, zero");
        }
    }

    @Test
    void anotherDeviceOnThePortIsNamed() {
        Rig wrong = Rig.loadCell(Rig.eurotherm(Rig.oven()));
        assertFails(Kind.WRONG_DEVICE, wrong::open)
                .contains("Laumas", "serial:bus", "exception 2, it has no such register", "map");
        assertThat(wrong.host.openLinks()).isZero();
    }

    @Test
    void anotherSerialNumberIsRefused() {
        assertFails(Kind.WRONG_DEVICE, () -> rig.set("serial", "12").open()).contains("4711", "12", "swapped");
        assertThat(rig.host.openLinks()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "unit, 0, 1 to 247",
        "unit, 1.5, 1 to 247",
        "area, 0, above 0",
        "area, wide, finite number",
        "deadline, 5, from 10.0 to 10000.0",
        "framing, ascii, 'rtu, tcp or auto'",
        "division, 0, must not be 0",
        "division, map, what one count stands for",
        "tare, 5, area",
        "map, laumas, 'eurotherm-3200, laumas-tlb, watlow-f4t'",
        "map, no-such-file.yaml, cannot be read"
    })
    void senselessSettingsAreNamedBeforeALinkIsOpened(String key, String value, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rig.set(key, value).open())
                .withMessageContaining('"' + key + '"')
                .withMessageContaining(said);
        assertThat(rig.host.lentLinks()).isZero();
    }

    @Test
    void settingsTheMapHasNoUseForAreRefused() {
        Rig chamber = Rig.eurotherm(Rig.eurotherm(Rig.oven()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chamber.set("area", "10").open())
                .withMessageContaining("no force");
        Rig nameless = Rig.eurotherm(Rig.eurotherm(Rig.oven()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nameless.set("serial", "10").open())
                .withMessageContaining("tells no serial number");
    }
}
