package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.TransitionTable.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S8: an instrument loses its power for a moment, and comes back with its output off or on. */
class S08RebootTest {
    /** A stream that ends is missed after a period, its repetition and the world's patience. */
    private static final Duration NOTICED = Rigs.LOST.plus(Rigs.COMMAND.multipliedBy(4));

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
    void backWithTheOutputOffItIsNotTakenForARunningOne() throws IOException {
        Rigs.charge(rig, 1);
        rig.trick("pstat-1 reboot");
        rig.runUntil(NOTICED, () -> rig.phase(0) != Phase.RUNNING);
        rig.runUntil(Duration.ofSeconds(5), () -> rig.isHeld(0));
        assertThat(rig.truth().amps()).isZero();
    }

    @Test
    void backWithTheOutputOnItIsSwitchedOff() throws IOException {
        Rigs.charge(rig, 1);
        rig.trick("pstat-1 reboot-on");
        assertThat(rig.truth().amps()).isPositive();
        rig.runUntil(NOTICED, () -> rig.phase(0) != Phase.RUNNING);
        rig.runUntil(Duration.ofSeconds(5), () -> rig.isHeld(0));
        assertThat(rig.truth().amps()).isZero();
    }

    @Test
    void itIsGivenItsLimitsAnewAndTellsThemBackBeforeItDrivesAgain() throws IOException {
        Rigs.charge(rig, 1);
        List<String> first = script();
        rig.trick("pstat-1 reboot");
        rig.runUntil(Duration.ofSeconds(10), () -> rig.isHeld(0));
        int lines = rig.cable("pstat-1").asked().size();
        rig.ask("resume", "E1");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.truth().amps() > 0);
        List<String> all = rig.cable("pstat-1").asked();
        assertThat(all.subList(lines, all.size())).contains("cell_on");
        assertThat(limits(script())).isNotEmpty().isEqualTo(limits(first));
        rig.run(Duration.ofSeconds(5));
        assertThat(rig.phase(0)).isEqualTo(Phase.RUNNING);
    }

    @Test
    void atRestAnOutputThatIsOnAfterAPowerCutIsSwitchedOff() throws IOException {
        Rigs.charge(rig, 1);
        rig.ask("hold", "E1");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.isHeld(0));
        rig.trick("pstat-1 reboot-on");
        rig.run(Duration.ofSeconds(10));
        assertThat(rig.truth().amps()).isZero();
        rig.runUntil(Duration.ofSeconds(5), () -> rig.isHeld(0));
    }

    /** The last script that was sent. */
    private List<String> script() {
        List<String> all = rig.cable("pstat-1").asked();
        int begin = all.lastIndexOf("e");
        List<String> rest = all.subList(begin, all.size());
        return rest.subList(0, rest.indexOf(""));
    }

    private static List<String> limits(List<String> script) {
        return script.stream().filter(line -> line.startsWith("if ")).toList();
    }
}
