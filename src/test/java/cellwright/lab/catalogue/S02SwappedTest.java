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

/** S2: two adapters are put back the wrong way round. */
class S02SwappedTest {
    /** What may be said to a stranger: who are you, and the stop without which a busy instrument cannot answer that. */
    private static final List<String> TO_STRANGERS = List.of("", "Z", "t", "i", "v", "CM");

    @TempDir
    private Path folder = Path.of("");

    private EmulatedRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = Rigs.two(folder);
        Rigs.charge(rig, 1);
        Rigs.charge(rig, 2);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private List<String> said(String cable, int before) {
        List<String> all = rig.cable(cable).asked();
        return all.subList(before, all.size());
    }

    @Test
    void bothAreHeldAndNoCommandReachesTheWrongCell() throws IOException {
        rig.cable("pstat-1").unplug();
        rig.cable("pstat-2").unplug();
        rig.run(Duration.ofSeconds(2));
        int one = rig.cable("pstat-1").asked().size();
        int two = rig.cable("pstat-2").asked().size();
        rig.cable("pstat-1").swap(rig.cable("pstat-2"));
        rig.cable("pstat-1").plug();
        rig.cable("pstat-2").plug();
        rig.run(Duration.ofMinutes(1));
        assertThat(said("pstat-1", one)).isNotEmpty().allMatch(TO_STRANGERS::contains);
        assertThat(said("pstat-2", two)).isNotEmpty().allMatch(TO_STRANGERS::contains);
        assertThat(rig.phase(0)).isEqualTo(Phase.STOPPING);
        assertThat(rig.phase(1)).isEqualTo(Phase.STOPPING);
        assertThat(rig.alarms())
                .anyMatch(alarm -> alarm.contains("driver-1") && alarm.contains("cables or adapters swapped"))
                .anyMatch(alarm -> alarm.contains("driver-2") && alarm.contains("cables or adapters swapped"));
        assertThat(rig.truth(0).amps()).isZero();
        assertThat(rig.truth(1).amps()).isZero();
    }

    @Test
    void putRightTheyAreHeldAndGoOnWhenAsked() throws IOException {
        rig.cable("pstat-1").unplug();
        rig.cable("pstat-2").unplug();
        rig.cable("pstat-1").swap(rig.cable("pstat-2"));
        rig.cable("pstat-1").plug();
        rig.cable("pstat-2").plug();
        rig.run(Duration.ofSeconds(10));
        rig.cable("pstat-1").unplug();
        rig.cable("pstat-2").unplug();
        rig.cable("pstat-1").swap(rig.cable("pstat-2"));
        rig.cable("pstat-1").plug();
        rig.cable("pstat-2").plug();
        rig.runUntil(Duration.ofSeconds(5), () -> rig.isHeld(0) && rig.isHeld(1));
        rig.ask("resume", "E1");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.truth(0).amps() > 0);
        assertThat(rig.truth(1).amps()).isZero();
    }

    /** Lines that know no plug, swapped behind the program's back while both are open. */
    @Test
    void swappedWithoutAnybodyNoticingNothingIsSwitchedOnAtTheWrongCell() throws IOException {
        rig.ask("hold", "E1");
        rig.ask("hold", "E2");
        rig.runUntil(Duration.ofSeconds(5), () -> rig.isHeld(0) && rig.isHeld(1));
        rig.cable("pstat-1").swap(rig.cable("pstat-2"));
        rig.ask("resume", "E1");
        rig.run(Duration.ofSeconds(10));
        assertThat(rig.truth(1).amps()).as("the cell at the other end now").isZero();
        assertThat(rig.phase(0)).isNotEqualTo(Phase.RUNNING);
        assertThat(rig.alarms()).anyMatch(alarm -> alarm.contains("is now SIM0002; are two cables swapped"));
    }
}
