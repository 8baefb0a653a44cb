package cellwright.line;

import static cellwright.testkit.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.testkit.HandClock;
import cellwright.testkit.ScriptedLink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Single exchanges from a script, in a small language of its own: WHO, READ, ALL, and an answer that names its question. */
final class ConversationTest {
    private static final Question<String> WHO = new Question<>("WHO", tagged("WHO "));
    private static final Question<String> READ = new Question<>("READ", tagged("READ "));
    private static final Question<List<String>> ALL =
            new Question<>("ALL", new Rows(List.of()), Duration.ofMillis(100), Duration.ofSeconds(1));

    private final HandClock clock = new HandClock(5_000_000_000L);
    private final ScriptedLink link = new ScriptedLink(clock);
    private final Conversation conversation = new Conversation(
            link, clock, new Manner("toy at x", "\r", new LineFormat(LineEnd.CR_OR_LF, 40), Duration.ofMillis(500)));

    private static Listener<String> tagged(String tag) {
        return line -> line.equals("?")
                ? new Verdict.Refusal<>("\"?\"")
                : line.startsWith(tag)
                        ? new Verdict.Answer<>(line.substring(tag.length()))
                        : new Verdict.Stray<>('"' + line + '"');
    }

    /** Rows without an end. */
    private record Rows(List<String> rows) implements Listener<List<String>> {
        @Override
        public Verdict<List<String>> on(String line) {
            return line.startsWith("ROW ")
                    ? new Verdict.Part<>(new Rows(
                            Stream.concat(rows.stream(), Stream.of(line)).toList()))
                    : new Verdict.Stray<>('"' + line + '"');
        }

        @Override
        public Optional<List<String>> whenQuiet() {
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
        }
    }

    private void introduced() throws InstrumentException {
        link.expects("WHO\r").answers("WHO me\r");
        assertThat(conversation.introduce(WHO)).isEqualTo("me");
    }

    @AfterEach
    void everythingExpectedWasSent() {
        link.assertPlayed();
    }

    @Test
    void beginsWithAnIntroduction() throws InstrumentException {
        assertThat(conversation.inDoubt()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> conversation.ask(READ));
        introduced();
        assertThat(conversation.inDoubt()).isFalse();
    }

    @Test
    void garbageBeforeTheAnswerDoesNoHarm() throws InstrumentException {
        introduced();
        link.expects("READ\r").answers("\u00ff\u0000\r", "WHO me\r", "READ 1\rREAD 2\r");
        assertThat(conversation.ask(READ)).isEqualTo("1");
        link.expects("READ\r").answers("READ 3\r");
        assertThat(conversation.ask(READ)).isEqualTo("3");
    }

    @Test
    void silenceIsATimeoutAtTheDeadline() throws InstrumentException {
        introduced();
        long start = clock.nanos();
        link.expects("READ\r");
        assertFails(Kind.TIMEOUT, () -> conversation.ask(READ)).contains("toy at x", "READ", "500 ms");
        assertThat(clock.nanos() - start).isEqualTo(500_000_000L);
        assertThat(conversation.inDoubt()).isTrue();
    }

    @Test
    void deadlineIsForTheWholeAnswerNotForEachByte() throws InstrumentException {
        introduced();
        long start = clock.nanos();
        link.expects("READ\r").dripping(Duration.ofMillis(100), "READ 12345\r".split(""));
        assertFails(Kind.GARBLED, () -> conversation.ask(READ)).contains("beginning of a line");
        assertThat(clock.nanos() - start).isEqualTo(500_000_000L);
    }

    @Test
    void aFloodWithoutAnAnswerEndsAtTheDeadline() throws InstrumentException {
        introduced();
        link.expects("READ\r");
        for (int i = 0; i < 100; i++) {
            link.dripping(Duration.ofMillis(10), "noise\r");
        }
        assertFails(Kind.GARBLED, () -> conversation.ask(READ)).contains("\"noise\"", "baud");
    }

    @Test
    void refusalIsToldAndLeavesNoDoubt() throws InstrumentException {
        introduced();
        link.expects("READ\r").answers("?\r");
        assertFails(Kind.REFUSED, () -> conversation.ask(READ)).contains("READ", "\"?\"");
        assertThat(conversation.inDoubt()).isFalse();
    }

    @Test
    void refusalOfAnIntroductionMayBeALateOneAndLeavesTheDoubt() {
        link.expects("WHO\r").answers("?\r");
        assertFails(Kind.REFUSED, () -> conversation.introduce(WHO));
        assertThat(conversation.inDoubt()).isTrue();
    }

    @Test
    void lateAnswerIsNotTakenForTheNext() throws InstrumentException {
        introduced();
        link.expects("READ\r").dripping(Duration.ofMillis(700), "READ old\r");
        assertFails(Kind.TIMEOUT, () -> conversation.ask(READ));
        link.expects("WHO\r").answers("WHO me\r");
        conversation.introduce(WHO);
        link.expects("READ\r").answers("READ new\r");
        assertThat(conversation.ask(READ)).isEqualTo("new");
    }

