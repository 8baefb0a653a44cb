package cellwright.ascii2;

import static cellwright.testkit.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.ascii2.ChamberProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the chamber does with set-points, settings and other chambers. */
final class ClimateChamberTest {
    private static final double FORTY = 313.15;

    private final Far far = new Far(ChamberProfile.DYNAMIC);

    private List<String> orders(String letter) {
        return far.host.sent().stream()
                .filter(command -> command.startsWith("$01" + letter))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "lowest, 81",
        "highest, warm",
        "highest, 401",
        "address, 0",
        "address, 1.5",
        "start, maybe",
        "gradients, yes",
        "deadline, 99"
    })
    void senselessSettingIsNamed(String key, String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> far.open(key, text))
                .withMessageContaining(key.equals("lowest") ? "highest" : key);
        assertThat(far.host.lentLinks()).isZero();
    }

    @Test
    void spanIsWhatSettingsAndChamberBothAllow() throws InstrumentException {
        try (ClimateChamber chamber = far.open("lowest", "-100", "highest", "60")) {
            assertThat(chamber.span(Signal.TEMPERATURE).low()).isCloseTo(201.15, within(1e-9));
            assertThat(chamber.span(Signal.TEMPERATURE).high()).isCloseTo(333.15, within(1e-9));
        }
        assertFails(Kind.REFUSED, () -> far.open("lowest", "190", "highest", "200"))
                .contains("-72.0 to 182.0");
    }

    @ParameterizedTest
    @EnumSource
    void everythingElseStaysAsItWas(ChamberProfile profile) throws InstrumentException {
        var other = new Far(profile);
        other.emulated.panel("CV02", 55.5, 0).channel(2, true, 0).channel(5, true, 0);
        double fan = other.emulated.set("SV01");
        try (ClimateChamber chamber = other.open()) {
            chamber.setpoint(Signal.TEMPERATURE, FORTY, Ramp.FASTEST);
            assertThat(other.emulated.set("CV01")).isEqualTo(40);
            assertThat(other.emulated.set("CV02")).isEqualTo(55.5);
            assertThat(other.emulated.set("SV01")).isEqualTo(fan);
            assertThat(other.emulated.bits()).isEqualTo("011001" + "0".repeat(26));
        }
    }

    @Test
    void channelsThatStandApartAreWrittenApart() throws InstrumentException {
        far.emulated.spaced();
        try (ClimateChamber chamber = far.open()) {
            chamber.setpoint(Signal.TEMPERATURE, FORTY, Ramp.FASTEST);
            assertThat(orders("E").getFirst()).contains(" 0 1 0 0 ");
            assertThat(far.emulated.set("CV01")).isEqualTo(40);
        }
    }

    @Test
    void temperatureArrives() throws InstrumentException {
        try (ClimateChamber chamber = far.open()) {
            chamber.setpoint(Signal.TEMPERATURE, FORTY, Ramp.FASTEST);
            far.host.clock().advance(Duration.ofHours(3));
            assertThat(chamber.read().value(Signal.TEMPERATURE)).isCloseTo(FORTY, within(0.11));
            assertThat(chamber.read().value(ClimateChamber.SETPOINT)).isCloseTo(FORTY, within(1e-9));
        }
    }

    @Test
    void aGradientIsWrittenOnlyIfItMayBeAnotherOneAndNeverSteeper() throws InstrumentException {
        try (ClimateChamber chamber = far.open()) {
            chamber.setpoint(Signal.TEMPERATURE, FORTY, Ramp.FASTEST);
            chamber.setpoint(Signal.TEMPERATURE, FORTY + 1, Ramp.FASTEST);
            chamber.setpoint(Signal.TEMPERATURE, FORTY + 20, new Ramp(0.0499));
            far.host.clock().advance(Duration.ofHours(1));
            chamber.setpoint(Signal.TEMPERATURE, FORTY, new Ramp(0.0499));
            assertThat(orders("U"))
                    .containsExactly(
                            "$01U 0000.0 0000.0 0000.0 0000.0\r",
                            "$01U 0002.9 0000.0 0000.0 0000.0\r",
                            "$01U 0000.0 0002.9 0000.0 0000.0\r");
        }
    }

    @Test
    void aCommandWhoseAnswerIsLostIsNotSentAgain() throws InstrumentException {
        try (ClimateChamber chamber = far.open()) {
            far.emulated
                    .mischief()
                    .spoil(3, answer -> answer.equals("0\r") && !orders("E").isEmpty() ? "" : answer);
            assertFails(Kind.TIMEOUT, () -> chamber.setpoint(Signal.TEMPERATURE, FORTY, Ramp.FASTEST));
            assertThat(chamber.read().value(ClimateChamber.SETPOINT)).isCloseTo(FORTY, within(1e-9));
            assertThat(orders("E")).hasSize(1);
        }
    }

    @Test
    void anotherKindOfChamberIsNotCommanded() throws InstrumentException {
        try (ClimateChamber chamber = far.open()) {
            far.emulated.mischief().drop(1);
            assertFails(Kind.TIMEOUT, chamber::read);
            far.emulated.swapped(ChamberProfile.VC3);
            assertFails(Kind.WRONG_DEVICE, () -> chamber.setpoint(Signal.TEMPERATURE, FORTY, Ramp.FASTEST));
            assertThat(orders("E")).isEmpty();
        }
    }

    @Test
    void fingerprintOfTheSettingsIsExpected() throws InstrumentException {
        String fingerprint;
        try (ClimateChamber chamber = far.open()) {
            fingerprint = chamber.identity().serial();
        }
        far.open("serial", fingerprint).close();
        assertFails(Kind.WRONG_DEVICE, () -> far.open("serial", "00000000")).contains(fingerprint);
        assertThat(far.host.openLinks()).isZero();
    }

    @Test
    void makingSafeKeepsTheTemperature() throws InstrumentException {
        try (ClimateChamber chamber = far.open()) {
            chamber.setpoint(Signal.TEMPERATURE, FORTY, Ramp.FASTEST);
            int sent = far.host.sent().size();
            chamber.makeSafe();
            assertThat(far.host.sent()).hasSize(sent);
            assertThat(far.emulated.set("CV01")).isEqualTo(40);
        }
    }

    @Test
    void answersThatAreOneQuestionBehindAreNeverBelieved() throws InstrumentException {
        try (ClimateChamber chamber = far.open()) {
            chamber.read();
            far.emulated.mischief().oneBehind(true);
            for (int i = 0; i < 10; i++) {
                far.host.clock().advance(Duration.ofSeconds(20));
                assertThatExceptionOfType(InstrumentException.class)
                        .isThrownBy(() -> chamber.setpoint(Signal.TEMPERATURE, FORTY, Ramp.FASTEST));
            }
            assertThat(far.emulated.set("CV01")).isEqualTo(25);
        }
    }
}
