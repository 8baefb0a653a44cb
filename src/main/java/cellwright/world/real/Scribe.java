package cellwright.world.real;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.instrument.NanoClock;
import cellwright.journal.Clocks;
import cellwright.journal.JournalWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Writes the journal apart from the conductor, so that a disk that takes its time keeps no reading and no limit waiting. What comes
 * in meanwhile is kept in memory and written in one go when the disk is free again. {@link #append}, {@link #note}, {@link #settle},
 * {@link #commit} and {@link #close} are for one thread; the journal itself is touched by the desk's work alone.
 *
 * <p>A disk that has not taken the oldest of it after {@link #ALARM} is told to people; after {@link #PATIENCE} the journal
 * counts as failed, and nothing is driven any more.
 */
public final class Scribe {
    /** So long a disk may keep what is to be written waiting. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** After so long people are told. */
    public static final Duration ALARM = Duration.ofSeconds(30);

    private final JournalWriter journal;
    private final Executor desk;
    private final NanoClock clock;
    private final Runnable news;
    private final Consumer<String> alarm;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long taken;
    private long wanted;
    private long durable;
    private boolean writing;
    private boolean alarmed;
    private Optional<LogFailure> failure = Optional.empty();
    private volatile int segment;
    private volatile long durableSequence;

    /** What is to be written. */
    private sealed interface Entry {
        /** When it was given. */
        long sinceNanos();

        /** The event of a channel, by the journal's number. */
        record Said(long sinceNanos, int channel, Event event) implements Entry {}

        /** What the wall clock showed. */
        record Noted(long sinceNanos, Clocks clocks) implements Entry {}
    }

    /**
     * A scribe of a journal that nobody else writes from now on.
     *
     * @param desk where it is written, one piece of work at a time; one that works at once makes everything durable at once
     * @param clock any thread
     * @param news told each time when something has become durable or the journal has failed; the desk's thread
     * @param alarm told in words that the disk is slow; the thread that appends
     */
    public Scribe(JournalWriter journal, Executor desk, NanoClock clock, Runnable news, Consumer<String> alarm) {
        this.journal = journal;
        this.desk = desk;
        this.clock = clock;
        this.news = news;
        this.alarm = alarm;
        publish();
    }

    private void publish() {
        segment = journal.segment();
        durableSequence = journal.durableSequence();
    }

    /**
     * Takes an event in.
     *
     * @param channel the journal's number of it
     * @throws LogFailure if the journal has failed, or the disk keeps it waiting for too long
     */
    public synchronized void append(int channel, Event event) throws LogFailure {
        add(new Entry.Said(clock.nanos(), channel, event));
        taken++;
    }

    /** Takes in what the wall clock shows; durable together with the next event. */
    public synchronized void note(Clocks clocks) throws LogFailure {
        add(new Entry.Noted(clock.nanos(), clocks));
    }

    private void add(Entry entry) throws LogFailure {
        requireTrust();
        if (!entries.isEmpty()) {
            long keptWaiting = entry.sinceNanos() - entries.element().sinceNanos();
            if (keptWaiting > PATIENCE.toNanos()) {
                failure = Optional.of(tooSlow());
                requireTrust();
            }
            if (keptWaiting > ALARM.toNanos() && !alarmed) {
                alarmed = true;
                alarm.accept("the disk of the journal has taken nothing for " + ALARM.toSeconds() + " s; after "
                        + PATIENCE.toSeconds() + " s every cell is brought to rest; look what keeps the disk busy");
            }
        }
        entries.add(entry);
    }

    private LogFailure tooSlow() {
        String words = "the disk of the journal has taken nothing for " + PATIENCE.toSeconds() + " s; records up to "
                + durableSequence
                + " are safe; look what keeps the disk busy or whether it is broken, then start again";
        return new LogFailure(words, new IllegalStateException(words));
    }

    private synchronized void requireTrust() throws LogFailure {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /**
     * Has everything taken in so far written, without waiting for it.
     *
     * @return how many of the events taken in so far survive a power cut
     * @throws LogFailure if the journal has failed
     */
    public long settle() throws LogFailure {
        boolean begin;
        synchronized (this) {
            requireTrust();
            wanted = taken;
            begin = !writing && durable < wanted;
            writing |= begin;
        }
        if (begin) {
            desk.execute(this::write);
        }
        synchronized (this) {
            requireTrust();
            return durable;
        }
    }

    /** Returns when everything taken in so far survives a power cut. */
    public void commit() throws LogFailure {
        settle();
        try {
            await();
        } catch (InterruptedException unwanted) {
            throw new IllegalStateException("the conductor's thread must not be interrupted", unwanted);
        }
    }

    private synchronized void await() throws LogFailure, InterruptedException {
        long mine = taken;
        while (durable < mine) {
            requireTrust();
            wait();
        }
    }

    /**
     * Writes what is left and lets the journal go, at the desk like everything else. A disk that keeps the desk waiting is not waited
     * for: the journal stays taken until the program has ended.
     *
     * @throws LogFailure if the journal cannot be closed, or not in this time
     */
    public void close(Duration atMost) throws LogFailure {
        CompletableFuture<Optional<LogFailure>> closed = CompletableFuture.supplyAsync(this::closed, desk);
        try {
            Optional<LogFailure> failed = closed.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            if (failed.isPresent()) {
                throw failed.get();
            }
        } catch (TimeoutException slow) {
            failed(new LogFailure(
                    "the disk of the journal does not answer; records up to " + durableSequence + " are safe", slow));
            requireTrust();
        } catch (ExecutionException bug) {
            throw new IllegalStateException(
                    "the journal was not closed; this is a fault of the program", bug.getCause());
        } catch (InterruptedException unwanted) {
            throw new IllegalStateException("the conductor's thread must not be interrupted", unwanted);
        }
    }

    private Optional<LogFailure> closed() {
        synchronized (this) {
            wanted = taken;
        }
        write();
        try {
            journal.close();
            return Optional.empty();
        } catch (LogFailure failed) {
            return Optional.of(failed);
        }
    }

    private void write() {
        for (List<Entry> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                for (Entry entry : batch) {
                    into(journal, entry);
                }
                journal.commit();
                written(batch);
            } catch (LogFailure failed) {
                failed(failed);
            } catch (RuntimeException bug) {
                failed(new LogFailure(
                        "the journal could not be written: " + bug + "; this is a fault of the program", bug));
            }
            news.run();
        }
    }

    private static void into(JournalWriter journal, Entry entry) throws LogFailure {
        switch (entry) {
            case Entry.Said said -> journal.append(said.channel(), said.event());
            case Entry.Noted noted -> journal.note(noted.clocks());
        }
    }

    /** Everything there is, if some of it is wanted; otherwise nothing, and nothing is being written any more. */
    private synchronized List<Entry> next() {
        if (failure.isPresent() || durable >= wanted) {
            writing = false;
            return List.of();
        }
        return List.copyOf(entries);
    }

    private synchronized void written(List<Entry> batch) {
        publish();
        for (Entry entry : batch) {
            entries.remove();
            durable += entry instanceof Entry.Said ? 1 : 0;
        }
        alarmed = false;
        notifyAll();
    }

    private synchronized void failed(LogFailure failed) {
        failure = failure.or(() -> Optional.of(failed));
        notifyAll();
    }

    /** A segment of the journal behind which everything lies that is yet to be written; any thread. */
    public int segment() {
        return segment;
    }

    /** Number of the last event that survives a power cut; any thread. */
    public long durableSequence() {
        return durableSequence;
    }
}
