package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.world.link.PseudoTerminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that is asked to end and is not done yet. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class InterruptTest {
    @Test
    void portsStayOpenUntilAllIsSaidAndAnswered() throws IOException, InterruptedException {
        try (PseudoTerminal terminal = new PseudoTerminal()) {
            Process process = program("serial:" + terminal.device());
            CompletableFuture<Void> hungUp = process.onExit().thenRun(terminal::close);
            assertThat(terminal.hear()).isEqualTo("here");
            assertThat(process.toHandle().destroy()).isTrue();
            for (int i = 0; i < EndsOverAPort.QUESTIONS; i++) {
                assertThat(terminal.hear()).isEqualTo("off? " + i);
                terminal.say("off\n");
            }
            assertThat(process.waitFor()).as("ended by the request").isIn(130, 143);
            hungUp.join();
        }
    }

    private static Process program(String address) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndsOverAPort.class.getName(),
                        address)
                .inheritIO()
                .start();
    }
}
