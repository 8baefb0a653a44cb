package cellwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The launcher's own tests, which are a shell script, as part of the build. */
class LauncherTest {
    private static final Path HOUSE = Path.of(System.getProperty("cellwright.house", ".."));

    @Test
    void theLauncherPassesItsOwnTests() throws IOException, InterruptedException {
        assumeTrue(File.separatorChar == '/', "the launcher for Windows is another one; its tests are by hand");
        assumeTrue(isOnPath("sh"), "no sh on PATH: the launcher cannot be tried here");

        Process script = new ProcessBuilder("sh", "src/test/sh/launcher-test.sh")
                .directory(HOUSE.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = script.waitFor();

        assertThat(code).as("src/test/sh/launcher-test.sh said:%n%s", said).isZero();
    }

    private static boolean isOnPath(String tool) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }
}
