package cellwright.world.emulated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.instrument.Settings;
import cellwright.world.WallClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StageTest {
    private static final Settings NONE = new Settings(Map.of());

    @TempDir
    Path folder;

    private final EchoBench bench = new EchoBench();
    private final Stage stage = new Stage(bench, WallClock::monotonicNanos);

    @AfterEach
    void close() throws IOException {
        stage.close();
    }

    private static Socket connect(String address) throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring("tcp:127.0.0.1:".length())));
    }

    private static String exchange(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return new String(socket.getInputStream().readNBytes(text.length()), ISO_8859_1);
    }

    @Test
    void onASocketItIsHeardAndAnswers() throws IOException {
        String address = stage.place("one", "echo", NONE, Attach.parse("tcp:0"));
        try (Socket socket = connect(address)) {
            assertThat(exchange(socket, "hello")).isEqualTo("hello");
        }
        try (Socket again = connect(address)) {
            assertThat(exchange(again, "and again")).isEqualTo("and again");
        }
    }

    @Test
    void aPulledPlugIsSeenAndCanBePutBackUnderTheSameAddress() throws IOException {
        String address = stage.place("one", "echo", NONE, Attach.parse("tcp:0"));
        try (Socket socket = connect(address)) {
            assertThat(exchange(socket, "a")).isEqualTo("a");
            stage.trick("one", "unplug");
            assertThat(end(socket)).isTrue();
            assertThatThrownBy(() -> connect(address)).isInstanceOf(IOException.class);
        }
        stage.trick("one", "plug");
        stage.trick("one", "plug");
        try (Socket socket = connect(address)) {
            assertThat(exchange(socket, "b")).isEqualTo("b");
        }
    }

    private static boolean end(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void onAPseudoTerminalEveryByteGoesThroughAsItIs() throws IOException {
        Path alias = folder.resolve("ports/echo");
        assertThat(terminal(alias)).isEqualTo("serial:" + alias);
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (RandomAccessFile port = new RandomAccessFile(alias.toRealPath().toFile(), "rw")) {
            port.write(all);
            byte[] back = new byte[all.length];
            port.readFully(back);
            assertThat(back).isEqualTo(all);
        }
        Path first = alias.toRealPath();
        stage.trick("one", "unplug");
        assertThat(Files.isSymbolicLink(alias)).isFalse();
        stage.trick("one", "plug");
        assertThat(Files.isSymbolicLink(alias)).isTrue();
        assertThat(first.getParent()).isEqualTo(alias.toRealPath().getParent());
    }

    private String terminal(Path alias) {
        try {
            return stage.place("one", "echo", NONE, Attach.parse("serial:" + alias));
        } catch (IOException none) {
            assumeTrue(
                    !String.valueOf(none.getMessage()).contains("no pseudo-terminal can be made"), none.getMessage());
            throw new UncheckedIOException(none);
        }
    }

    @Test
    void severalOnOneLineHearEverythingAndEachOther() throws IOException {
        String address = stage.place("one", "echo", NONE, Attach.parse("tcp:0"));
        assertThat(stage.place("two", "mute", NONE, Attach.parse("line:one"))).isEqualTo(address);
        try (Socket socket = connect(address)) {
            assertThat(exchange(socket, "hello")).isEqualTo("hello");
            assertThat(exchange(socket, "you")).isEqualTo("you");
        }
        assertThat(stage.truth()).startsWith("4.0000 V");
        assertThat(bench.overheard).hasToString("hellohelloyouyou");
        assertThatThrownBy(() -> stage.place("three", "echo", NONE, Attach.parse("line:nobody")))
                .hasMessageContaining("\"nobody\"");
    }

    @Test
    void aFileThatIsNoLinkIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("precious"), "data");
        assertThatThrownBy(() -> stage.place("one", "echo", NONE, Attach.parse("serial:" + file)))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("data");
    }

    @Test
    void tricksGoToTheInstrument() throws IOException {
        stage.place("one", "echo", NONE, Attach.parse("tcp:0"));
        assertThat(stage.tricks("one")).extracting("usage").containsExactly("nod", "unplug", "plug");
        stage.trick("one", "nod");
        assertThat(bench.tricksDone).containsExactly("nod");
        assertThatThrownBy(() -> stage.trick("one", "sing")).hasMessage("it only nods");
        assertThatThrownBy(() -> stage.trick("two", "nod")).hasMessageContaining("\"two\"");
        assertThat(stage.truth()).isEqualTo("4.0000 V");
    }

    @Test
    void whatCannotBePlacedIsRefusedAndTheRestGoesOn() throws IOException {
        stage.place("one", "echo", NONE, Attach.parse("tcp:0"));
        assertThatThrownBy(() -> stage.place("one", "echo", NONE, Attach.parse("tcp:0")))
                .hasMessageContaining("\"one\"");
        assertThatThrownBy(() -> stage.place("two", "harp", NONE, Attach.parse("tcp:0")))
                .hasMessageContaining("harp");
        String address = stage.place("three", "echo", NONE, Attach.parse("tcp:0"));
        String taken = address.substring(address.lastIndexOf(':') + 1);
        assertThatThrownBy(() -> stage.place("four", "echo", NONE, Attach.parse("tcp:" + taken)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(taken);
        try (Socket socket = connect(address)) {
            assertThat(exchange(socket, "still here")).isEqualTo("still here");
        }
    }

    @Test
    void whatWasClosedAnswersNothingAndIsClosedTwiceWithoutHarm() throws IOException {
        stage.place("one", "echo", NONE, Attach.parse("tcp:0"));
        stage.close();
        stage.close();
        assertThatThrownBy(stage::truth).isInstanceOf(IOException.class).hasMessageContaining("closed");
        assertThatThrownBy(() -> stage.trick("one", "nod")).hasMessageContaining("closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serial:", "tcp:", "tcp:70000", "tcp:-1", "usb:1"})
    void aPlaceThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Attach.parse(text)).hasMessageContaining("expected serial, serial:PATH or tcp:PORT");
    }
}
