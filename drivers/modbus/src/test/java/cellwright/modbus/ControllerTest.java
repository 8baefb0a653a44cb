package cellwright.modbus;

import static cellwright.testkit.Failures.assertFails;
import static cellwright.testkit.Qualities.quality;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Regulator.Span;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import cellwright.simulator.emulator.modbus.EmulatedEurotherm;
import cellwright.simulator.emulator.modbus.EmulatedWatlow;
import cellwright.simulator.emulator.modbus.Framing;
import cellwright.simulator.emulator.modbus.Oven;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chambers through their controllers: set-points, ramps, what is refused, what is left alone. */
final class ControllerTest {
    private static final Signal HEAT = Signal.TEMPERATURE;
    private static final Signal SET = new Signal("temperature set", Unit.KELVIN);
    private static final Ramp ONE_PER_MINUTE = new Ramp(1.0 / 60);
    private static final double SIXTY = 333.15;

    private final Oven oven = Rig.oven();
    private final EmulatedEurotherm eurotherm = Rig.eurotherm(oven);
    private final EmulatedWatlow watlow = Rig.watlow(oven);
    private final Rig rig = Rig.eurotherm(eurotherm);

    @Test
    void eurothermTellsModelTemperatureAndItsOwnLimits() throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            assertThat(chamber.identity().model()).isEqualTo("3216");
            assertThat(chamber.identity().serial()).isEqualTo("unit 1 at serial:bus");
            assertThat(chamber.span(HEAT)).isEqualTo(new Span(233.15, 453.15));
            assertThat(chamber.read().value(HEAT)).isCloseTo(298.15, within(0.11));
            assertThat(chamber.read().value(SET)).isEqualTo(298.15);
        }
    }

    @ParameterizedTest
    @EnumSource
    void watlowSpeaksBothFramings(Framing framing) throws InstrumentException {
        try (Controller chamber = Rig.watlow(watlow, framing).controller()) {
            assertThat(chamber.identity().model()).isEqualTo("F4T1L2EAA1D1AAA");
            assertThat(chamber.span(HEAT)).isEqualTo(new Span(233.15, 453.15));
            chamber.setpoint(HEAT, SIXTY, Ramp.FASTEST);
            assertThat(oven.target()).isEqualTo(60);
            assertThat(chamber.read().value(HEAT)).isCloseTo(298.15, within(0.11));
        }
    }

    @Test
    void setpointIsReachedWithTheRampAndHeld() throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            chamber.setpoint(HEAT, SIXTY, ONE_PER_MINUTE);
            rig.host.clock().advance(Duration.ofMinutes(20));
            assertThat(chamber.read().value(SET)).isCloseTo(298.15 + 20, within(0.11));
            assertThat(chamber.read().value(HEAT)).isCloseTo(298.15 + 20, within(0.5));
            rig.host.clock().advance(Duration.ofHours(1));
            assertThat(chamber.read().value(HEAT)).isCloseTo(SIXTY, within(0.11));
        }
    }

    @Test
    void theSameSetpointIsNotWrittenAgain() throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            for (int i = 0; i < 5; i++) {
                chamber.setpoint(HEAT, SIXTY, ONE_PER_MINUTE);
            }
            assertThat(eurotherm.writes(2)).isEqualTo(1);
            assertThat(eurotherm.writes(35)).isEqualTo(1);
            chamber.setpoint(HEAT, SIXTY, Ramp.FASTEST);
            assertThat(eurotherm.writes(2)).isEqualTo(1);
            assertThat(eurotherm.writes(35)).isEqualTo(2);
        }
    }

    @Test
    void watlowRampIsScaledRatedAndSwitchedOn() throws InstrumentException {
        try (Controller chamber = Rig.watlow(watlow, Framing.TCP).controller()) {
            chamber.setpoint(HEAT, SIXTY, ONE_PER_MINUTE);
            assertThat(List.of(watlow.writes(2794), watlow.writes(2796), watlow.writes(2798), watlow.writes(2782)))
                    .containsExactly(1, 0, 0, 1);
            chamber.setpoint(HEAT, 298.15, new Ramp(0.5 / 60));
            assertThat(watlow.writes(2798)).isEqualTo(1);
            chamber.setpoint(HEAT, SIXTY, Ramp.FASTEST);
            assertThat(watlow.writes(2794)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.0999 / 60})
    void aRampTooSlowToKeepIsRefusedUnsent(double perSecond) throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            int before = rig.host.sent().size();
            assertFails(Kind.OUT_OF_ENVELOPE, () -> chamber.setpoint(HEAT, SIXTY, new Ramp(perSecond)))
                    .contains("slower than it can keep");
            assertThat(rig.host.sent()).hasSize(before);
        }
    }

    @Test
    void aRampFasterThanItsRegisterSaysIsTheFastestItSays() throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            chamber.setpoint(HEAT, SIXTY, new Ramp(1000));
            assertThat(oven.target()).isEqualTo(60);
            assertThat(eurotherm.writes(35)).isEqualTo(1);
        }
    }

    @Test
    void aDeviceThatIsNotReadyIsLeftAsItIsAndSaysWhy() throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            eurotherm.manual(1);
            assertFails(Kind.REFUSED, () -> chamber.setpoint(HEAT, SIXTY, ONE_PER_MINUTE))
                    .contains("manual", "register 273 is 1 and not 0");
            assertThat(eurotherm.writes(2) + eurotherm.writes(35)).isZero();
        }
        try (Controller chamber = Rig.watlow(watlow, Framing.TCP).controller()) {
            watlow.mode(EmulatedWatlow.OFF);
            assertFails(Kind.REFUSED, () -> chamber.setpoint(HEAT, SIXTY, Ramp.FASTEST))
                    .contains("62 and not 10");
            assertThat(watlow.writes(2782)).isZero();
        }
    }

    @Test
    void anAcknowledgedSetpointThatIsNotHeldIsRefused() throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            rig.mischief().ignoreWrites(true);
            assertFails(Kind.REFUSED, () -> chamber.setpoint(HEAT, SIXTY, Ramp.FASTEST))
                    .contains("acknowledged", "holds 250 in register 2 instead of 600");
        }
    }

    @Test
    void aLostAcknowledgementIsSettledByReadingBackAndNotBySendingAgain() throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            loseTheAnswerToTheWrite();
            chamber.setpoint(HEAT, SIXTY, Ramp.FASTEST);
            assertThat(eurotherm.writes(2)).isEqualTo(1);
            assertThat(oven.target()).isEqualTo(60);
        }
    }

    /** Every answer to function 6 is lost; the device obeys. */
    private void loseTheAnswerToTheWrite() {
        rig.mischief().spoil(Integer.MAX_VALUE, frame -> frame[1] == 6 ? new byte[0] : frame);
    }

    @Test
    void aWriteThatNeverArrivedIsToldAndNotSentAgain() throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            rig.mischief().ignoreWrites(true);
            loseTheAnswerToTheWrite();
            assertFails(Kind.TIMEOUT, () -> chamber.setpoint(HEAT, SIXTY, Ramp.FASTEST))
                    .contains("write 600 to register 2");
            assertThat(rig.host.sent().stream().filter(bytes -> bytes.charAt(1) == 6))
                    .hasSize(1);
        }
    }

    @Test
    void makeSafeWritesNothingAndTellsWhoChangedTheSetpoint() throws InstrumentException {
        try (Controller chamber = rig.controller()) {
            chamber.setpoint(HEAT, SIXTY, Ramp.FASTEST);
            chamber.makeSafe();
            assertThat(oven.target()).isEqualTo(60);
            assertThat(eurotherm.writes(2)).isEqualTo(1);
            eurotherm.press(40, rig.host.clock().nanos());
            assertFails(Kind.REFUSED, chamber::makeSafe).contains("holds 400", "ordered was 600", "somebody");
        }
    }

    @Test
    void aBrokenSensorIsBad() throws InstrumentException {
        oven.broken(true);
        try (Controller chamber = rig.controller()) {
            assertThat(quality(chamber.read(), HEAT)).isEqualTo(Quality.BAD);
        }
        try (Controller chamber = Rig.watlow(watlow, Framing.TCP).controller()) {
            assertThat(quality(chamber.read(), HEAT)).isEqualTo(Quality.BAD);
            assertThat(chamber.read().has(HEAT)).isFalse();
        }
    }

    @Test
    void anotherControllerOnThePortIsNamed() {
        assertFails(Kind.WRONG_DEVICE, () -> Rig.watlow(Rig.eurotherm(Rig.oven()), Framing.RTU)
                        .open())
                .contains("Watlow", "exception 2");
        assertFails(Kind.WRONG_DEVICE, () -> Rig.eurotherm(Rig.cell(Rig.newtons(1)))
                        .open())
                .contains("Eurotherm", "exception 1, it does not know this function");
    }
}
