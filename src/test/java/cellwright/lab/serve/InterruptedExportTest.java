package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.TransitionTable.Phase;
import cellwright.lab.RunExport;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run's files say of the times in which it did not go on by its protocol. */
class InterruptedExportTest {
    @TempDir
    private Path first = Path.of("");

    @TempDir
    private Path second = Path.of("");

    private static JsonNode interruptions(Path run, Path out) throws IOException {
        RunExport.Written written =
                RunExport.bdfCsv(ServedLab.made(RunReplay.open(new RunFolder(run))), out.resolve("x.bdf.csv"));
        return new ObjectMapper()
                .readTree(Files.readString(written.sidecar().orElseThrow()))
                .findValue("interruptions");
    }

    @Test
    void aProgramThatWasGoneIsAnInterruptionFromItsLastRecordToTheResume() throws IOException {
        ServedLab lab = new ServedLab(first);
        String id = lab.charge(1).getFileName().toString();
        lab.run(Duration.ofSeconds(2));
        lab.crashAndStart(second, Duration.ofSeconds(30));
        lab.runUntil(Duration.ofSeconds(5), () -> lab.phase(0) == Phase.HELD);
        lab.run(Duration.ofSeconds(4));
        lab.ask("resume", "A1");
        lab.runUntil(Duration.ofMinutes(2), () -> lab.phase(0) == Phase.ENDED);
        JsonNode all = interruptions(lab.data().resolve("runs").resolve(id), second);
        assertThat(all).hasSize(1);
        assertThat(all.get(0).toString()).contains("interruption", "the program was gone for 30.");
        double from = all.get(0).findValue("from_s").asDouble();
        double to = all.get(0).findValue("to_s").asDouble();
        assertThat(from).isCloseTo(2.5, within(1.0));
        assertThat(to - from).as("gone, brought to rest, waited for").isCloseTo(34.5, within(1.5));
    }

    @Test
    void aRunThatIsHeldWhenTheProgramGoesTellsOfBoth() throws IOException {
        ServedLab lab = new ServedLab(first);
        String id = lab.charge(1).getFileName().toString();
        lab.run(Duration.ofSeconds(2));
        lab.ask("hold", "A1");
        lab.runUntil(Duration.ofSeconds(5), () -> lab.phase(0) == Phase.HELD);
        lab.run(Duration.ofSeconds(3));
        lab.crashAndStart(second, Duration.ofSeconds(10));
        lab.run(Duration.ofSeconds(5));
        lab.ask("resume", "A1");
        lab.runUntil(Duration.ofMinutes(2), () -> lab.phase(0) == Phase.ENDED);
        JsonNode all = interruptions(lab.data().resolve("runs").resolve(id), second);
        assertThat(all).hasSize(2);
        assertThat(all.toString()).contains("asked", "the program was gone while the cell was held");
        for (JsonNode each : all) {
            assertThat(each.findValue("to_s").asDouble())
                    .isGreaterThan(each.findValue("from_s").asDouble());
        }
    }
}
