package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.TransitionTable.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S15: the stack pressure leaves its band, is lost, overshoots. */
class S15PressureTest {
    /** Two periods of the pressure, with the two readings out of three that a limit asks for. */
    private static final Duration TWO_PERIODS = Rigs.PERIOD.multipliedBy(2);

    private static final String PROTOCOL = """
            protocol: pressed charge
            reference: Li+/Li
            C-rate: cell
            record: { every: 1 s }
            limits: { voltage: 2.6..4.7 V, pressure: 200..300 MPa, silence: 4 s }
            steps:
              - { charge: 1C, until: voltage >= 4.6 V, at most: 2 h }
            """;

    private static final String RAMP = """
            protocol: ramp
            reference: Li+/Li
            C-rate: cell
            record: { every: 1 s }
            limits: { voltage: 2.6..4.7 V, pressure: 200..300 MPa, silence: 4 s }
            steps:
              - pressure: 290 MPa
                stable: { within: 2 MPa, for: 5 s }
                at most: 5 min
              - { charge: 1C, until: voltage >= 4.6 V, at most: 2 h }
            """;

    @TempDir
    private Path folder = Path.of("");

    private EmulatedRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = Rigs.whole(folder);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private void charge() throws IOException {
        rig.start("E1", PROTOCOL, Rigs.cell());
        rig.runUntil(Duration.ofSeconds(10), () -> rig.truth().amps() > 0);
        rig.run(Duration.ofSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
    }

    private void restsWithinTwoPeriods(Runnable outside) {
        rig.runUntil(Duration.ofSeconds(30), () -> {
            double pascals = rig.truth().pascals();
            return pascals < 200e6 || pascals > 300e6;
        });
        outside.run();
        Duration told = rig.runUntil(Duration.ofSeconds(1), () -> rig.phase(0) != Phase.RUNNING);
        assertThat(told).isLessThanOrEqualTo(TWO_PERIODS.plus(Rigs.PERIOD));
        rig.runUntil(Duration.ofSeconds(2), () -> rig.isHeld(0));
        assertThat(rig.truth().amps()).isZero();
        assertThat(rig.cause(0)).contains("pressure");
    }

    @Test
    void aPressureThatFallsOutOfItsBandBringsTheCellToRest() throws IOException {
        charge();
        rig.trick("gas panel 6.0");
        restsWithinTwoPeriods(() -> {});
        assertThat(rig.cause(0)).contains("outside the window");
        rig.trick("gas panel 8.3333");
        rig.run(Duration.ofSeconds(20));
        rig.ask("resume", "E1");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.truth().amps() > 0);
    }

    @Test
    void lostPressureBringsTheCellToRest() throws IOException {
        charge();
        rig.trick("gas reboot");
        restsWithinTwoPeriods(() -> {});
    }

    @Test
    void beyondWhatTheCellBearsItStaysAtRestUntilTheRunIsEnded() throws IOException {
        charge();
        rig.trick("load-cell add 20000");
        rig.runUntil(Duration.ofSeconds(10), () -> rig.isHeld(0));
        assertThat(rig.truth().amps()).isZero();
        rig.ask("resume", "E1");
        rig.run(Duration.ofSeconds(5));
        assertThat(rig.phase(0)).isEqualTo(Phase.HELD);
        assertThat(rig.alarms()).anyMatch(alarm -> alarm.contains("latched"));
    }

    /** A cell is at rest while its press moves; it is not driven before the pressure is where it should be. */
    @Test
    void afterARampThatOvershootsNothingIsDriven() throws IOException {
        rig.trick("gas overshoot 1.1");
        rig.start("E1", RAMP, Rigs.cell());
        rig.runUntil(Duration.ofMinutes(1), () -> rig.truth().pascals() > 300e6);
        rig.runUntil(Duration.ofMinutes(6), () -> rig.isHeld(0));
        assertThat(rig.cable("pstat-1").asked()).doesNotContain("cell_on");
        assertThat(rig.cause(0)).contains("time is over");
    }

    @Test
    void aRampBeyondWhatTheCellBearsIsTheEndOfTheRun() throws IOException {
        rig.trick("gas overshoot 1.5");
        rig.start("E1", RAMP, Rigs.cell());
        rig.runUntil(Duration.ofMinutes(1), () -> rig.truth().pascals() > 400e6);
        Duration told = rig.runUntil(Duration.ofSeconds(1), () -> rig.phase(0) != Phase.RUNNING);
        assertThat(told).isLessThanOrEqualTo(TWO_PERIODS.plus(Rigs.PERIOD));
        rig.runUntil(Duration.ofSeconds(2), () -> rig.isHeld(0));
        rig.ask("resume", "E1");
        assertThat(rig.phase(0)).isEqualTo(Phase.HELD);
        assertThat(rig.alarms()).anyMatch(alarm -> alarm.contains("latched"));
    }
}
