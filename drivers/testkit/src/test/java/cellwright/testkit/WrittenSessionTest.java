package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cellwright.instrument.InstrumentException;
import cellwright.testkit.WrittenSession.Arrival;
import cellwright.testkit.WrittenSession.Exchange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions as files. */
final class WrittenSessionTest {
    private static final WrittenSession SESSION = new WrittenSession(
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
    void everyTextComesBack() {
        Property.forAll(Texts.bytes(1, 60)).check(300, bytes -> {
            String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            var session = new WrittenSession(
                    List.of(), List.of(new Exchange(text, List.of(new Arrival(0, text)))), List.of());
            assertThat(WrittenSession.read(session.text())).isEqualTo(session);
        });
    }

    @Test
    void aLineThatIsNoneIsQuoted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WrittenSession.read("# x\nhello\n"))
                .withMessageContaining("hello");
    }

    @Test
    void isRecordedFromALinkAsItIsPlayed() throws InstrumentException {
        var clock = new HandClock(1);
        var device = TimedDevice.of(
                (bytes, at) -> {},
                at -> at >= 2_000_001 ? "hi\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII) : new byte[0],
                () -> 2_000_001);
        var link = new RecordingLink(clock, new TimedLink(clock, device, 100));
        link.write(new byte[] {'x'}, new cellwright.instrument.Deadline(10_000_000));
        assertThat(link.read(new byte[10], new cellwright.instrument.Deadline(10_000_000)))
                .isEqualTo(4);
        assertThat(clock.nanos()).isEqualTo(1 + Duration.ofMillis(2).toNanos());
        assertThat(link.exchanges()).containsExactly(new Exchange("x", List.of(new Arrival(2_000_000, "hi\r\n"))));
    }
}
