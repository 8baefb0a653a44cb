package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S1: the cable comes out while nothing is said, in the midst of a command, in the midst of a reply. */
class S01UnpluggedTest {
    @TempDir
    private Path folder = Path.of("");

    private EmulatedRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = Rigs.two(folder);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    @Test
    void unpluggedBetweenTwoReadingsItIsLostAtTheNextAndTheOtherChannelGoesOn() throws IOException {
        Rigs.charge(rig, 1);
        Rigs.charge(rig, 2);
        long missed = rig.instrument("driver-2").path("missed_ticks").asLong();
        rig.cable("pstat-1").unplug();
        Duration noticed = rig.runUntil(Rigs.LOST, () -> rig.phase(0) == Phase.STOPPING);
        assertThat(noticed).isLessThanOrEqualTo(Rigs.COMMAND);
        rig.run(Duration.ofSeconds(5));
        assertThat(rig.alarms()).anyMatch(alarm -> alarm.startsWith("CRITICAL OFF UNVERIFIED"));
        assertThat(rig.phase(1)).isEqualTo(Phase.RUNNING);
        assertThat(rig.truth(1).amps()).isPositive();
        assertThat(rig.instrument("driver-2").path("missed_ticks").asLong()).isEqualTo(missed);
        assertThat(rig.instrument("driver-2").path("failures").asLong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 11, 40})
    void unpluggedInTheMidstOfAReplyItIsLostAndNoHalfValueIsTaken(int bytes) throws IOException {
        Rigs.charge(rig, 1);
        double volts = rig.truth(0).volts();
        rig.cable("pstat-1").cutInReply(bytes);
        assertThat(rig.runUntil(Rigs.LOST, () -> rig.phase(0) == Phase.STOPPING))
                .isLessThanOrEqualTo(Rigs.COMMAND.plus(Rigs.PERIOD));
        assertThat(rig.events(0, Event.Measured.class).getLast().reading().value(Signal.VOLTAGE))
                .isBetween(volts - 1e-2, volts + 1e-2);
    }

    /** Through the whole script that would switch the cell on. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 40, 200, 400, 600})
    void unpluggedInTheMidstOfACommandNothingIsDrivenUnseen(int bytes) throws IOException {
        rig.start("E1", Rigs.CHARGE, Rigs.bareCell(folder));
        rig.runUntil(Duration.ofSeconds(5), () -> asked("pstat-1").contains("e"));
        int lines = asked("pstat-1").size();
        rig.cable("pstat-1").cutInCommand(bytes);
        rig.runUntil(Duration.ofSeconds(10), () -> !rig.cable("pstat-1").isPlugged());
        rig.runUntil(Rigs.LOST, () -> rig.phase(0) == Phase.STOPPING);
        rig.run(Duration.ofSeconds(5));
        rig.cable("pstat-1").plug();
        rig.runUntil(Duration.ofSeconds(3), () -> rig.isHeld(0));
        assertThat(asked("pstat-1")).hasSizeGreaterThan(lines);
        assertThat(rig.truth().amps()).isZero();
        assertThat(rig.cause(0)).contains("driver-1");
    }

    @Test
    void backAgainItIsRecognisedThenSwitchedOffAndTheRunWaitsForAPerson() throws IOException {
        Rigs.charge(rig, 1);
        rig.cable("pstat-1").unplug();
        rig.run(Duration.ofSeconds(20));
        assertThat(rig.truth().amps()).as("its own script goes on").isPositive();
        int lines = asked("pstat-1").size();
        rig.cable("pstat-1").plug();
        Duration rest = rig.runUntil(Duration.ofMillis(2500), () -> rig.isHeld(0));
        assertThat(rest).as("tried every second").isLessThan(Duration.ofMillis(2500));
        assertThat(rig.truth().amps()).isZero();
        List<String> said = asked("pstat-1").subList(lines, asked("pstat-1").size());
        assertThat(said.indexOf("i")).as("who it is is asked before any script").isBetween(0, said.indexOf("e") - 1);
        assertThat(said).as("nothing switches on").doesNotContain("cell_on").contains("cell_off");
        rig.ask("resume", "E1");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.truth().amps() > 0);
        assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void unpluggedAtRestItIsLookedForAndNothingIsDriven() throws IOException {
        rig.cable("pstat-1").unplug();
        rig.run(Duration.ofMinutes(2));
        assertThat(rig.instrument("driver-1").path("ready").asBoolean()).isFalse();
        assertThat(rig.instrument("driver-2").path("ready").asBoolean()).isTrue();
        rig.cable("pstat-1").plug();
        rig.runUntil(
                Duration.ofSeconds(31),
                () -> rig.instrument("driver-1").path("ready").asBoolean());
        assertThat(asked("pstat-1")).doesNotContain("cell_on");
    }

    private List<String> asked(String name) {
        return rig.cable(name).asked();
    }
}
