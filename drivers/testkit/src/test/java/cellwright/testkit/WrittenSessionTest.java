package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.emulation.FarEnd;
import cellwright.testkit.WrittenSession.Arrival;
import cellwright.testkit.WrittenSession.Exchange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions as files. */
final class WrittenSessionTest {
    private static final WrittenSession SESSION = new WrittenSession(
            Notation.LINES,
            List.of("Two questions."),
            List.of(
                    new Exchange("?C\r", List.of(new Arrival(0, "12.5 N \r\n"), new Arrival(1_500_000, "\u00ff\\"))),
                    new Exchange("a\rb\r", List.of())),
            List.of("force 12.5", "done"));

    @Test
    void isWrittenToBeRead() {
        assertThat(SESSION.text()).isEqualTo("""
                        # Two questions.
                        > ?C\\r
                        < 12.5 N \\r\\n
                        @ 1.5 ms
                        < \\xff\\\\
                        > a\\r
                        | b\\r
                        = force 12.5
                        = done
                        """);
    }

    @Test
    void comesBackAsItWas() {
        assertThat(WrittenSession.read(SESSION.text())).isEqualTo(SESSION);
    }

    @Test
    void octetsAreWrittenInHexadecimal() {
        var session = new WrittenSession(
                Notation.OCTETS,
                List.of("A question."),
                List.of(new Exchange("\u0001\u0003\r\n", List.of(new Arrival(0, "\u0001\u0083\u0002\u00c0\u00f1")))),
                List.of("refused"));
        assertThat(session.text()).isEqualTo("""
                        # A question.
                        ~ octets
                        > 01 03 0D 0A
                        < 01 83 02 C0 F1
                        = refused
                        """);
        assertThat(WrittenSession.read(session.text())).isEqualTo(session);
    }

    @ParameterizedTest
    @EnumSource
    void everyTextComesBack(Notation notation) {
        Property.forAll(Texts.bytes(1, 60)).check(300, bytes -> {
            String text = new String(bytes, ISO_8859_1);
            var session = new WrittenSession(
                    notation, List.of(), List.of(new Exchange(text, List.of(new Arrival(0, text)))), List.of());
            assertThat(WrittenSession.read(session.text())).isEqualTo(session);
        });
    }

    @Test
    void aLineThatIsNoneIsQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenSession.read("# x\nhello\n"))
                .withMessageContaining("hello");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenSession.read("~ morse\n"))
                .withMessageContaining("morse");
    }

    @Test
    void isRecordedFromALinkAsItIsPlayed() throws InstrumentException {
        var clock = new HandClock(1);
        var link = new RecordingLink(clock, new TimedLink(clock, new Greeter(), 100));
        link.write(new byte[] {'x'}, new Deadline(10_000_000));
        assertThat(link.read(new byte[10], new Deadline(10_000_000))).isEqualTo(4);
        assertThat(clock.nanos()).isEqualTo(1 + Duration.ofMillis(2).toNanos());
        assertThat(link.exchanges()).containsExactly(new Exchange("x", List.of(new Arrival(2_000_000, "hi\r\n"))));
    }

    /** Says hi two milliseconds after the beginning. */
    private static final class Greeter implements FarEnd {
        private static final long AT_NANOS = 2_000_001;

        @Override
        public void receive(byte[] bytes, long atNanos) {}

        @Override
        public byte[] fetch(long atNanos) {
            return atNanos >= AT_NANOS ? "hi\r\n".getBytes(ISO_8859_1) : new byte[0];
        }

        @Override
        public long nextNanos() {
            return AT_NANOS;
        }

        @Override
        public void advance(long toNanos) {}
    }
}
