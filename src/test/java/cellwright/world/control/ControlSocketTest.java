package cellwright.world.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The control socket against real sockets of this machine. */
@Timeout(30)
class ControlSocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder = Path.of("");

    private Path path() {
        return folder.resolve("control").resolve("engine.sock");
    }

    private ControlSocket echo() throws IOException {
        return ControlSocket.open(path(), (line, user) -> user + " said " + line);
    }

    @Test
    void aLineIsAnsweredByALineAndTheSystemSaysWhoAsks() throws IOException {
        try (ControlSocket socket = echo()) {
            assertThat(ControlCall.call(socket.path(), "good morning, Zoë", PATIENCE))
                    .isEqualTo(System.getProperty("user.name") + " said good morning, Zoë");
        }
    }

    @Test
    void nobodyElseMayConnect() throws IOException {
        try (ControlSocket socket = echo()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.path())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("control"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void longLinesPassBothWays() throws IOException {
        String line = "x".repeat(1 << 20);
        try (ControlSocket socket = echo()) {
            assertThat(ControlCall.call(socket.path(), line, PATIENCE)).endsWith(line);
        }
    }

    @Test
    void severalAreAnsweredAtATime() throws IOException {
        try (ControlSocket socket = echo()) {
            List<String> answers = IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(number -> called(socket.path(), "line " + number))
                    .toList();
            assertThat(answers).hasSize(40).allMatch(answer -> answer.contains(" said line "));
        }
    }

    private static String called(Path socket, String line) {
        try {
            return ControlCall.call(socket, line, PATIENCE);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void aClientThatGoesAwayHarmsNobody() throws IOException {
        try (ControlSocket socket = echo()) {
            for (int i = 0; i < 30; i++) {
                try (SocketChannel rude = SocketChannel.open(UnixDomainSocketAddress.of(socket.path()))) {
                    rude.write(ByteBuffer.wrap("half a li".getBytes(StandardCharsets.UTF_8)));
                }
            }
            assertThat(ControlCall.call(socket.path(), "still there?", PATIENCE))
                    .endsWith("still there?");
        }
    }

    @Test
    void aSocketLeftBehindByADeadProgramIsReplaced() throws IOException {
        Files.createDirectories(path().getParent());
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(path()));
        }
        assertThat(path()).exists();
        assertThatThrownBy(() -> ControlCall.call(path(), "hello", PATIENCE))
                .isInstanceOf(ControlCall.NobodyThere.class)
                .hasMessageContaining("cellwright serve");
        try (ControlSocket socket = echo()) {
            assertThat(ControlCall.call(socket.path(), "hello", PATIENCE)).endsWith("said hello");
        }
        assertThat(path()).as("it is taken away in the end").doesNotExist();
    }

    @Test
    void nobodyThereIsToldWithWhatToDo() {
        assertThatThrownBy(() -> ControlCall.call(path(), "hello", PATIENCE))
                .isInstanceOf(ControlCall.NobodyThere.class)
                .hasMessageContaining("no laboratory is running at")
                .hasMessageContaining("cellwright serve");
    }

    @Test
    void aPathThatTheSystemCannotHoldIsRefusedBeforeAnythingIsMade() {
        Path deep = folder.resolve("d".repeat(120)).resolve("engine.sock");
        assertThatThrownBy(() -> ControlSocket.open(deep, (line, user) -> line))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the system allows 107");
        assertThat(deep.getParent()).doesNotExist();
    }
}
