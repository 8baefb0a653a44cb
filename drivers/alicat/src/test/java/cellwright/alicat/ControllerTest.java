package cellwright.alicat;

import static cellwright.testkit.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the controller does with set-points, settings and other controllers. */
final class ControllerTest {
    private final Far far = new Far();

    @ParameterizedTest
    @CsvSource({
        "highest, 0",
        "highest, much",
        "lowest, 80",
        "ratio, 0",
        "ratio, NaN",
        "unit, a",
        "unit, AB",
        "deadline, 0"
    })
    void senselessSettingIsNamed(String key, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> far.open(key, text))
                .withMessageContaining(key);
        assertThat(far.host.lentLinks()).isZero();
    }

    @Test
    void spanEndsAtTheFullScaleWhateverTheSettingsAllow() throws InstrumentException {
        try (PressureController controller = far.open("highest", "500")) {
            assertThat(controller.span(Signal.PRESSURE).high()).isCloseTo(100e6, within(1.0));
        }
        try (PressureController controller = far.open("highest", "30", "lowest", "2")) {
            assertThat(controller.span(Signal.PRESSURE).high()).isEqualTo(30e6);
            assertThat(controller.span(Signal.PRESSURE).low()).isEqualTo(2e6);
        }
        assertFails(Kind.REFUSED, () -> far.open("highest", "500", "lowest", "200"))
                .contains("100.000 MPa", "200.000 MPa");
    }

    @Test
    void withoutAPistonTheGasPressureIsTheStackPressure() throws InstrumentException {
        try (PressureController controller = far.open("ratio", "none", "highest", "0.8")) {
            assertThat(controller.signals()).containsExactly(Signal.PRESSURE, PressureController.SETPOINT);
            assertThat(controller.read().value(Signal.PRESSURE)).isCloseTo(2e5, within(51.0));
        }
    }

    @Test
    void aPistonFeelsNoAbsolutePressure() throws InstrumentException {
        far.emulated.regulates(34);
        assertFails(Kind.REFUSED, far::open).contains("absolute", "gauge");
        far.open("ratio", "none").close();
    }

    @Test
    void whatIsWrittenStaysInsideTheSpanAfterRounding() throws InstrumentException {
        try (PressureController controller = far.open("highest", "40.00004", "lowest", "30.00006")) {
            controller.setpoint(Signal.PRESSURE, 40.00004e6, Ramp.FASTEST);
            assertThat(far.host.sent()).contains("ALS 4.000\r");
            controller.setpoint(Signal.PRESSURE, 30.00006e6, Ramp.FASTEST);
            assertThat(far.host.sent()).contains("ALS 3.001\r");
        }
    }

    @Test
    void aRateIsWrittenOnlyIfItIsAnotherOne() throws InstrumentException {
        try (PressureController controller = far.open()) {
            controller.setpoint(Signal.PRESSURE, 30e6, Ramp.FASTEST);
            controller.setpoint(Signal.PRESSURE, 31e6, new Ramp(1e6));
            controller.setpoint(Signal.PRESSURE, 32e6, new Ramp(1e6));
            controller.setpoint(Signal.PRESSURE, 33e6, Ramp.FASTEST);
            assertThat(far.host.sent().stream().filter(command -> command.startsWith("ASR ")))
                    .containsExactly("ASR 6.00 5\r", "ASR 0\r");
        }
    }

    @Test
    void anotherControllerIsNotCommanded() throws InstrumentException {
        try (PressureController controller = far.open()) {
            far.emulated.mischief().drop(1);
            assertFails(Kind.TIMEOUT, controller::read);
            far.emulated.serial("SIM20002");
            int sent = far.host.sent().size();
            assertFails(Kind.WRONG_DEVICE, () -> controller.setpoint(Signal.PRESSURE, 30e6, Ramp.FASTEST))
                    .contains("SIM20001", "SIM20002");
            List<String> since = far.host.sent().subList(sent, far.host.sent().size());
            assertThat(since).allMatch("A??M*\r"::equals);
        }
    }

    @Test
    void wrongSerialNumberIsRefusedAtOpening() {
        assertFails(Kind.WRONG_DEVICE, () -> far.open("serial", "7")).contains("SIM20001", "7");
        assertThat(far.host.openLinks()).isZero();
    }

    @Test
    void anotherUnitOnTheLineDoesNotAnswer() {
        assertFails(Kind.TIMEOUT, () -> far.open("unit", "B")).contains("B??M*");
    }

    @Test
    void makingSafeKeepsThePressure() throws InstrumentException {
        try (PressureController controller = far.open()) {
            controller.setpoint(Signal.PRESSURE, 30e6, Ramp.FASTEST);
            int sent = far.host.sent().size();
            controller.makeSafe();
            assertThat(far.host.sent()).hasSize(sent);
            far.host.clock().advance(Duration.ofMinutes(5));
            assertThat(controller.read().value(Signal.PRESSURE)).isCloseTo(30e6, within(1e4));
        }
    }

    @Test
    void answersThatAreOneQuestionBehindAreNeverBelieved() throws InstrumentException {
        try (PressureController controller = far.open()) {
            controller.read();
            far.emulated.mischief().oneBehind(true);
            for (int i = 0; i < 20; i++) {
                far.host.clock().advance(Duration.ofSeconds(11));
                assertThatExceptionOfType(InstrumentException.class)
                        .isThrownBy(() -> controller.setpoint(Signal.PRESSURE, 30e6, Ramp.FASTEST));
            }
            assertThat(far.emulated.target()).isEqualTo(2e5);
        }
    }
}
