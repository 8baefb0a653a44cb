package cellwright.store.follow;

import cellwright.journal.Acknowledged;
import cellwright.journal.Bookmark;
import cellwright.journal.Disk;
import cellwright.journal.Followed;
import cellwright.journal.JournalFollower;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what a journal holds, at least once and in order, in steps that are told the time. One thread takes the steps;
 * {@link #standing()} may be asked by any.
 */
public final class Follower implements AutoCloseable {
    /** So often its place goes to disk while it is busy. */
    private static final long SAVE_NANOS = 1_000_000_000L;
    /** So many events are read in one step at most. */
    private static final int EVENTS = 20_000;

    private final Source source;
    private final Outlet outlet;
    private final PlaceFile file;
    private final Terms terms;

    private @Nullable JournalFollower journal;
    private RunStream stream;
    /** How far has arrived and is on disk. */
    private FollowerPlace saved = FollowerPlace.BEGINNING;
    /** How far was read. */
    private Bookmark read = Bookmark.BEGINNING;

    private boolean catchingUp;
    private boolean delivering;
    private boolean level;
    private long oldestNanos = Long.MIN_VALUE;
    private long savedNanos = Long.MIN_VALUE;
    private long items;
    private boolean alarmed;
    private Backoff backoff = Backoff.NONE;
    private volatile Standing standing;

    /**
     * What is followed.
     *
     * @param disk where the journal lies
     * @param journal its folder
     * @param runs finds what its runs are
     * @param writer how far its writer says it is, if that can be asked
     */
    public record Source(Disk disk, Path journal, Runs runs, Supplier<Optional<Acknowledged>> writer) {}

    /**
     * How it is followed.
     *
     * @param name the follower's name
     * @param target where it hands on to, for people
     * @param resolutionNanos the finest difference of time that is kept there, ns
     * @param alarmAfterNanos an age of what has not arrived at which a person must know, ns
     * @param remarks told what a person should know, by the follower's thread
     */
    public record Terms(
            String name, String target, long resolutionNanos, long alarmAfterNanos, Consumer<String> remarks) {}

    /**
     * What a step came to.
     *
     * @param did what was done
     * @param againNanos when the next one is due
     */
    public record Step(Did did, long againNanos) {}

    /** What a step did. */
    public enum Did {
        /** Read, and there may be more. */
        READ,
        /** Delivered a batch. */
        DELIVERED,
        /** Everything there is was handed on. */
        LEVEL,
        /** Something does not work; it is tried again. */
        TROUBLE
    }

    /** A follower that goes on where its file says; nothing is opened before the first step. */
    public Follower(Source source, Outlet outlet, PlaceFile file, Terms terms) {
        this.source = source;
        this.outlet = outlet;
        this.file = file;
        this.terms = terms;
        this.stream = new RunStream(source.runs(), terms.resolutionNanos());
        this.standing = new Standing(
                terms.name(),
                terms.target(),
                0,
                0,
                OptionalLong.empty(),
                0,
                OptionalLong.empty(),
                Optional.empty(),
                terms.alarmAfterNanos());
    }

    /** How it stands, after the last step; any thread. */
    public Standing standing() {
        return standing;
    }

    /**
     * Takes one step: reads a batch, or delivers one.
     *
     * @param nowNanos the laboratory's clock, by which events are timed
     */
    public Step step(long nowNanos) {
        try {
            Step step = delivering ? deliver(nowNanos) : read(nowNanos);
            if (step.did() != Did.TROUBLE) {
                backoff = Backoff.NONE;
                look(nowNanos, Optional.empty());
            }
            return step;
        } catch (IOException failure) {
            return fail(nowNanos, failure.getMessage() == null ? failure.toString() : failure.getMessage());
        } catch (RuntimeException bug) {
            return failOddly(nowNanos, bug);
        }
    }

    /** What was half done is done again from the last place on disk. */
    private Step failOddly(long nowNanos, RuntimeException bug) {
        try {
            reset();
        } catch (IOException failure) {
            bug.addSuppressed(failure);
        }
        return fail(nowNanos, "a fault of the program, " + bug + "; please report it");
    }

    private Step read(long nowNanos) throws IOException {
        JournalFollower from = opened();
        level = false;
        for (int events = 0; events < EVENTS && !outlet.isFull(); events++) {
            switch (from.next()) {
                case Followed.Kept kept -> {
                    if (!take(kept)) {
                        return new Step(Did.READ, nowNanos);
                    }
                }
                case Followed.Hurt hurt ->
                    terms.remarks().accept(terms.name() + ": " + hurt.finding().message());
                case Followed.Level ignored -> {
                    if (catchingUp && source.writer().get().isPresent()) {
                        startOver();
                        return new Step(Did.READ, nowNanos);
                    }
                    level = true;
                    return deliver(nowNanos);
                }
                case Followed.Gone gone -> {
                    reset();
                    return fail(nowNanos, gone.why());
                }
            }
        }
        return catchingUp && !outlet.isFull() ? new Step(Did.READ, nowNanos) : deliver(nowNanos);
    }

    private JournalFollower opened() throws IOException {
        JournalFollower present = journal;
        if (present == null) {
            saved = file.load();
            read = saved.upTo();
            catchingUp = saved.upTo().segment() > 0;
            stream = new RunStream(source.runs(), terms.resolutionNanos());
            present = JournalFollower.open(
                    source.disk(), source.journal(), saved.replayFrom(), source.runs(), source.writer());
            journal = present;
        }
        return present;
    }

    /** Takes an event in; false if the journal is not the one that was followed before. */
    private boolean take(Followed.Kept kept) throws IOException {
        if (catchingUp) {
            int order = kept.at().compareTo(saved.upTo());
            if (order > 0 || (order == 0 && kept.at().check() != saved.upTo().check())) {
                startOver();
                return false;
            }
            catchingUp = order < 0;
            stream.take(kept.at().segment(), kept.channel(), kept.event(), outlet::recall);
            return true;
        }
        if (oldestNanos == Long.MIN_VALUE) {
            oldestNanos = kept.event().atNanos();
        }
        stream.take(kept.at().segment(), kept.channel(), kept.event(), outlet::take);
        read = kept.at();
        return true;
    }

    /** What was handed on is not in this journal, as after it was put back from an older copy. */
    private void startOver() throws IOException {
        terms.remarks()
                .accept(terms.name() + ": the journal does not hold event "
                        + saved.upTo().sequence() + " of segment "
                        + saved.upTo().segment() + " as it was handed on; it was put back from a copy or damaged."
                        + " Everything from segment " + saved.replayFrom() + " on is handed on again");
        int from = saved.replayFrom();
        reset();
        file.save(new FollowerPlace(Bookmark.BEGINNING, from));
    }

    private void reset() throws IOException {
        JournalFollower present = journal;
        if (present != null) {
            present.close();
        }
        journal = null;
        outlet.clear();
        delivering = false;
    }

    private Step deliver(long nowNanos) throws IOException {
        delivering = true;
        return switch (outlet.deliver(nowNanos)) {
            case Outlet.Delivery.Later later -> {
                // when it has arrived there will be more
                level = false;
                look(nowNanos, Optional.of(later.why()));
                yield new Step(Did.TROUBLE, later.againNanos());
            }
            case Outlet.Delivery.Again again -> {
                reset();
                yield fail(nowNanos, again.why());
            }
            case Outlet.Delivery.Done done -> {
                delivering = false;
                oldestNanos = Long.MIN_VALUE;
                items += done.items();
                save(nowNanos);
                yield level ? new Step(Did.LEVEL, nowNanos + outlet.lookNanos()) : new Step(Did.DELIVERED, nowNanos);
            }
        };
    }

    private void save(long nowNanos) throws IOException {
        boolean due = level || savedNanos == Long.MIN_VALUE || nowNanos - savedNanos >= SAVE_NANOS;
        if (!catchingUp && due && !read.equals(saved.upTo())) {
            FollowerPlace place = new FollowerPlace(read, stream.replayFrom(read.segment()));
            file.save(place);
            saved = place;
            savedNanos = nowNanos;
        }
    }

    private Step fail(long nowNanos, String why) {
        backoff = backoff.more();
        look(nowNanos, Optional.of(why));
        return new Step(Did.TROUBLE, nowNanos + backoff.waitNanos());
    }

    private void look(long nowNanos, Optional<String> trouble) {
        Optional<Acknowledged> writer = source.writer().get();
        Bookmark arrived = delivering || catchingUp ? saved.upTo() : read;
        boolean none = level && !delivering;
        standing = new Standing(
                terms.name(),
                terms.target(),
                items,
                outlet.putAside(),
                writer.map(word -> OptionalLong.of(Math.max(0, word.sequence() - arrived.sequence())))
                        .orElseGet(() -> none ? OptionalLong.of(0) : OptionalLong.empty()),
                none ? 0 : bytesBehind(),
                oldestNanos == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(oldestNanos),
                trouble,
                terms.alarmAfterNanos());
        Optional<String> alarm = standing.alarm(nowNanos);
        if (alarm.isPresent() && !alarmed) {
            terms.remarks().accept("ALARM: " + alarm.get());
        } else if (alarm.isEmpty() && alarmed) {
            terms.remarks().accept(terms.name() + " has caught up");
        }
        alarmed = alarm.isPresent();
    }

    private long bytesBehind() {
        JournalFollower present = journal;
        try {
            return present == null ? 0 : present.bytesBehind();
        } catch (IOException unreadable) {
            // the next step says so
            return 0;
        }
    }

    /** Lets journal and outlet go; what has not arrived is handed on after the next start. */
    @Override
    public void close() throws IOException {
        reset();
        outlet.close();
    }
}
