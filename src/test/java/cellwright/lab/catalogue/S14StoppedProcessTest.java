package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * S14 by the system's own signals: {@code cellwright serve} is stopped by SIGSTOP while a cell is charged, and goes on by SIGCONT.
 * What is asserted is what happens, not when.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no SIGSTOP there")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class S14StoppedProcessTest {
    /** From here the voltage rises by less than a millivolt a second: what it jumps by when the current begins is over. */
    private static final double STEADY_VOLTS = 3.407;
    /** So much it rises in some five seconds, and in no less than the silence of the protocol. */
    private static final double RISE_VOLTS = 4e-3;

    @TempDir
    private Path folder = Path.of("");

    private Path config = Path.of("");
    private OtherProcess played;
    private OtherProcess program;

    @BeforeEach
    void charge() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/ptmx")), "no pseudo-terminals here");
        Path port = folder.resolve("port");
        Path cell = Rigs.bareCell(folder);
        Path protocol =
                Files.writeString(folder.resolve("protocol.yaml"), Rigs.CHARGE.replace("silence: 4 s", "silence: 2 s"));
        config = Files.writeString(folder.resolve("lab.yaml"), """
                lab: paused
                folder: data
                links: { wire: "serial:%s" }
                instruments: { driver-1: { driver: palmsens, link: wire } }
                channels: { E1: { potentiostat: driver-1 } }
                """.formatted(port));
        played = OtherProcess.potentiostat(port, cell);
        program = new OtherProcess("serve", "--config", config);
        program.until(line -> line.contains("it listens at"));
        start(protocol, cell);
    }

    @AfterEach
    void end() {
        if (program != null) {
            program.close();
        }
        if (played != null) {
            played.close();
        }
    }

    /** It may still be connecting. */
    private void start(Path protocol, Path cell) throws IOException {
        String answer = "";
        for (int tries = 0; !answer.contains("begun on E1"); tries++) {
            assertThat(tries).as(answer).isLessThan(20);
            answer = said("start", protocol, "--cell", cell, "--channel", "E1", "--config", config);
        }
    }

    private static String said(Object... arguments) throws IOException {
        try (OtherProcess asked = new OtherProcess(arguments)) {
            return asked.everything();
        }
    }

    private void untilMilliamps(boolean flow) throws IOException {
        double found = played.milliamps();
        while (found > 0 != flow) {
            found = played.milliamps();
        }
    }

    /** The cell is the clock: while it is charged its voltage rises. */
    private void untilVolts(double wanted) throws IOException {
        double found = played.volts();
        while (found < wanted) {
            assertThat(played.milliamps()).isPositive();
            found = played.volts();
        }
    }

    @Test
    void aCurrentThatStillFlowsWhenTheProgramGoesOnIsSwitchedOff() throws Exception {
        untilMilliamps(true);
        untilVolts(STEADY_VOLTS);
        program.signal("STOP");
        untilVolts(played.volts() + RISE_VOLTS);
        program.signal("CONT");
        assertThat(program.until(line -> line.contains("E1 warning")))
                .containsPattern("nothing was heard of the cell for|driver-1 does not answer");
        untilMilliamps(false);
        program.signal("TERM");
        program.until(line -> line.contains("all cells at rest"));
    }

    @Test
    void aLeadThatComesOffWhileTheProgramStandsStillIsTheInstrumentsOwnAffair() throws Exception {
        untilMilliamps(true);
        program.signal("STOP");
        played.type("open-lead on");
        untilMilliamps(false);
        played.type("open-lead off");
        program.signal("CONT");
        assertThat(program.until(line -> line.contains("E1 warning")))
                .as("whichever it sees first: what was measured last, the script that ended, or the gap")
                .containsPattern(
                        "voltage is 0\\.0|by itself|nothing was heard of the cell for|driver-1 does not answer");
        program.signal("TERM");
        program.until(line -> line.contains("all cells at rest"));
    }
}
