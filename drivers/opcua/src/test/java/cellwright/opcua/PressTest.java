package cellwright.opcua;

import static cellwright.opcua.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An emulated press through the shipped map. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class PressTest {
    private static final double AREA = 78.54e-6;

    private final Workshop workshop = new Workshop();

    @AfterEach
    void shut() throws Exception {
        workshop.close();
    }

    private Regulator press(String... changed) throws InstrumentException {
        return (Regulator) workshop.open(changed);
    }

    private static Sample sample(Reading reading, String signal) {
        return reading.samples().stream()
                .filter(each -> each.signal().name().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSetpointBecomesPressure() throws InstrumentException {
        Regulator press = press("area_mm2", "78.54", "acquire", "read");
        assertThat(press.identity().serial()).isEqualTo(Workshop.SERIAL);
        assertThat(press.identity().simulated()).isTrue();
        assertThat(press.regulates()).containsExactly(Signal.PRESSURE);
        assertThat(press.span(Signal.PRESSURE).high()).isCloseTo(20_000 / AREA, within(1.0));

        press.setpoint(Signal.PRESSURE, 50e6, new Ramp(1e6));
        assertThat(workshop.plant.taken())
                .containsExactly("Force.SetpointRamp = 78.54", "Force.Setpoint = 3927.0", "Mode = 2", "Enable = true");
        for (int second = 0; second < 120; second++) {
            workshop.host.clock().advance(Duration.ofSeconds(1));
            press.read();
        }
        Reading reading = press.read();
        assertThat(reading.value(Signal.PRESSURE)).isCloseTo(50e6, within(0.1e6));
        assertThat(reading.value(Signal.FORCE)).isCloseTo(3927, within(8.0));
        assertThat(reading.value(new Signal("force target reached", Unit.ONE))).isEqualTo(1);
        assertThat(sample(reading, "position").value()).isBetween(0.0099, 0.01);
    }

    @Test
    void withoutAnAreaItRegulatesForceAndAFastestRampIsTheMaps() throws InstrumentException {
        Regulator press = press("highest", "5000");
        assertThat(press.regulates()).containsExactly(Signal.FORCE);
        assertThat(press.span(Signal.FORCE)).isEqualTo(new Regulator.Span(0, 5000));
        press.setpoint(Signal.FORCE, 1000, Ramp.FASTEST);
        assertThat(workshop.plant.taken()).startsWith("Force.SetpointRamp = 500.0", "Force.Setpoint = 1000.0");
    }

    @Test
    void theHostsHeartbeatIsBeatenByReading() throws InstrumentException {
        Regulator press = press();
        press.setpoint(Signal.FORCE, 1000, Ramp.FASTEST);
        for (int i = 0; i < 4; i++) {
            press.read();
            workshop.host.clock().advance(Duration.ofMillis(500));
        }
        assertThat(workshop.press.beats()).isEqualTo(2);
        workshop.host.clock().advance(Duration.ofSeconds(6));
        assertFails(Kind.REFUSED, () -> press.setpoint(Signal.FORCE, 2000, Ramp.FASTEST))
                .contains("takes no set-point", "it is in fault", "nothing was set");
        assertThat(workshop.press.setNewtons()).isLessThanOrEqualTo(1000);
    }

    @Test
    void aPressThatIsNotReadyIsToldNothing() throws InstrumentException {
        Regulator press = press();
        workshop.mischief().state(7);
        assertFails(Kind.REFUSED, () -> press.setpoint(Signal.FORCE, 1000, Ramp.FASTEST))
                .contains("operated by hand", "State is 7");
        workshop.mischief().state(-1).value("Interlock.Door", true);
        assertFails(Kind.REFUSED, () -> press.setpoint(Signal.FORCE, 1000, Ramp.FASTEST))
                .contains("its door is open");
        workshop.mischief().status("Interlock.Door", new StatusCode(StatusCodes.Bad_SensorFailure));
        assertFails(Kind.REFUSED, () -> press.setpoint(Signal.FORCE, 1000, Ramp.FASTEST))
                .contains("does not tell its Interlock.Door");
        assertThat(workshop.plant.taken()).isEmpty();
    }

    @Test
    void aSetpointThatIsAcknowledgedAndForgottenIsNoticedAndNotSentAgain() throws InstrumentException {
        Regulator press = press();
        workshop.mischief().deafen("Force.Setpoint", true);
        assertFails(Kind.REFUSED, () -> press.setpoint(Signal.FORCE, 1000, Ramp.FASTEST))
                .contains("acknowledged 1000.0", "still holds 0.0", "not sent again");
        assertThat(workshop.plant.taken()).containsExactly("Force.SetpointRamp = 500.0");
    }

    @Test
    void aRefusedSetpointIsToldInTheServersWords() throws InstrumentException {
        Regulator press = press();
        workshop.mischief().refuse("Force.Setpoint", new StatusCode(StatusCodes.Bad_UserAccessDenied));
        assertFails(Kind.REFUSED, () -> press.setpoint(Signal.FORCE, 1000, Ramp.FASTEST))
                .contains("Bad_UserAccessDenied", "Force.Setpoint");
    }

    @Test
    void areaAndTareMustBeThoseOfTheController() {
        assertFails(Kind.REFUSED, () -> press("area_mm2", "100")).contains("78.54", "100.000", "area_mm2");
        assertFails(Kind.REFUSED, () -> press("tare_n", "12")).contains("tare_n", "Tare");
        assertThat(workshop.relay.open()).isZero();
    }

    @Test
    void theServersStatusBecomesTheQuality() throws InstrumentException {
        Regulator press = press("acquire", "read", "area_mm2", "78.54");
        workshop.mischief()
                .status("Force.Actual", new StatusCode(StatusCodes.Uncertain_SubNormal))
                .status("Position.Actual", new StatusCode(StatusCodes.Bad_SensorFailure))
                .value("Force.Filtered", Double.NaN)
                .value("Alarm.Overforce", "yes");
        Reading reading = press.read();
        assertThat(sample(reading, "force").quality()).isEqualTo(Quality.UNCERTAIN);
        assertThat(sample(reading, "pressure").quality()).isEqualTo(Quality.UNCERTAIN);
        assertThat(sample(reading, "position").quality()).isEqualTo(Quality.MISSING);
        assertThat(sample(reading, "position").value()).isNaN();
        assertThat(sample(reading, "force filtered").quality()).isEqualTo(Quality.BAD);
        assertThat(sample(reading, "alarm overforce").quality()).isEqualTo(Quality.BAD);
        assertThat(sample(reading, "interlock door").quality()).isEqualTo(Quality.GOOD);
    }

    @Test
    void aChangeArrivesBySubscriptionWithoutBeingAskedFor() throws InstrumentException {
        Regulator press = press();
        workshop.mischief().value("Interlock.Door", true);
        workshop.patience.until(
                "the server tells that the door is open",
                () -> sample(press.read(), "interlock door").value() == 1);
    }

    @Test
    void aControllerThatStandsStillIsNoticedThoughItsServerAnswers() throws InstrumentException {
        Regulator press = press();
        press.read();
        workshop.mischief().freeze(true);
        workshop.host.clock().advance(Duration.ofSeconds(4));
        assertFails(Kind.TIMEOUT, press::read)
                .contains("the server answers and the controller behind it does not", "heartbeat stands at 1000", "ms");
        workshop.mischief().freeze(false);
        assertThat(sample(press.read(), "force").usable()).isTrue();
    }

    @Test
    void aValueWithoutANewStampIsStaleAndNotShownAsNew() throws Exception {
        Regulator press = press(
                "map",
                workshop.map(
                        "map: press without a heartbeat",
                        "kind: press",
                        "namespace: urn:cellwright:stackpress:1",
                        "root: /StackPress",
                        "roles:",
                        "  Force.Actual: { type: Double, unit: N, fresh: 2 s }",
                        "  Force.Setpoint: { type: Double, unit: N }"),
                "lowest",
                "0",
                "highest",
                "1000");
        assertThat(sample(press.read(), "force").quality()).isEqualTo(Quality.GOOD);
        workshop.mischief().freeze(true);
        workshop.host.clock().advance(Duration.ofSeconds(3));
        assertThat(sample(press.read(), "force").quality()).isEqualTo(Quality.STALE);
        assertThat(sample(press.read(), "force").value()).isNaN();
    }

    @Test
    void aDroppedSubscriptionIsNoticedByOurOwnClockAndMadeAnew() throws InstrumentException {
        Regulator press = press();
        press.read();
        workshop.server.dropSubscriptions();
        workshop.patience.until("the silence is noticed, once what was under way before it has arrived", () -> {
            workshop.host.clock().advance(Duration.ofSeconds(1));
            return press.read().samples().stream().allMatch(each -> each.quality() == Quality.UNCERTAIN);
        });
        assertThat(press.read().samples()).extracting(Sample::quality).containsOnly(Quality.GOOD);
        workshop.mischief().value("Interlock.EStop", true);
        workshop.patience.until(
                "the server tells on the new subscription that the emergency stop is pressed",
                () -> sample(press.read(), "interlock estop").value() == 1);
    }

    @Test
    void aServerThatLooksLessOftenThanAskedIsRefusedAtTheStart() {
        workshop.mischief().slowest(1000);
        assertFails(Kind.REFUSED, this::press).contains("every 1000.0 ms", "asked for every 20 ms", "sampling_ms");
        assertThat(workshop.relay.open()).isZero();
    }
}
