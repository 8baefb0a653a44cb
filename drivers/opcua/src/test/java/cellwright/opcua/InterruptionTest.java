package cellwright.opcua;

import static cellwright.opcua.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that go and come, and networks that swallow what is sent. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class InterruptionTest {
    private final Workshop workshop = new Workshop();

    @AfterEach
    void shut() throws Exception {
        workshop.close();
    }

    private Regulator pressAt(double newtons, String... changed) throws InstrumentException {
        Regulator press = (Regulator) workshop.open(changed);
        press.read();
        press.setpoint(Signal.FORCE, newtons, Ramp.FASTEST);
        return press;
    }

    @Test
    void afterARestartNodesAreFoundAnewAndWhatIsToldArrivesAgain() throws Exception {
        Regulator press = pressAt(1000);
        int before = workshop.plant.taken().size();
        workshop.server.stop();
        workshop.patience.untilItFails(Kind.LOST, press::read);
        assertFails(Kind.LOST, () -> press.setpoint(Signal.FORCE, 2000, Ramp.FASTEST))
                .contains("interrupted", "nothing written");
        workshop.server.restart(List.of("urn:some:other", "urn:and:another"));
        Reading reading = workshop.patience.untilItWorks(press::read);
        assertThat(reading.has(Signal.FORCE)).isTrue();
        assertThat(workshop.plant.taken())
                .as("nothing was sent again, nor late")
                .hasSize(before);
        workshop.mischief().value("Interlock.Door", true);
        workshop.patience.until(
                "the server tells that the door is open",
                () -> press.read().value(new Signal("interlock door", Unit.ONE)) == 1);
    }

    @Test
    void aSetpointThatIsAnotherAfterwardsIsToldOnceAndNotSentAgain() throws Exception {
        Regulator press = pressAt(1000);
        int before = workshop.plant.taken().size();
        workshop.server.stop();
        workshop.patience.untilItFails(Kind.LOST, press::read);
        workshop.mischief().value("Force.Setpoint", 0.0);
        workshop.server.restart();
        InstrumentException told = workshop.patience.untilItFails(Kind.REFUSED, press::read);
        assertThat(told)
                .hasMessageContaining("is 0.0")
                .hasMessageContaining("set to 1000.0")
                .hasMessageContaining("not sent again");
        assertThat(press.read().has(Signal.FORCE)).isTrue();
        assertThat(workshop.plant.taken()).hasSize(before);
    }

    @Test
    void anotherInstrumentAtTheSameAddressIsNotCommanded() throws Exception {
        Regulator press = pressAt(1000);
        workshop.server.stop();
        workshop.patience.untilItFails(Kind.LOST, press::read);
        workshop.mischief().serial("SP-0043");
        workshop.server.restart();
        InstrumentException told = workshop.patience.untilItFails(Kind.WRONG_DEVICE, press::read);
        assertThat(told).hasMessageContaining("SP-0042").hasMessageContaining("SP-0043");
        assertFails(Kind.WRONG_DEVICE, () -> press.setpoint(Signal.FORCE, 1, Ramp.FASTEST));
    }

    @Test
    void aNetworkThatSwallowsEverythingIsATimeoutAndACommandInItIsNeverCarriedOutLate() throws Exception {
        Regulator press = pressAt(1000, "deadline_ms", "600");
        int before = workshop.plant.taken().size();
        workshop.relay.silence();
        assertFails(Kind.TIMEOUT, () -> press.setpoint(Signal.FORCE, 2000, Ramp.FASTEST))
                .contains("600 ms", "say whether it is ready");
        workshop.relay.mend();
        assertThat(workshop.plant.taken()).hasSize(before);
    }

    @Test
    void aWriteWithoutAnAnswerEndsTheConnection() throws Exception {
        Regulator press = pressAt(1000, "deadline_ms", "600");
        var stalled = workshop.mischief().stall("Force.SetpointRamp");
        assertFails(Kind.TIMEOUT, () -> press.setpoint(Signal.FORCE, 2000, Ramp.FASTEST))
                .contains("write Force.SetpointRamp", "600 ms");
        stalled.countDown();
        assertFails(Kind.LOST, press::read).contains("open the instrument again");
        assertThat(workshop.press.setNewtons()).isEqualTo(1000);
    }

    @Test
    void nodesThatAreNumberedOtherwiseAfterwardsAreFoundByTheirNames() throws Exception {
        Regulator press = pressAt(1000);
        workshop.server.stop();
        workshop.patience.untilItFails(Kind.LOST, press::read);
        workshop.mischief().renumber("of the new program");
        workshop.server.restart(List.of("urn:some:other"));
        assertThat(workshop.patience.untilItWorks(press::read).value(Signal.FORCE))
                .isGreaterThanOrEqualTo(0);
        press.setpoint(Signal.FORCE, 1200, Ramp.FASTEST);
        assertThat(workshop.press.setNewtons()).isEqualTo(1200);
    }

    @Test
    void aNodeThatIsKnownByItsNumberAndIsGoneAfterwardsIsToldAndNothingIsReadInItsPlace() throws Exception {
        String map = workshop.map(
                "map: by number",
                "kind: sensor",
                "namespace: urn:cellwright:stackpress:1",
                "roles:",
                "  Force.Actual: { id: 's=StackPress/Force.Actual', type: Double, unit: N }");
        Instrument sensor = workshop.open("map", map);
        assertThat(sensor.read().has(Signal.FORCE)).isTrue();
        workshop.server.stop();
        workshop.patience.untilItFails(Kind.LOST, sensor::read);
        workshop.mischief().renumber("of the new program");
        workshop.server.restart();
        assertThat(workshop.patience.untilItFails(Kind.WRONG_DEVICE, sensor::read))
                .hasMessageContaining("no node for the role Force.Actual");
        assertFails(Kind.WRONG_DEVICE, sensor::read);
    }

    @Test
    void aNodeThatIsOfAnotherTypeAfterwardsIsToldAndThePressIsNotCommanded() throws Exception {
        Regulator press = pressAt(1000);
        int before = workshop.plant.taken().size();
        workshop.server.stop();
        workshop.patience.untilItFails(Kind.LOST, press::read);
        workshop.mischief().value("Force.Actual", 1000);
        workshop.server.restart();
        assertThat(workshop.patience.untilItFails(Kind.WRONG_DEVICE, press::read))
                .hasMessageContaining("holds a Integer")
                .hasMessageContaining("Force.Actual")
                .hasMessageContaining("Double");
        assertFails(Kind.WRONG_DEVICE, () -> press.setpoint(Signal.FORCE, 2000, Ramp.FASTEST));
        assertThat(workshop.plant.taken()).hasSize(before);
    }

    @Test
    void aLineThatIsLateAndLosesPiecesDelaysAndFalsifiesNothing() throws Exception {
        Regulator press = pressAt(1000, "acquire", "read", "deadline_ms", "5000");
        List<String> before = workshop.plant.taken();
        workshop.relay.late(150);
        for (int i = 0; i < 5; i++) {
            workshop.host.clock().advance(Duration.ofMillis(500));
            assertThat(press.read().samples()).extracting(Sample::quality).containsOnly(Quality.GOOD);
        }
        press.setpoint(Signal.FORCE, 1100, Ramp.FASTEST);
        assertThat(workshop.plant
                        .taken()
                        .subList(before.size(), workshop.plant.taken().size()))
                .containsExactly("Force.SetpointRamp = 500.0", "Force.Setpoint = 1100.0", "Mode = 2", "Enable = true");
    }

    @Test
    void aConnectionWhoseFarHalfIsGoneIsNoticedByTheDeadlineAndRestored() throws Exception {
        Regulator press = pressAt(1000, "acquire", "read", "deadline_ms", "600");
        List<String> before = workshop.plant.taken();
        workshop.relay.halve();
        assertThatExceptionOfType(InstrumentException.class)
                .isThrownBy(press::read)
                .extracting(InstrumentException::kind)
                .isIn(Kind.TIMEOUT, Kind.LOST);
        workshop.relay.mend();
        assertThat(workshop.patience.untilItWorks(press::read).has(Signal.FORCE))
                .isTrue();
        assertThat(workshop.plant.taken()).isEqualTo(before);
    }

    /** The library's own sign of life may take long; a subscription that is silent by our clock is asked at once. */
    @Test
    void aSubscriptionInANetworkThatSwallowsEverythingIsNotBelievedForLongerThanSettingsSay() throws Exception {
        Regulator press = pressAt(1000, "deadline_ms", "600");
        workshop.relay.silence();
        workshop.patience.until("nothing under way arrives any more, and the silence is noticed", () -> {
            workshop.host.clock().advance(Duration.ofMillis(401));
            try {
                press.read();
                return false;
            } catch (InstrumentException failed) {
                assertThat(failed.kind()).isIn(Kind.TIMEOUT, Kind.LOST);
                return true;
            }
        });
    }
}
