package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each fault of a faulty line does what it says. */
class FaultyLineTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    private final HandClock clock = new HandClock(1_000);
    /** Answers a line with the same line in brackets. */
    private final FaultyLine line =
            new FaultyLine(clock, written -> ("<" + new String(written, ISO_8859_1) + ">").getBytes(ISO_8859_1));

    private Deadline in(Duration time) {
        return new Deadline(clock.nanos() + time.toNanos());
    }

    private void write(String text) throws InstrumentException {
        line.write(text.getBytes(ISO_8859_1), in(MILLI));
    }

    /** Everything that arrives until nothing does for a second. */
    private String heard() throws InstrumentException {
        var text = new StringBuilder();
        byte[] into = new byte[64];
        for (int count = line.read(into, in(Duration.ofSeconds(1))); count > 0; ) {
            text.append(new String(into, 0, count, ISO_8859_1));
            count = line.read(into, in(Duration.ofSeconds(1)));
        }
        return text.toString();
    }

    private String asked(String text) throws InstrumentException {
        write(text);
        return heard();
    }

    @Test
    void aGoodLinePassesEverything() throws InstrumentException {
        assertThat(asked("a")).isEqualTo("<a>");
        assertThat(line.messages()).isEqualTo(1);
    }

    @Test
    void faultsSpoilOneMessageEachAndThenTheLineIsGoodAgain() throws InstrumentException {
        line.answers(new LineFault.Drop(), new LineFault.Corrupt(-1, 1), new LineFault.Duplicate());
        assertThat(asked("a")).isEmpty();
        assertThat(asked("b")).isEqualTo("<b?");
        assertThat(asked("c")).isEqualTo("<c><c>");
        assertThat(asked("d")).isEqualTo("<d>");
    }

    @Test
    void aQuestionCanBeSpoiledToo() throws InstrumentException {
        line.questions(new LineFault.Drop(), new LineFault.Garbage("xx"), new LineFault.Split(1, MILLI));
        assertThat(asked("a")).isEmpty();
        assertThat(asked("b")).isEqualTo("<xxb>");
        assertThat(asked("cd")).isEqualTo("<c><d>");
    }

    @Test
    void aMergedAnswerComesWithTheNext() throws InstrumentException {
        line.answers(new LineFault.Merge());
        assertThat(asked("a")).isEmpty();
        assertThat(asked("b")).isEqualTo("<a><b>");
    }

    @Test
    void aDelayedAnswerIsStillOnItsWayAtTheDeadline() throws InstrumentException {
        line.answers(new LineFault.Delay(Duration.ofMillis(30)));
        write("a");
        long asked = clock.nanos();
        assertThat(line.read(new byte[8], in(Duration.ofMillis(20)))).isZero();
        assertThat(clock.nanos() - asked).isEqualTo(20_000_000);
        assertThat(heard()).isEqualTo("<a>");
    }

    @Test
    void aSplitAnswerComesInTwoReads() throws InstrumentException {
        line.answers(new LineFault.Split(2, Duration.ofMillis(5)));
        write("a");
        assertThat(line.read(new byte[8], in(MILLI))).isEqualTo(2);
        assertThat(line.read(new byte[8], in(MILLI))).isZero();
        assertThat(line.read(new byte[8], in(Duration.ofMillis(5)))).isEqualTo(1);
    }

    @Test
    void aCutLineHandsOverWhatCameThroughAndThenIsLost() throws InstrumentException {
        line.answers(new LineFault.Cut(2));
        assertThatExceptionOfType(InstrumentException.class).isThrownBy(() -> write("a"));
        assertThat(line.read(new byte[8], in(MILLI))).isEqualTo(2);
        assertThatExceptionOfType(InstrumentException.class)
                .isThrownBy(() -> line.read(new byte[8], in(MILLI)))
                .matches(failure -> failure.kind() == InstrumentException.Kind.LOST);
    }

    @Test
    void aShapedLineTakesTheTimeOfItsBytes() throws InstrumentException {
        line.shaped(Duration.ofNanos(100_000));
        long start = clock.nanos();
        write("abcd");
        assertThat(clock.nanos() - start).isEqualTo(400_000);
        byte[] into = new byte[1];
        for (int i = 0; i < 6; i++) {
            assertThat(line.read(into, in(MILLI))).isEqualTo(1);
        }
        assertThat(clock.nanos() - start).isEqualTo(1_000_000);
    }

    @Test
    void noiseIsTheSameForTheSameSeed() throws InstrumentException {
        line.noise(7, 0.05, 0.05);
        String first = asked("x".repeat(400));
        line.noise(7, 0.05, 0.05);
        assertThat(asked("x".repeat(400))).isEqualTo(first);
        assertThat(first).hasSizeBetween(300, 399);
        assertThat(first.chars().filter(each -> each != 'x').count()).isBetween(5L, 60L);
    }
}
