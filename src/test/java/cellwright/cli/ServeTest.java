package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of a laboratory, without one. */
final class ServeTest {
    private static final String CONFIG = """
            lab: bench
            folder: data
            instruments: { rig: { driver: simulator, settings: { cell: A7, active_mass_kg: 4e-6, area_m2: 7e-5 } } }
            channels: { A1: { potentiostat: rig } }
            """;

    @TempDir
    Path folder;

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("lab.yaml"), text);
    }

    @Test
    void aConfigurationThatIsWrongIsRefusedAndNothingIsMade() throws IOException {
        Said said = Said.by("serve", "--config", config(CONFIG.replace("driver: simulator", "driver: simulater")));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("lab.yaml:3:", "no driver named \"simulater\" is installed");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "stop-all", "hold A1", "resume A1", "skip A1", "stop A1", "trick pstat"})
    void withoutALaboratoryThatIsServedNothingIsDoneAndThatIsSaid(String words) throws IOException {
        Path config = config(CONFIG);
        String[] command = words.split(" ");
        Said said = command.length == 1
                ? Said.by(command[0], "--config", config)
                : Said.by(command[0], command[1], "--config", config);
        assertThat(said.code()).isEqualTo(4);
        assertThat(said.err()).contains("no laboratory is running at", "start it: cellwright serve");
        assertThat(said.err().contains("NOTHING WAS TOLD")).isEqualTo(words.equals("stop-all"));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aBrokenConfigurationDoesNotKeepAnybodyFromStoppingEverything() throws IOException {
        Path config = config("lab: [");
        Said broken = Said.by("stop-all", "--config", config);
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("lab.yaml:1:", "--folder DIR", "NOTHING WAS TOLD TO ANY INSTRUMENT");
        Said named = Said.by("stop-all", "--config", config, "--folder", folder.resolve("data"));
        assertThat(named.err()).contains("no laboratory is running at " + folder.resolve("data"));
    }
}
