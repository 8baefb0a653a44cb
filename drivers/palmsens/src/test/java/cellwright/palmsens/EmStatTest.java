package cellwright.palmsens;

import static cellwright.palmsens.Rig.GUARD;
import static cellwright.testkit.Failures.assertFails;
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
import cellwright.simulator.emulator.palmsens.Profile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The instrument as the house uses it, on a good day. */
final class EmStatTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void saysWhoItIsAndWhatItCanDo() throws InstrumentException {
        Rig rig = Rig.of();
        assertThat(rig.emstat.identity())
                .isEqualTo(
                        new Identity("PalmSens", "EmStat4 HR", "SIMES4HR0001", "1.5.00, MethodSCRIPT 01.09.00", true));
        assertThat(rig.emstat.envelope()).isEqualTo(new Envelope(-6, 6, 0.2, 100_000_000));
        assertThat(rig.emstat.autonomy()).isEqualTo(new Autonomy(true, true, true, 0));
        assertThat(rig.instrument.busy()).isFalse();
        assertThat(rig.instrument.switched()).isZero();
    }

    @Test
    void readsTheCellAtRest() throws InstrumentException {
        Rig rig = Rig.of();
        Reading reading = rig.emstat.read();
        assertThat(reading.samples()).containsExactly(Sample.good(Signal.VOLTAGE, 3.6), Sample.good(Signal.CURRENT, 0));
        assertThat(rig.instrument.switched()).isZero();
    }

    @Test
    void chargesWithAConstantCurrent() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Current(1e-3), GUARD);
        Reading reading = rig.readFor(Duration.ofSeconds(60));
        assertThat(rig.instrument.amps()).isEqualTo(1e-3, within(1e-10));
        assertThat(reading.value(Signal.CURRENT)).isEqualTo(1e-3, within(1e-9));
        assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(3.6 + 0.03 + 60e-3 / 30, within(1e-4));
        assertThat(reading.samples()).extracting(Sample::quality).containsOnly(Quality.GOOD);
    }

    @Test
    void dischargesAndChangesDirectionWithTheCircuitOpenInBetween() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Current(-2e-3), GUARD);
        assertThat(rig.amps()).isEqualTo(-2e-3, within(1e-9));
        rig.emstat.apply(new Control.Current(2e-3), GUARD);
        assertThat(rig.amps()).isEqualTo(2e-3, within(1e-9));
        assertThat(rig.instrument.switched()).isEqualTo(3);
        rig.emstat.apply(new Control.Open(), GUARD);
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.amps()).isZero();
    }

    @Test
    void holdsAVoltageAtOnceWhereTheCellIsThere() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Voltage(3.604, 2e-3), GUARD);
        assertThat(rig.volts()).isEqualTo(3.604, within(1e-6));
        double first = rig.amps();
        rig.readFor(Duration.ofSeconds(30));
        assertThat(rig.amps()).isPositive().isLessThan(first);
        assertThat(rig.instrument.switched()).isEqualTo(1);
    }

    @Test
    void leadsTheCellToAHoldWithLimitedCurrent() throws InstrumentException {
        Rig rig = Rig.of(Profile.EMSTAT4_HR, new CircuitCell(3.6, 3, 20, 10, 0.02));
        rig.emstat.apply(new Control.Voltage(3.65, 1e-3), GUARD);
        double most = 0;
        boolean held = false;
        for (int i = 0; i < 3000 && !held; i++) {
            Reading reading = rig.emstat.read();
            most = Math.max(most, reading.value(Signal.CURRENT));
            held = reading.value(Signal.CURRENT) < 0.5e-3;
        }
        assertThat(held).isTrue();
        assertThat(most).isBetween(0.79e-3, 1.25e-3);
        assertThat(rig.volts()).isEqualTo(3.65, within(1e-6));
        assertThat(rig.instrument.switched()).isEqualTo(3);
    }

    @Test
    void leadsDownToAHoldToo() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Voltage(3.55, 1e-3), GUARD);
        assertThat(rig.amps()).isEqualTo(-0.8e-3, within(1e-9));
    }

    @Test
    void holdAfterAChargeBeginsWhereTheChargeEnded() throws InstrumentException {
        Rig rig = Rig.of(Profile.EMSTAT4_HR, CircuitCell.pellet(4.18));
        rig.emstat.apply(new Control.Current(0.5e-3), GUARD);
        while (rig.volts() < 4.2) {
            assertThat(rig.instrument.cellOn()).isTrue();
        }
        rig.emstat.apply(new Control.Voltage(4.2, 1e-3), GUARD);
        Reading reading = rig.emstat.read();
        assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(4.2, within(1e-6));
        assertThat(reading.value(Signal.CURRENT)).isBetween(0.4e-3, 1e-3);
        assertThat(rig.instrument.switched()).isEqualTo(3);
    }

    @Test
    void newestReadingIsGivenWhenSeveralWait() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Current(1e-3), GUARD);
        rig.readFor(Duration.ofSeconds(5));
        rig.wait(Duration.ofMillis(950));
        double volts = rig.volts();
        assertThat(volts).isEqualTo(rig.instrument.volts(), within(5e-6));
    }

    @Test
    void whatWaitedLongIsPassedOver() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Current(1e-3), GUARD);
        rig.emstat.read();
        rig.wait(Duration.ofMinutes(30));
        long before = rig.host.clock().nanos();
        Reading reading = rig.emstat.read();
        assertThat(reading.atNanos()).isBetween(before, before + 100_100_000L);
        assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(rig.instrument.volts(), within(1e-5));
    }

    @Test
    void restIsReadForDaysWithoutMovingTheRelay() throws InstrumentException {
        Rig rig = Rig.of("interval", "2");
        long end = rig.host.clock().nanos() + Duration.ofHours(50).toNanos();
        while (rig.host.clock().nanos() < end) {
            assertThat(rig.volts()).isEqualTo(3.6, within(1e-6));
        }
        assertThat(rig.instrument.switched()).isZero();
    }

    @Test
    void makeSafeOpensTheCircuitFromAnyState() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.makeSafe();
        rig.emstat.apply(new Control.Current(1e-3), GUARD);
        rig.emstat.makeSafe();
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.instrument.busy()).isFalse();
        rig.emstat.makeSafe();
        assertThat(rig.amps()).isZero();
        rig.emstat.makeSafe();
        assertThat(rig.instrument.busy()).isFalse();
    }

    @Test
    void closingLeavesTheInstrumentToItsOwnLimits() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Current(1e-3), GUARD);
        rig.emstat.close();
        assertThat(rig.instrument.cellOn()).isTrue();
        rig.wait(Duration.ofMinutes(59));
        assertThat(rig.instrument.cellOn()).isTrue();
        rig.wait(Duration.ofMinutes(2));
        assertThat(rig.instrument.cellOn()).isFalse();
    }

    @Test
    void constantPowerIsRefused() throws InstrumentException {
        assertFails(Kind.OUT_OF_ENVELOPE, () -> Rig.of().emstat.apply(new Control.Power(1e-3), GUARD))
                .contains("no constant power");
    }

    @Test
    void commandsBeyondGuardAndScriptAreRefusedUnsent() throws InstrumentException {
        Rig rig = Rig.of();
        int sent = rig.host.sent().size();
        assertFails(Kind.OUT_OF_ENVELOPE, () -> rig.emstat.apply(new Control.Current(0.02), GUARD))
                .contains("guard of 0.01 A");
        assertFails(Kind.OUT_OF_ENVELOPE, () -> rig.emstat.apply(new Control.Voltage(4.5, 1e-3), GUARD))
                .contains("2.5 to 4.3 V");
        assertFails(Kind.OUT_OF_ENVELOPE, () -> rig.emstat.apply(new Control.Current(1e-19), GUARD))
                .contains("cannot be said");
        assertThat(rig.host.sent()).hasSize(sent);
    }

    @Test
    void aPicoIsNoGalvanostatAndSaysSo() throws InstrumentException {
        Rig pico = Rig.of(Profile.EMSTAT_PICO, CircuitCell.pellet(1.5));
        Guard guard = new Guard(0.5, 1.9, 1e-3, 60_000_000_000L);
        assertThat(pico.emstat.envelope()).isEqualTo(new Envelope(-1.25, 2, 0.005, 100_000_000));
        assertFails(Kind.OUT_OF_ENVELOPE, () -> pico.emstat.apply(new Control.Current(1e-4), guard))
                .contains("EmStat Pico", "no galvanostat");
        assertFails(Kind.OUT_OF_ENVELOPE, () -> pico.emstat.apply(new Control.Voltage(3.6, 1e-3), guard));
        assertFails(Kind.OUT_OF_ENVELOPE, () -> pico.emstat.apply(new Control.Voltage(1.7, 1e-3), guard))
                .contains("no galvanostat and cannot lead");
        pico.emstat.apply(new Control.Voltage(1.503, 1e-3), guard);
        assertThat(pico.volts()).isEqualTo(1.503, within(1e-6));
    }

    @Test
    void oldFirmwareIsToldApartAndServedWithoutReadback() throws InstrumentException {
        Rig rig = Rig.old();
        assertFails(Kind.REFUSED, () -> rig.emstat.apply(new Control.Current(1e-3), GUARD))
                .contains("4008", "add_meas(0 ba i)", "readback: off");
        assertThat(rig.instrument.cellOn()).isFalse();
        Rig off = Rig.old("readback", "off");
        assertThat(off.emstat.read().samples())
                .containsExactly(Sample.good(Signal.VOLTAGE, 3.6), Sample.good(Signal.CURRENT, 0));
        off.emstat.apply(new Control.Current(1e-3), GUARD);
        Reading driven = off.readFor(SECOND);
        assertThat(driven.samples().get(0).quality()).isEqualTo(Quality.GOOD);
        assertThat(driven.samples().get(1)).isEqualTo(new Sample(Signal.CURRENT, 1e-3, Quality.UNCERTAIN));
        off.emstat.apply(new Control.Voltage(3.61, 5e-3), GUARD);
        off.readFor(Duration.ofSeconds(5));
        assertThat(off.emstat.read().samples().get(0)).isEqualTo(new Sample(Signal.VOLTAGE, 3.61, Quality.UNCERTAIN));
    }

    @Test
    void wrongSerialNumberIsRefused() throws InstrumentException {
        assertFails(Kind.WRONG_DEVICE, () -> Rig.of("serial", "ES4HR20B0008")).contains("SIMES4HR0001", "swapped");
        assertThat(Rig.of("serial", "SIMES4HR0001").volts()).isEqualTo(3.6, within(1e-6));
    }

    @Test
    void runningScriptIsStoppedOrLeftAlone() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Current(1e-3), GUARD);
        rig.emstat.close();
        assertFails(Kind.REFUSED, () -> rig.open("busy", "refuse")).contains("a script is running");
        assertThat(rig.instrument.cellOn()).isTrue();
        try (EmStat again = rig.open()) {
            assertThat(rig.instrument.cellOn()).isFalse();
            assertThat(again.read().value(Signal.CURRENT)).isZero();
        }
        try (EmStat again = rig.open("busy", "stop")) {
            again.makeSafe();
        }
        assertThat(rig.open("busy", "refuse").identity()).isEqualTo(rig.emstat.identity());
    }

    @ParameterizedTest
    @CsvSource({"deadline, 5", "interval, 3", "mains, 16.7", "readback, yes", "capacitive, no", "busy, wait"})
    void senselessSettingIsNamed(String key, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rig.of(key, text)).withMessageContaining(key);
    }
}
