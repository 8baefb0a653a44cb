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

/** S9: a command is acknowledged and not executed. */
class S09StuckOutputTest {
    private static final Duration ALARM = Duration.ofSeconds(2);

    @TempDir
    private Path folder = Path.of("");

    private EmulatedRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = Rigs.one(folder);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    @Test
    void aRelayThatIsWeldedIsToldWithinTwoSecondsAndTheCellIsNotCalledAtRest() throws IOException {
        Rigs.charge(rig, 1);
        rig.trick("pstat-1 stuck-relay on");
        long asked = rig.now();
        rig.ask("hold", "E1");
        rig.run(ALARM);
        assertThat(rig.toldAfter(asked, "OFF UNVERIFIED")).isLessThanOrEqualTo(ALARM);
        rig.run(Duration.ofMinutes(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.STOPPING);
        assertThat(rig.truth().amps()).isNotZero();
        rig.trick("pstat-1 stuck-relay off");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.isHeld(0));
        assertThat(rig.truth().amps()).isZero();
    }

    @Test
    void aRelayThatNeverClosesHoldsTheRunWithinTwoSeconds() throws IOException {
        rig.trick("pstat-1 dead-relay on");
        rig.start("E1", Rigs.CHARGE, Rigs.bareCell(folder));
        rig.runUntil(Duration.ofSeconds(5), () -> rig.cable("pstat-1").asked().contains("cell_on"));
        rig.runUntil(ALARM, () -> rig.phase(0) != Phase.RUNNING);
        rig.runUntil(ALARM, () -> rig.isHeld(0));
        assertThat(rig.cause(0)).contains("not what was ordered");
        assertThat(rig.truth().amps()).isZero();
    }
}
