package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says works. */
final class ReadmeTest {
    private static final Path HOUSE = Path.of(System.getProperty("cellwright.house"));
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theExampleProtocolCanBeRun() throws IOException {
        Matcher example = EXAMPLE.matcher(readme());
        assertThat(example.find()).isTrue();
        Path protocol = Files.writeString(folder.resolve("example.yaml"), example.group(1));
        Path cell = HOUSE.resolve("config/cells/ncm85-zhou.yaml");
        Said said = Said.by("check", protocol.toString(), "--cell", cell.toString(), "--set", "cycles=1");
        assertThat(said.errLines()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void theBuildMachineCallsTheCommandThatPassesTheTests() throws IOException {
        assertThat(readme()).contains("```\nmvn -B -ntp verify\n```");
        assertThat(Files.readString(HOUSE.resolve(".ci/run"))).contains("\nmvn -B -ntp verify\n");
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        Matcher link = Pattern.compile("]\\(([^)]+)\\)").matcher(readme());
        while (link.find()) {
            assertThat(HOUSE.resolve(link.group(1))).exists();
        }
    }

    private static String readme() throws IOException {
        return Files.readString(HOUSE.resolve("README.md"));
    }
}
