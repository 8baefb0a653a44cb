package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proxy between two real sockets; late is what the hand clock says. */
@Timeout(30)
class FaultProxyTest {
    private static final Duration LATE = Duration.ofSeconds(3);

    private final HandClock clock = new HandClock(7);
    private final FaultProxy proxy = new FaultProxy(clock, '\n');
    private final AtomicInteger endedBadly = new AtomicInteger();
    private ServerSocket instrument;
    private Socket driver;
    private BufferedReader heard;

    /** An instrument that says every line back with a word before it. */
    @BeforeEach
    void connect() throws IOException {
        instrument = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        Thread echo = new Thread(this::echo, "echo");
        echo.setDaemon(true);
        echo.start();
        int port = proxy.listen(() -> Wire.of(new Socket(InetAddress.getLoopbackAddress(), instrument.getLocalPort())));
        connectTo(port);
    }

    private void connectTo(int port) throws IOException {
        driver = new Socket(InetAddress.getLoopbackAddress(), port);
        heard = new BufferedReader(new InputStreamReader(driver.getInputStream(), ISO_8859_1));
    }

    private void echo() {
        while (!instrument.isClosed()) {
            try (Socket asker = instrument.accept()) {
                sayBack(asker);
            } catch (IOException gone) {
                // the next one asks
                endedBadly.incrementAndGet();
            }
        }
    }

    private static void sayBack(Socket asker) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(asker.getInputStream(), ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            asker.getOutputStream().write(("re " + line + "\n").getBytes(ISO_8859_1));
        }
    }

    @AfterEach
    void close() throws IOException {
        driver.close();
        proxy.close();
        instrument.close();
    }

    private void say(String line) throws IOException {
        driver.getOutputStream().write((line + "\n").getBytes(ISO_8859_1));
    }

    private String ask(String line) throws IOException {
        say(line);
        return heard.readLine();
    }

    @Test
    void whatIsNotSpoiledPasses() throws IOException {
        assertThat(ask("one")).isEqualTo("re one");
        assertThat(ask("two")).isEqualTo("re two");
        assertThat(proxy.messages()).isEqualTo(2);
    }

    @Test
    void messagesVanishComeTwiceAndWithOtherBytes() throws IOException {
        proxy.answers(
                new LineFault.Drop(),
                new LineFault.Duplicate(),
                new LineFault.Corrupt(3, 0x01),
                new LineFault.Garbage("??"),
                new LineFault.Split(2, Duration.ZERO));
        say("lost");
        assertThat(ask("a")).isEqualTo("re a");
        assertThat(heard.readLine()).isEqualTo("re a");
        assertThat(ask("b")).isEqualTo("re c");
        assertThat(ask("d")).isEqualTo("??re d");
        assertThat(ask("e")).isEqualTo("re e");
        assertThat(ask("f")).isEqualTo("re f");
    }

    @Test
    void aMessageIsHeldBackAndComesWithTheNext() throws IOException {
        proxy.questions(new LineFault.Merge());
        say("one");
        assertThat(ask("two")).isEqualTo("re one");
        assertThat(heard.readLine()).isEqualTo("re two");
    }

    @Test
    void whatIsLateComesWhenTheClockSaysSoAndNothingOvertakesIt() throws IOException {
        proxy.answers(new LineFault.Delay(LATE));
        say("late");
        say("next");
        while (proxy.messages() < 2) {
            Thread.onSpinWait();
        }
        driver.setSoTimeout(50);
        assertThatThrownBy(() -> heard.read()).isInstanceOf(SocketTimeoutException.class);
        driver.setSoTimeout(0);
        clock.advance(LATE);
        proxy.look();
        assertThat(heard.readLine()).isEqualTo("re late");
        assertThat(heard.readLine()).isEqualTo("re next");
    }

    @Test
    void aSlowLineGivesByteAfterByteByTheClock() throws IOException {
        Duration perByte = Duration.ofMillis(10);
        proxy.shaped(perByte);
        say("x");
        // "x\n" to the instrument, "re x\n" back
        for (char expected : "re x\n".toCharArray()) {
            int read = -1;
            driver.setSoTimeout(5);
            while (read < 0) {
                clock.advance(perByte);
                proxy.look();
                try {
                    read = heard.read();
                } catch (SocketTimeoutException notYet) {
                    read = -1;
                }
            }
            assertThat((char) read).isEqualTo(expected);
        }
        assertThat(Duration.ofNanos(clock.nanos() - 7)).isGreaterThanOrEqualTo(perByte.multipliedBy(7));
    }

    @Test
    void aCutEndsBothSidesAndTheNextConnectionIsWhole() throws IOException {
        int port = driver.getPort();
        proxy.answers(new LineFault.Cut(4));
        say("gone");
        assertThat(heard.readLine()).isEqualTo("re g");
        assertThat(heard.read()).isNegative();
        connectTo(port);
        assertThat(ask("again")).isEqualTo("re again");
        proxy.cut();
        assertThat(heard.read()).isNegative();
        connectTo(port);
        assertThat(ask("and again")).isEqualTo("re and again");
    }
}
