package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.JournalReader;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.Programs;
import cellwright.journal.RealDisk;
import cellwright.testkit.HandClock;
import cellwright.world.Clerk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a disk, and for how long. */
@Timeout(60)
class ScribeTest {
    @TempDir
    private Path folder = Path.of("");

    private final HandClock clock = new HandClock(1_000);
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<String> alarms = new ArrayList<>();
    private int news;
    private JournalWriter journal;
    private Scribe scribe;

    @BeforeEach
    void open() throws LogFailure {
        journal = JournalWriter.open(new RealDisk(), folder, JournalSizes.USUAL, poisoned -> {});
        scribe = scribe(work::add);
    }

    @AfterEach
    void close() throws LogFailure {
        journal.close();
    }

    private Scribe scribe(Executor desk) {
        return new Scribe(journal, desk, clock, () -> news++, alarms::add);
    }

    private void append(int events) throws LogFailure {
        for (int i = 0; i < events; i++) {
            scribe.append(3, new Event.Due(clock.nanos()));
        }
    }

    private int written() throws Exception {
        int count = 0;
        try (JournalReader reader = JournalReader.open(new RealDisk(), folder, Programs.ANY)) {
            while (reader.next()) {
                count++;
            }
        }
        return count;
    }

    @Test
    void nothingIsDurableBeforeTheDeskHasWorkedAndThenEverythingIs() throws Exception {
        append(5);
        assertThat(scribe.settle()).isZero();
        assertThat(work).hasSize(1);
        append(2);
        assertThat(scribe.settle()).isZero();
        assertThat(work).as("one piece of work at a time").hasSize(1);
        work.remove().run();
        assertThat(scribe.settle()).isEqualTo(7);
        assertThat(news).isPositive();
        assertThat(written()).isEqualTo(7);
        assertThat(scribe.durableSequence()).isEqualTo(journal.durableSequence());
    }

    @Test
    void whatNobodyHasAskedForIsNotWrittenYet() throws Exception {
        append(1);
        scribe.settle();
        work.remove().run();
        append(4);
        assertThat(work).isEmpty();
        assertThat(scribe.settle()).isEqualTo(1);
        work.remove().run();
        assertThat(scribe.settle()).isEqualTo(5);
        assertThat(work).isEmpty();
    }

    @Test
    void aCommitWaitsForTheDesk() throws Exception {
        try (Clerk desk = new Clerk("scribe-test")) {
            scribe = scribe(desk);
            append(1000);
            scribe.commit();
            assertThat(written()).isEqualTo(1000);
        }
    }

    @Test
    void aDiskThatIsSlowIsToldOnceAndOneThatIsTooSlowIsGivenUp() throws Exception {
        append(1);
        scribe.settle();
        clock.advance(Scribe.ALARM);
        append(1);
        assertThat(alarms).isEmpty();
        clock.advance(Duration.ofMillis(1));
        append(2);
        assertThat(alarms).singleElement().asString().contains("taken nothing for 30 s");
        clock.advance(Scribe.PATIENCE.minus(Scribe.ALARM).minusMillis(1));
        append(1);
        clock.advance(Duration.ofMillis(1));
        assertThatThrownBy(() -> append(1))
                .isInstanceOf(LogFailure.class)
                .hasMessageContaining("taken nothing for 60 s")
                .hasMessageContaining("start again");
        assertThatThrownBy(scribe::settle).isInstanceOf(LogFailure.class);
        assertThatThrownBy(scribe::commit).isInstanceOf(LogFailure.class);
    }

    @Test
    void aDiskThatComesBackInTimeMayBeSlowAgain() throws Exception {
        for (int round = 1; round <= 3; round++) {
            append(1);
            scribe.settle();
            clock.advance(Scribe.ALARM.plusMillis(1));
            append(1);
            assertThat(alarms).hasSize(round);
            scribe.settle();
            work.remove().run();
        }
        assertThat(scribe.settle()).isEqualTo(6);
    }

    @Test
    void aJournalThatCannotBeWrittenIsToldToWhoAsksNext() throws Exception {
        append(1);
        scribe.settle();
        journal.close();
        work.remove().run();
        assertThat(news).isPositive();
        assertThatThrownBy(() -> append(1)).isInstanceOf(LogFailure.class);
        assertThatThrownBy(scribe::settle).isInstanceOf(LogFailure.class);
    }

    @Test
    void closingWritesWhatIsLeftAtTheDesk() throws Exception {
        try (Clerk desk = new Clerk("scribe-test")) {
            scribe = scribe(desk);
            append(1000);
            scribe.close(Duration.ofSeconds(30));
            assertThat(written()).isEqualTo(1000);
            assertThatThrownBy(() -> journal.append(3, new Event.Due(1))).isInstanceOf(LogFailure.class);
        }
    }

    @Test
    void aDiskThatDoesNotAnswerIsNotWaitedForWhenClosing() throws Exception {
        append(1);
        assertThatThrownBy(() -> scribe.close(Duration.ZERO))
                .isInstanceOf(LogFailure.class)
                .hasMessageContaining("does not answer")
                .hasMessageContaining("records up to");
    }
}