    @Test
    void afterAFailedIntroductionTheInstrumentIsLeftAloneUntilItsAnswerCannotComeAnyMore() throws InstrumentException {
        link.expects("WHO\r").dripping(Duration.ofSeconds(9), "WHO late\r");
        assertFails(Kind.TIMEOUT, () -> conversation.introduce(WHO));
        assertFails(Kind.TIMEOUT, () -> conversation.introduce(WHO)).contains("asked again in 9500 ms");
        clock.advance(Duration.ofMillis(9_499));
        assertFails(Kind.TIMEOUT, () -> conversation.introduce(WHO)).contains("asked again in 1 ms");
        clock.advance(Duration.ofMillis(1));
        introduced();
        assertThat(conversation.inDoubt()).isFalse();
    }

    @Test
    void everyAnswerLateByTheSameTimeIsNeverPaired() throws InstrumentException {
        introduced();
        link.expects("READ\r").dripping(Duration.ofSeconds(3), "READ 1\r");
        assertFails(Kind.TIMEOUT, () -> conversation.ask(READ));
        for (int i = 0; i < 3; i++) {
            link.expects("WHO\r").dripping(Duration.ofSeconds(3), "WHO me\r");
            assertThatExceptionOfType(InstrumentException.class).isThrownBy(() -> conversation.introduce(WHO));
            clock.advance(Conversation.LATEST);
        }
        introduced();
    }

    @Test
    void twoIntroductionsHaveToAgree() throws InstrumentException {
        link.expects("WHO\r").answers("WHO me\r").expects("WHO\r").answers("WHO me\r");
        assertThat(conversation.meet(WHO)).isEqualTo("me");
        link.expects("WHO\r").answers("WHO ne\r").expects("WHO\r").answers("WHO me\r");
        link.expects("WHO\r").answers("WHO me\r");
        assertThat(conversation.meet(WHO)).isEqualTo("me");
        link.expects("WHO\r").answers("WHO a\r").expects("WHO\r").answers("WHO b\r");
        link.expects("WHO\r").answers("WHO c\r");
        assertFails(Kind.GARBLED, () -> conversation.meet(WHO)).contains("WHO", "b", "c");
    }

    @Test
    void anotherInstrumentIsBelievedWhenItSaysSoTwice() throws InstrumentException {
        introduced();
        link.expects("WHO\r").answers("WHO ne\r").expects("WHO\r").answers("WHO me\r");
        link.expects("WHO\r").answers("WHO me\r");
        conversation.confirm(WHO, "me");
        assertThat(conversation.inDoubt()).isFalse();
        for (int i = 0; i < 3; i++) {
            link.expects("WHO\r").answers("WHO you\r");
        }
        assertFails(Kind.WRONG_DEVICE, () -> conversation.confirm(WHO, "me")).contains("me", "you");
        assertThat(conversation.inDoubt()).isTrue();
    }

    @Test
    void serialNumberOfTheSettingsIsExpected() throws InstrumentException {
        conversation.expectSerial("any", "7");
        conversation.expectSerial("7", "7");
        assertFails(Kind.WRONG_DEVICE, () -> conversation.expectSerial("8", "7"))
                .contains("7", "8", "cables");
    }

    @Test
    void rowsWithoutAnEndAreOverWhenItIsQuiet() throws InstrumentException {
        introduced();
        long start = clock.nanos();
        link.expects("ALL\r").dripping(Duration.ofMillis(90), "ROW 1\r", "ROW ", "2\r", "ROW 3\r");
        assertThat(conversation.ask(ALL)).containsExactly("ROW 1", "ROW 2", "ROW 3");
        assertThat(clock.nanos() - start).isEqualTo(460_000_000L);
    }

    @Test
    void aLongAnswerMayTakeLonger() throws InstrumentException {
        introduced();
        link.expects("ALL\r").dripping(Duration.ofMillis(99), "ROW 1 of many\r".split(""));
        assertThat(conversation.ask(ALL)).containsExactly("ROW 1 of many");
        long start = clock.nanos();
        link.expects("ALL\r");
        assertFails(Kind.TIMEOUT, () -> conversation.ask(ALL)).contains("1500 ms");
        assertThat(clock.nanos() - start).isEqualTo(1_500_000_000L);
    }

    @Test
    void whatIsSaidInAPauseIsThrownAway() throws InstrumentException {
        introduced();
        link.expects("READ\r").answers("READ 1\r").dripping(Duration.ofMillis(300), "READ 1\r", "READ 1\r");
        assertThat(conversation.ask(READ)).isEqualTo("1");
        long start = clock.nanos();
        conversation.pause(Duration.ofSeconds(1));
        assertThat(clock.nanos() - start).isEqualTo(1_000_000_000L);
        link.expects("READ\r").answers("READ 2\r");
        assertThat(conversation.ask(READ)).isEqualTo("2");
    }

    @Test
    void aSpoiledRowSpoilsThemAll() throws InstrumentException {
        introduced();
        link.expects("ALL\r").answers("ROW 1\r", "ROW \u00fe\r", "ROW 3\r");
        assertFails(Kind.GARBLED, () -> conversation.ask(ALL)).contains("0xfe");
    }

    @Test
    void rowsThatBreakOffInALineAreNoAnswer() throws InstrumentException {
        introduced();
        link.expects("ALL\r").answers("ROW 1\rROW");
        assertFails(Kind.GARBLED, () -> conversation.ask(ALL)).contains("beginning of a line");
    }

    @Test
    void aLostLinkIsLost() throws InstrumentException {
        introduced();
        link.expects("READ\r").answers("RE").breaks();
        assertFails(Kind.LOST, () -> conversation.ask(READ));
    }
}
