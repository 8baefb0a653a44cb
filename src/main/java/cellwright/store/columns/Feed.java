package cellwright.store.columns;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.journal.Disk;
import cellwright.store.follow.Happened;
import cellwright.store.follow.RunLabel;
import cellwright.store.follow.Told;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one run being fed by a follower: each event counts once, however often it is brought, and one that is missing is
 * noticed. The store is opened when there is something it does not hold. One thread.
 */
final class Feed implements Closeable {
    private final Disk disk;
    private final Homes homes;
    private final RunLabel run;

    private @Nullable Ingest ingest;
    private Phase phase = Phase.UNKNOWN;
    /** Make the store from the beginning, whatever is there. */
    private boolean anew;
    /** The event up to which everything was brought, and its time. */
    private long broughtUpTo;

    private long broughtNanos;
    /** The event up to which everything has arrived, and its time; nothing is kept between the last mark and it. */
    private long arrivedUpTo;

    private long arrivedNanos;
    private long marked;
    private long rows;
    private boolean ended;

    private enum Phase {
        /** Nobody has looked what is there. */
        UNKNOWN,
        /** Takes what comes. */
        FED,
        /** The run was sealed, its rows had arrived, and its columns are gone: somebody has deleted them. */
        ARCHIVED,
        /** Takes nothing any more. */
        OVER
    }

    /**
     * A feed that knows nothing of the run as yet.
     *
     * @param anew whether its store is to be made from the beginning
     */
    Feed(Disk disk, Homes homes, RunLabel run, boolean anew) {
        this.disk = disk;
        this.homes = homes;
        this.run = run;
        this.anew = anew;
    }

    RunLabel run() {
        return run;
    }

    boolean isOpen() {
        return ingest != null;
    }

    /** Takes nothing more of this run. */
    void giveUp() {
        phase = Phase.OVER;
    }

    /**
     * Takes an event; one that was taken in already is passed over.
     *
     * @param recalled whether it had arrived once before
     * @throws StoreDamaged if the store is not as it was left, or does not reach to the event: it has to be made from the beginning
     * @throws IOException if the disk fails
     */
    void take(Happened happened, boolean recalled) throws IOException {
        if (phase == Phase.UNKNOWN) {
            look(happened, recalled);
        }
        if (ended || phase == Phase.OVER || (phase == Phase.ARCHIVED && recalled)) {
            return;
        }
        long number = happened.number();
        if (phase == Phase.ARCHIVED || number > broughtUpTo + 1) {
            throw new StoreDamaged(
                    Layout.BOOK, "holds the run up to event " + broughtUpTo + "; event " + number + " follows");
        }
        if (number == broughtUpTo && happened.event().atNanos() != broughtNanos) {
            throw new StoreDamaged(Layout.BOOK, "holds another event " + number + " than the journal");
        }
        if (number > broughtUpTo) {
            bring(happened);
        }
        ended = happened.told().stream().anyMatch(told -> told.report() instanceof Effect.RunEnded);
    }

    private void look(Happened first, boolean recalled) throws IOException {
        Optional<Homes.Home> home = homes.of(run);
        if (home.isEmpty()) {
            phase = Phase.OVER;
            return;
        }
        Optional<Mark> there = anew ? Optional.empty() : lastMark(home.get());
        if (there.isEmpty() && recalled && home.get().over() && !anew) {
            phase = Phase.ARCHIVED;
            return;
        }
        phase = Phase.FED;
        there.ifPresent(mark -> {
            marked = mark.position();
            rows = mark.rows();
            brought(mark.position(), mark.eventNanos());
            arrivedUpTo = broughtUpTo;
            arrivedNanos = broughtNanos;
        });
        if (first.number() > 1 && anew) {
            throw new StoreDamaged(Layout.BOOK, "cannot be made again from event " + first.number() + " on");
        }
    }

    private Optional<Mark> lastMark(Homes.Home home) throws IOException {
        Optional<Marks> there = Marks.open(disk, home.folder());
        if (there.isEmpty()) {
            return Optional.empty();
        }
        try (Marks marks = there.get()) {
            return Optional.of(marks.last());
        }
    }

    private void bring(Happened happened) throws IOException {
        Ingest into = ingest == null ? open() : ingest;
        if (into == null) {
            return;
        }
        Event event = happened.event();
        List<Effect.Report> reports = happened.told().stream().map(Told::report).toList();
        into.take(happened.number(), event, reports);
        brought(happened.number(), event.atNanos());
    }

    private void brought(long number, long atNanos) {
        broughtUpTo = number;
        broughtNanos = atNanos;
    }

    /** Opens the store where it was left; nothing if the run's folder is gone. */
    private @Nullable Ingest open() throws IOException {
        Optional<Homes.Home> found = homes.of(run);
        if (found.isEmpty()) {
            phase = Phase.OVER;
            return null;
        }
        Homes.Home home = found.get();
        Ingest opened = anew
                ? Ingest.anew(disk, home.folder(), home.origin())
                : Ingest.open(disk, home.folder(), home.origin());
        ingest = opened;
        anew = false;
        if (opened.position() < marked) {
            throw new StoreDamaged(
                    Layout.BOOK, "holds the run up to event " + opened.position() + " and did up to " + marked);
        }
        marked = opened.position();
        rows = opened.rows();
        opened.passOver(arrivedUpTo, arrivedNanos);
        return opened;
    }

    /**
     * Makes durable what was taken and shows it to readers.
     *
     * @return how many rows came to it
     * @throws StoreDamaged if the store was taken away meanwhile
     * @throws IOException if the disk fails
     */
    long commit() throws IOException {
        Ingest into = ingest;
        long before = rows;
        if (into != null) {
            if (into.commit()) {
                marked = into.position();
                rows = into.rows();
                into.requireItsMarks();
            }
        }
        arrivedUpTo = broughtUpTo;
        arrivedNanos = broughtNanos;
        if (ended) {
            giveUp();
            close();
        }
        return rows - before;
    }

    /** Lets the store go; what has not arrived is to be brought again. */
    @Override
    public void close() throws IOException {
        brought(arrivedUpTo, arrivedNanos);
        ended = false;
        Ingest past = ingest;
        ingest = null;
        if (past != null) {
            past.close();
        }
    }
}
