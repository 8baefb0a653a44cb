package cellwright.scpi;

import static cellwright.scpi.Rig.GUARD;
import static cellwright.testkit.Failures.assertFails;
import static cellwright.testkit.Qualities.quality;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.scpi.SmuKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The instrument as the house uses it, on a good day. */
final class SmuTest {
    private static final Control CHARGE = new Control.Current(1e-3);
    private static final Control DISCHARGE = new Control.Current(-1e-3);

    @Test
    void saysWhoItIsAndWhatItCanDo() throws InstrumentException {
        Rig rig = Rig.of(SmuKind.K2450);
        assertThat(rig.smu.identity())
                .isEqualTo(new Identity("KEITHLEY INSTRUMENTS INC.", "2450", "SIM24500001", "1.0.0i", true));
        assertThat(rig.smu.envelope()).isEqualTo(new Envelope(-20, 20, 1, 220_000_000));
        assertThat(rig.smu.autonomy()).isEqualTo(new Autonomy(true, true, false, 0));
        assertThat(Rig.of(SmuKind.K2450, "regulate", "source").smu.autonomy())
                .isEqualTo(new Autonomy(false, true, false, 0));
        assertThat(Rig.of(SmuKind.K2400).smu.identity().model()).isEqualTo("2400");
    }

    /** Fresh from the mains its off-state is NORMAL: 0 V on the cell. */
    @ParameterizedTest
    @EnumSource
    void connectingTakesTheZeroVoltsOffTheCell(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind);
        rig.smu.close();
        rig.instrument.reboot();
        assertThat(rig.instrument.connected()).isTrue();
        assertThat(rig.instrument.amps()).isNegative();
        rig.open();
        assertThat(rig.instrument.connected()).isFalse();
        assertThat(rig.instrument.amps()).isZero();
        assertThat(rig.instrument.switched()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void watchesTheOpenCellWithASourceOfNoCurrent(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind);
        Reading reading = rig.smu.read();
        assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(3.6, within(2e-6));
        assertThat(reading.value(Signal.CURRENT)).isZero();
        assertThat(reading.samples()).extracting(Sample::quality).containsOnly(Quality.GOOD);
        double before = rig.cell.openVolts();
        assertThat(rig.instrument.amps()).isZero();
        rig.readFor(Duration.ofHours(1));
        assertThat(rig.instrument.switched()).isEqualTo(1);
        assertThat(rig.cell.openVolts()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void anOpenRelayIsLeftOpenIfSoWanted(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind, "rest", "off");
        Reading reading = rig.smu.read();
        assertThat(quality(reading, Signal.VOLTAGE)).isEqualTo(Quality.MISSING);
        assertThat(reading.value(Signal.CURRENT)).isZero();
        assertThat(quality(reading, Signal.CURRENT)).isEqualTo(Quality.UNCERTAIN);
        assertThat(rig.instrument.switched()).isZero();
        rig.instrument.pressOutput(true);
        assertFails(Kind.REFUSED, rig.smu::read).contains("DOES NOT CONFIRM AN OPEN RELAY", ":OUTP?");
        assertThat(rig.instrument.connected()).isFalse();
        assertThat(rig.amps()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void chargesAndDischargesWithoutAnOpenCircuitInBetween(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind);
        rig.smu.apply(CHARGE, GUARD);
        long switched = rig.instrument.switched();
        Reading reading = rig.readFor(Duration.ofSeconds(60));
        assertThat(rig.instrument.amps()).isEqualTo(1e-3, within(1e-9));
        assertThat(reading.value(Signal.CURRENT)).isEqualTo(1e-3, within(1e-9));
        assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(rig.instrument.volts(), within(1e-5));
        assertThat(reading.samples()).extracting(Sample::quality).containsOnly(Quality.GOOD);
        rig.smu.apply(DISCHARGE, GUARD);
        assertThat(rig.amps()).isEqualTo(-1e-3, within(1e-9));
        rig.smu.apply(new Control.Voltage(3.65, 5e-3), GUARD);
        assertThat(rig.volts()).isEqualTo(3.65, within(1e-6));
        assertThat(rig.instrument.switched()).isEqualTo(switched);
        rig.smu.apply(new Control.Open(), GUARD);
        assertThat(rig.instrument.connected()).isFalse();
        assertThat(rig.instrument.amps()).isZero();
        rig.wait(Duration.ofSeconds(5));
        assertThat(rig.volts()).isEqualTo(rig.instrument.volts(), within(1e-6));
    }

    /** The computer is gone: the instrument stands at the guard's voltage, upwards and downwards. */
    @ParameterizedTest
    @EnumSource
    void keepsTheGuardsVoltagesByItself(SmuKind kind) throws InstrumentException {
        for (Control control : List.of(CHARGE, DISCHARGE)) {
            Rig rig = Rig.of(kind, new CircuitCell(3.6, 0.5, 20, 10, 0.02));
            rig.smu.apply(control, new Guard(3.4, 3.8, 0.01, Long.MAX_VALUE));
            rig.smu.close();
            rig.wait(Duration.ofHours(2));
            assertThat(rig.instrument.volts()).isBetween(3.4 - 1e-6, 3.8 + 1e-6);
            assertThat(rig.instrument.amps()).isEqualTo(0, within(1e-5));
        }
    }

    /** Why a discharge is not made with a current source unless somebody wants it so: its limit has no sign. */
    @Test
    void currentSourceKeepsOnlyTheMagnitudeOfAVoltage() throws InstrumentException {
        Rig rig = Rig.of(SmuKind.K2450, new CircuitCell(3.6, 0.5, 20, 10, 0.02), "regulate", "source");
        rig.smu.apply(DISCHARGE, new Guard(3.4, 3.8, 0.01, Long.MAX_VALUE));
        rig.smu.close();
        rig.wait(Duration.ofHours(2));
        assertThat(rig.instrument.volts()).isNegative();
    }

    @ParameterizedTest
    @EnumSource
    void currentSourceIsWatchedAsLongAsSomebodyReads(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind, new CircuitCell(3.6, 0.5, 20, 10, 0.02), "regulate", "source");
        rig.smu.apply(DISCHARGE, new Guard(3.4, 3.8, 0.01, Long.MAX_VALUE));
        assertThat(rig.amps()).isEqualTo(-1e-3, within(1e-9));
        assertFails(Kind.REFUSED, () -> rig.readFor(Duration.ofMinutes(10)))
                .contains("constant current of -0.001 A", "outside the guard's 3.4 to 3.8 V");
        assertThat(rig.instrument.connected()).isFalse();
        assertThat(rig.instrument.volts()).isGreaterThan(3.39);
        assertThat(rig.amps()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void leadsTheCellToAHoldWithLimitedCurrent(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind, new CircuitCell(3.6, 0.5, 20, 10, 0.02));
        rig.smu.apply(new Control.Voltage(3.8, 1e-3), GUARD);
        Reading first = rig.smu.read();
        assertThat(first.value(Signal.CURRENT)).isEqualTo(1e-3, within(1e-9));
        assertThat(first.samples()).extracting(Sample::quality).containsOnly(Quality.GOOD);
        Reading last = rig.readFor(Duration.ofMinutes(5));
        assertThat(last.value(Signal.VOLTAGE)).isEqualTo(3.8, within(1e-6));
        assertThat(last.value(Signal.CURRENT)).isLessThan(1e-4);
    }

    @Test
    void theGuardsCurrentLimitsAHoldToo() throws InstrumentException {
        Rig rig = Rig.of(SmuKind.K2450);
        rig.smu.apply(new Control.Voltage(4.2, 0.5), GUARD);
        assertThat(rig.amps()).isEqualTo(0.01, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void theGuardsTimeEndsAControlAtTheNextReading(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind);
        rig.smu.apply(CHARGE, GUARD);
        rig.readFor(Duration.ofSeconds(10));
        rig.wait(Duration.ofHours(1));
        assertThat(rig.instrument.outputOn()).isTrue();
        assertFails(Kind.REFUSED, rig.smu::read).contains("time of 3600.0 s is over");
        assertThat(rig.instrument.connected()).isFalse();
        assertThat(rig.amps()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void reachingTheGuardIsToldAsAReservation(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind, new CircuitCell(3.6, 0.05, 20, 10, 0.02));
        rig.smu.apply(CHARGE, new Guard(3.4, 3.65, 0.01, Long.MAX_VALUE));
        assertThat(quality(rig.smu.read(), Signal.CURRENT)).isEqualTo(Quality.GOOD);
        Reading there = rig.readFor(Duration.ofSeconds(60));
        assertThat(there.value(Signal.VOLTAGE)).isEqualTo(3.65, within(1e-6));
        assertThat(quality(there, Signal.VOLTAGE)).isEqualTo(Quality.GOOD);
        assertThat(quality(there, Signal.CURRENT)).isEqualTo(Quality.UNCERTAIN);
    }

    /** A current source whose limit lies below the cell's voltage would load the cell with all it can carry. */
    @ParameterizedTest
    @EnumSource
    void cellOutsideItsGuardIsNotDriven(SmuKind kind) throws InstrumentException {
        for (String regulate : List.of("limit", "source")) {
            Rig rig = Rig.of(kind, CircuitCell.pellet(4.4), "regulate", regulate);
            assertFails(Kind.REFUSED, () -> rig.smu.apply(CHARGE, GUARD)).contains("stands at 4.39999", "2.5 to 4.3 V");
            assertThat(rig.instrument.connected()).isFalse();
            assertThat(rig.cell.openVolts()).isEqualTo(4.4, within(1e-6));
        }
    }

    @Test
    void noCurrentIsNoCurrent() throws InstrumentException {
        Rig rig = Rig.of(SmuKind.K2400);
        rig.smu.apply(new Control.Current(0), GUARD);
        assertThat(rig.amps()).isZero();
        assertThat(rig.instrument.amps()).isZero();
    }

    @Test
    void otherRangesAndTerminalsAreToldAsSet() throws InstrumentException {
        Rig rig = Rig.of(
                SmuKind.K2400, "range", "fixed", "wires", "2", "terminals", "rear", "nplc", "10", "terminator", "crlf");
        rig.smu.apply(CHARGE, GUARD);
        assertThat(rig.amps()).isEqualTo(1e-3, within(1e-9));
        assertThat(rig.host.sent())
                .contains(
                        ":SYST:RSEN OFF\r\n",
                        ":ROUT:TERM REAR\r\n",
                        ":SENS:VOLT:NPLC 1.000000E+01\r\n",
                        ":SENS:CURR:RANG 1.000000E-03\r\n");
    }

    /** Numbers have a point and ASCII digits wherever the program runs. */
    @Test
    void numbersAreToldAloneOfTheLanguageOfTheComputer() throws InstrumentException {
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                Rig rig = Rig.of(SmuKind.K2450);
                rig.smu.apply(new Control.Current(1.25e-3), GUARD);
                assertThat(rig.amps()).isEqualTo(1.25e-3, within(1e-9));
                assertThat(rig.host.sent()).contains(":SOUR:VOLT:ILIM 1.250000E-03\n", ":SOUR:VOLT 4.300000E+00\n");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void resetIsNeverSent() throws InstrumentException {
        Rig rig = Rig.of(SmuKind.K2450);
        rig.smu.apply(CHARGE, GUARD);
        rig.smu.read();
        rig.smu.makeSafe();
        assertThat(rig.host.sent()).noneMatch(line -> line.contains("*RST"));
    }

    @Test
    void whatItCannotDoIsRefusedUnsent() throws InstrumentException {
        Rig rig = Rig.of(SmuKind.K2460);
        int sent = rig.host.sent().size();
        var wide = new Guard(-10, 10, 7, 1_000_000_000L);
        assertFails(Kind.OUT_OF_ENVELOPE, () -> rig.smu.apply(new Control.Power(1), GUARD))
                .contains("2460", "power");
        assertFails(Kind.OUT_OF_ENVELOPE, () -> rig.smu.apply(new Control.Current(0.02), GUARD));
        assertFails(Kind.OUT_OF_ENVELOPE, () -> rig.smu.apply(new Control.Voltage(4.4, 0.001), GUARD));
        assertFails(Kind.OUT_OF_ENVELOPE, () -> rig.smu.apply(new Control.Current(7), wide))
                .contains("7.0 A at 10.0 V");
        assertFails(Kind.OUT_OF_ENVELOPE, () -> rig.smu.apply(new Control.Voltage(8, 7), wide));
        assertThat(rig.host.sent()).hasSize(sent);
        rig.smu.apply(new Control.Voltage(3.7, 7), wide);
        assertThat(rig.volts()).isEqualTo(3.7, within(1e-6));
    }

    @Test
    void outputFoundOnIsSwitchedOffOrLeftAlone() throws InstrumentException {
        Rig rig = Rig.of(SmuKind.K2450);
        rig.smu.apply(CHARGE, GUARD);
        rig.smu.close();
        assertFails(Kind.REFUSED, () -> rig.open("busy", "refuse")).contains("output is on");
        assertThat(rig.instrument.outputOn()).isTrue();
        try (Smu again = rig.open()) {
            assertThat(rig.instrument.connected()).isFalse();
            assertThat(again.read().value(Signal.CURRENT)).isZero();
        }
    }

    @Test
    void wrongInstrumentIsRefused() throws InstrumentException {
        Rig rig = Rig.of(SmuKind.K2450);
        rig.smu.close();
        assertFails(Kind.WRONG_DEVICE, () -> rig.open("serial", "04012345")).contains("SIM24500001", "swapped");
        assertFails(Kind.WRONG_DEVICE, () -> Rig.of(SmuKind.K2400, "dialect", "2450", "terminator", "cr"))
                .contains("2400");
        rig.instrument.mischief().badge("KEITHLEY INSTRUMENTS INC.,MODEL 6221,1234,A02");
        assertFails(Kind.WRONG_DEVICE, () -> rig.open()).contains("6221");
        assertThat(rig.host.openLinks()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "dialect, 2600",
        "terminator, lfcr",
        "deadline, 5",
        "wires, 3",
        "terminals, side",
        "nplc, 0",
        "nplc, '1,5'",
        "regulate, both",
        "range, 1 mA",
        "rest, none",
        "busy, wait"
    })
    void senselessSettingIsNamed(String key, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rig.of(SmuKind.K2450, key, text))
                .withMessageContaining(key);
    }
}
