package cellwright.store.columns;

import cellwright.journal.Disk;
import cellwright.store.follow.Backoff;
import cellwright.store.follow.Happened;
import cellwright.store.follow.Outlet;
import cellwright.store.follow.RunLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Feeds the columns of all runs of a laboratory while they go on. What it delivered is durable and can be seen; after a crash, or
 * when columns were damaged or deleted, the follower tells the runs that had not ended again, and each event counts once.
 *
 * <p>The follower's thread. It waits for the disk; nobody waits for it.
 */
public final class ColumnOutlet implements Outlet {
    private static final int EVENTS = 5_000;
    /** A commit forces some twenty files of each run, and the journal writes to the same disk: not more often than this. */
    private static final long LOOK_NANOS = 1_000_000_000L;

    private static final long LOOK_A_RUN_NANOS = 125_000_000L;

    private final Disk disk;
    private final Homes homes;
    private final Consumer<String> remarks;
    private final List<Brought> queue = new ArrayList<>();
    private final Map<String, Feed> feeds = new HashMap<>();
    /** Runs whose stores are to be made from the beginning. */
    private final Set<String> anew = new HashSet<>();

    private long arrived;
    private Backoff backoff = Backoff.NONE;

    private record Brought(Happened happened, boolean recalled) {}

    /**
     * An outlet that has nothing open as yet.
     *
     * @param disk where the columns lie
     * @param homes where those of each run lie
     * @param remarks told what a person should know
     */
    public ColumnOutlet(Disk disk, Homes homes, Consumer<String> remarks) {
        this.disk = disk;
        this.homes = homes;
        this.remarks = remarks;
    }

    @Override
    public void take(Happened happened) {
        queue.add(new Brought(happened, false));
    }

    @Override
    public void recall(Happened happened) {
        queue.add(new Brought(happened, true));
    }

    @Override
    public boolean isFull() {
        return queue.size() >= EVENTS;
    }

    /** The more runs there are, the less often their files are forced to the disk. */
    @Override
    public long lookNanos() {
        long open = feeds.values().stream().filter(Feed::isOpen).count();
        return Math.max(LOOK_NANOS, open * LOOK_A_RUN_NANOS);
    }

    @Override
    public Delivery deliver(long nowNanos) {
        Optional<Feed> at = Optional.empty();
        try {
            for (Brought brought : queue) {
                Feed feed = feed(brought.happened().run());
                at = Optional.of(feed);
                feed.take(brought.happened(), brought.recalled());
            }
            for (Feed feed : feeds.values()) {
                at = Optional.of(feed);
                arrived += feed.commit();
            }
        } catch (IOException failure) {
            return failed(at, failure, nowNanos);
        }
        queue.clear();
        feeds.keySet().forEach(anew::remove);
        backoff = Backoff.NONE;
        long rows = arrived;
        arrived = 0;
        return new Delivery.Done(rows);
    }

    private Feed feed(RunLabel run) {
        return feeds.computeIfAbsent(run.run(), name -> new Feed(disk, homes, run, anew.contains(name)));
    }

    private Delivery failed(Optional<Feed> at, IOException failure, long nowNanos) {
        String run = at.map(feed -> feed.run().run()).orElse("");
        at.ifPresent(ColumnOutlet::letGo);
        String why = "the columns of run " + run + ": " + failure.getMessage();
        if (!mustBeMadeAnew(failure)) {
            backoff = backoff.more();
            String advice = failure instanceof StoreStopped
                    ? ""
                    : "; it is tried again; check the disk and its free space, and whether another program writes them";
            return new Delivery.Later(nowNanos + backoff.waitNanos(), why + advice);
        }
        if (anew.add(run)) {
            return new Delivery.Again(why + "; they are made again");
        }
        at.ifPresent(Feed::giveUp);
        anew.remove(run);
        remarks.accept(why + "; the journal could not be told from the run's beginning, so they stay as they are:"
                + " once the run is over, cellwright store rebuild makes them");
        return deliver(nowNanos);
    }

    private static boolean mustBeMadeAnew(IOException failure) {
        return failure instanceof StoreDamaged || (failure instanceof StoreStopped stopped && !stopped.goesOn());
    }

    /** What was not committed is brought again, so that a failure here costs nothing. */
    private static void letGo(Feed feed) {
        try {
            feed.close();
        } catch (IOException ignored) {
            // the last mark says what is there
        }
    }

    @Override
    public void clear() {
        queue.clear();
        feeds.values().forEach(ColumnOutlet::letGo);
        feeds.clear();
        arrived = 0;
    }

    @Override
    public long putAside() {
        return 0;
    }

    @Override
    public void close() {
        clear();
    }
}
