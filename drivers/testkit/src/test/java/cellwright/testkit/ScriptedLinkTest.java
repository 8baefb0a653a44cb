package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ScriptedLinkTest {
    private static final long START = 1000;
    private static final long SECOND = 1_000_000_000L;

    private final HandClock clock = new HandClock(START);
    private final ScriptedLink link = new ScriptedLink(clock);

    private Deadline inOneSecond() {
        return new Deadline(clock.nanos() + SECOND);
    }

    private void write(String text) throws InstrumentException {
        link.write(text.getBytes(ISO_8859_1), inOneSecond());
    }

    private String read(int room) throws InstrumentException {
        return read(link, room, inOneSecond());
    }

    private static String read(Link from, int room, Deadline deadline) throws InstrumentException {
        byte[] into = new byte[room];
        return new String(into, 0, from.read(into, deadline), ISO_8859_1);
    }

    @Test
    void playsAnExchangeChunkByChunk() throws InstrumentException {
        link.expects("A?").answers("on", "e").expects("B?").answers();
        write("A?");
        assertThat(read(1)).isEqualTo("o");
        assertThat(read(10)).isEqualTo("n");
        assertThat(read(10)).isEqualTo("e");
        write("B?");
        assertThat(clock.nanos()).isEqualTo(START);
        assertThat(read(10)).isEmpty();
        assertThat(clock.nanos()).isEqualTo(START + SECOND);
        link.assertPlayed();
    }

    @Test
    void drippingTakesTime() throws InstrumentException {
        link.expects("A?").dripping(Duration.ofMillis(600), "o", "ne");
        write("A?");
        Deadline total = inOneSecond();
        assertThat(read(link, 10, total)).isEqualTo("o");
        assertThat(read(link, 10, total)).isEmpty();
        assertThat(clock.nanos()).isEqualTo(total.atNanos());
        assertThat(read(10)).isEqualTo("ne");
        assertThat(clock.nanos()).isEqualTo(START + 1_200_000_000L);
    }

    @Test
    void unexpectedWritesFail() throws InstrumentException {
        link.expects("A?");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> write("X?"));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> write("A?"));
    }

    @Test
    void missingWritesAreNoticed() {
        link.expects("A?");
        assertThatExceptionOfType(AssertionError.class).isThrownBy(link::assertPlayed);
    }

    @Test
    void brokenLinkHandsOverWhatArrivedAndIsLost() throws InstrumentException {
        link.expects("A?").answers("on").breaks();
        write("A?");
        assertThat(read(10)).isEqualTo("on");
        assertThatExceptionOfType(InstrumentException.class)
                .isThrownBy(() -> read(10))
                .extracting(InstrumentException::kind)
                .isEqualTo(InstrumentException.Kind.LOST);
        assertThatExceptionOfType(InstrumentException.class).isThrownBy(() -> write("B?"));
    }

    @Test
    void discardThrowsAwayWhatArrivedOnly() throws InstrumentException {
        link.expects("A?").answers("old").dripping(Duration.ofMillis(1), "late");
        write("A?");
        link.discardReceived();
        assertThat(read(10)).isEqualTo("late");
    }

    @Test
    void hostRemembersWritesAndCutsCables() throws InstrumentException {
        var host = new FakeHost().with("tcp:echo", written -> written);
        Link echo = host.link("tcp:echo");
        echo.write("hi".getBytes(ISO_8859_1), new Deadline(Long.MAX_VALUE));
        assertThat(read(echo, 9, new Deadline(Long.MAX_VALUE))).isEqualTo("h");
        assertThat(host.sent()).containsExactly("hi");
        host.silence();
        var soon = new Deadline(host.clock().nanos() + 5);
        assertThat(read(echo, 9, soon)).isEmpty();
        assertThat(host.clock().nanos()).isEqualTo(soon.atNanos());
        host.cut();
        assertThatExceptionOfType(InstrumentException.class).isThrownBy(echo::discardReceived);
        assertThatExceptionOfType(InstrumentException.class).isThrownBy(() -> host.link("tcp:echo"));
        assertThat(host.openLinks()).isEqualTo(1);
        echo.close();
        assertThat(host.openLinks()).isZero();
    }
}
