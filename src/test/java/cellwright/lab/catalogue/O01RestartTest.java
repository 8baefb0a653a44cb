package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** O1 and O7: the server of a press goes and comes back, at once or after the five minutes in which its machine was made anew. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class O01RestartTest extends OverGateway {
    private static final Duration NOTICED = Rigs.LOST.plus(Gateway.PERIOD);

    @BeforeEach
    void charge() throws IOException {
        Gateway.charge(rig);
    }

    /** The server goes; the run is held within the time, the cell at rest. */
    private long goes() {
        long gone = rig.now();
        gateway.server.stop();
        Duration noticed = rig.runUntil(Duration.ofSeconds(10), () -> rig.phase(0) != Phase.RUNNING);
        assertThat(noticed).isLessThanOrEqualTo(NOTICED);
        rig.runUntil(Duration.ofSeconds(2), () -> rig.isHeld(0));
        assertThat(rig.truth().amps()).isZero();
        assertThat(rig.cause(0)).contains("press-1", "opc.tcp://");
        return gone;
    }

    private void comesBack() {
        rig.runUntil(
                Duration.ofMinutes(2),
                () -> rig.instrument("press-1").path("ready").asBoolean());
        rig.run(Duration.ofSeconds(3));
    }

    private List<Sample> pressures(long fromNanos, long toNanos) throws IOException {
        return rig.events(0, Event.Measured.class).stream()
                .map(Event.Measured::reading)
                .filter(reading -> reading.atNanos() > fromNanos && reading.atNanos() < toNanos)
                .map(O01RestartTest::pressure)
                .toList();
    }

    private static Sample pressure(Reading reading) {
        return reading.samples().stream()
                .filter(each -> each.signal().equals(Signal.PRESSURE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRestartBringsTheCellToRestAndNothingIsSentAgain() throws IOException {
        List<String> before = gateway.taken();
        goes();
        long held = rig.now();
        rig.run(Duration.ofSeconds(2));
        long back = rig.now();
        gateway.restart("urn:some:other", "urn:and:another");
        comesBack();
        assertThat(gateway.taken()).isEqualTo(before);
        assertThat(pressures(held, back))
                .isNotEmpty()
                .extracting(Sample::quality)
                .containsOnly(Quality.MISSING);
        assertThat(rig.phase(0)).isEqualTo(Phase.HELD);
        assertThat(rig.alarms()).noneMatch(alarm -> alarm.contains("is not sent again"));
        rig.ask("resume", "E1");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.truth().amps() > 0);
        assertThat(gateway.taken()).isEqualTo(before);
    }

    @Test
    void aSetPointThatIsAnotherAfterwardsIsToldAndNotSentAgain() throws IOException {
        goes();
        gateway.atThePanel("Force.Setpoint", 3600.0);
        List<String> before = gateway.taken();
        gateway.restart();
        comesBack();
        assertThat(rig.alarms())
                .filteredOn(alarm -> alarm.contains("is not sent again"))
                .singleElement()
                .asString()
                .contains("press-1", "pressure", "given 5.50000e+07 Pa", "is 4.58365e+07 Pa");
        assertThat(gateway.taken()).isEqualTo(before);
    }

    @Test
    void fiveMinutesWithoutItsMachineAreARunThatIsHeldAndARecordOfThem() throws IOException {
        List<String> before = gateway.taken();
        long gone = goes();
        gateway.relay.shut();
        long held = rig.now();
        long until = held + Duration.ofMinutes(5).toNanos();
        while (rig.now() < until) {
            rig.run(Duration.ofSeconds(10));
            assertThat(rig.truth().amps()).isZero();
            assertThat(rig.phase(0)).isEqualTo(Phase.HELD);
        }
        long back = rig.now();
        gateway.restart();
        gateway.relay.reopen();
        comesBack();
        assertThat(rig.phase(0)).isEqualTo(Phase.HELD);
        assertThat(gateway.taken())
                .as("the press has noticed that nobody watched, and keeps its force")
                .isEqualTo(before);
        assertThat(rig.truth().amps()).isZero();

        assertThat(rig.events(0, Event.Failed.class))
                .filteredOn(failed -> failed.message().contains("press-1"))
                .first()
                .extracting(Event.Failed::atNanos)
                .asInstanceOf(InstanceOfAssertFactories.LONG)
                .isBetween(gone, gone + NOTICED.toNanos());
        assertThat(pressures(0, gone)).last().extracting(Sample::quality).isEqualTo(Quality.GOOD);
        assertThat(pressures(held, back))
                .hasSizeGreaterThan(20)
                .extracting(Sample::quality)
                .containsOnly(Quality.MISSING);
        assertThat(pressures(back, rig.now()))
                .last()
                .extracting(Sample::quality)
                .isEqualTo(Quality.GOOD);
    }
}
