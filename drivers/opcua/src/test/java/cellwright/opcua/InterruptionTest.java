package cellwright.opcua;

import static cellwright.opcua.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
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
}
