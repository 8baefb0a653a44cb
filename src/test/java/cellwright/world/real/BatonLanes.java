package cellwright.world.real;

import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.testkit.HandClock;
import cellwright.world.link.Switchboard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;

/**
 * Lanes in time that the test moves, side by side in earnest: each works on a thread of its own, but only who has the baton does
 * anything, and whoever waits longest into the future gets it last. So a spectrum that takes an hour goes on while the press is
 * read, and can be broken off in its midst; and the same work always gives the same order. All lanes have one clock.
 */
public final class BatonLanes implements Lanes {
    private static final long NEVER = Long.MAX_VALUE;

    private final HandClock clock = new HandClock(1_700_000_000_000_000_000L);
    private final Map<String, BatonLane> lanes = new LinkedHashMap<>();
    private final Deque<Runnable> posted = new ArrayDeque<>();
    private final BiFunction<String, Waiter, Optional<Link>> links;
    private long limitNanos;

    /** How a link waits. */
    @FunctionalInterface
    public interface Waiter {
        /** Returns when the clock stands there, or later if others had something to do at that very instant. */
        void until(long nanos);
    }

    /** Lanes whose links are made by the test; empty where nothing is plugged in. */
    public BatonLanes(BiFunction<String, Waiter, Optional<Link>> links) {
        this.links = links;
    }

    @Override
    public HandClock clock() {
        return clock;
    }

    @Override
    public BatonLane lane(String name) {
        return lanes.computeIfAbsent(name, BatonLane::new);
    }

    @Override
    public void post(Runnable news) {
        posted.add(news);
    }

    /** What the lanes were in the midst of is left; they are used no more. */
    @Override
    public void close() {
        lanes.values().forEach(lane -> lane.thread.interrupt());
        lanes.clear();
    }

    @Override
    public Optional<Runnable> await(long untilNanos) {
        if (!posted.isEmpty()) {
            return Optional.of(posted.remove());
        }
        limitNanos = Math.max(untilNanos, clock.nanos());
        while (true) {
            lanes.values().forEach(BatonLane::begin);
            Optional<BatonLane> next = first(Optional.empty());
            if (next.isEmpty() || next.get().dueNanos > limitNanos) {
                break;
            }
            clock.advanceTo(next.get().dueNanos);
            Optional<Runnable> news = next.get().goOn();
            if (news.isPresent()) {
                return news;
            }
        }
        if (limitNanos == NEVER) {
            throw new AssertionError("nothing will ever happen any more");
        }
        clock.advanceTo(limitNanos);
        return Optional.empty();
    }

    /** The lane that is due first, but for one. */
    private Optional<BatonLane> first(Optional<BatonLane> except) {
        Optional<BatonLane> first = Optional.empty();
        for (BatonLane lane : lanes.values()) {
            boolean sooner = first.isEmpty() || lane.dueNanos < first.get().dueNanos;
            if (lane.dueNanos != NEVER && sooner && (except.isEmpty() || except.get() != lane)) {
                first = Optional.of(lane);
            }
        }
        return first;
    }

    /** A lane that works as soon as it is free. */
    public final class BatonLane extends BreakableLane {
        private final Map<Rank, Deque<Work>> queues = new EnumMap<>(Rank.class);
        private final Semaphore baton = new Semaphore(0);
        private final Semaphore back = new Semaphore(0);
        private final Host host = new Switchboard(clock, this::opened, breaker::isBroken);
        private final Thread thread;
        private Optional<Work> work = Optional.empty();
        private Optional<Runnable> news = Optional.empty();
        private Optional<Throwable> fault = Optional.empty();
        private long dueNanos = NEVER;

        BatonLane(String name) {
            for (Rank rank : Rank.values()) {
                queues.put(rank, new ArrayDeque<>());
            }
            thread = new Thread(this::live, "baton-" + name);
            thread.setDaemon(true);
            thread.start();
        }

        private Link opened(String address, NanoClock ignored) throws InstrumentException {
            return links.apply(address, this::waitUntil)
                    .orElseThrow(() -> new InstrumentException(
                            InstrumentException.Kind.LOST, address, "nothing is plugged in there"));
        }

        @Override
        public Host host() {
            return host;
        }

        @Override
        public void submit(Rank rank, Work wanted) {
            queues.computeIfAbsent(rank, ignored -> new ArrayDeque<>()).add(wanted);
        }

        private void begin() {
            if (work.isPresent()) {
                return;
            }
            for (Deque<Work> queue : queues.values()) {
                if (!queue.isEmpty()) {
                    work = Optional.of(queue.remove());
                    dueNanos = clock.nanos();
                    return;
                }
            }
        }

        /** Hands over the baton and waits until it comes back; what came of the work, if it is over. */
        private Optional<Runnable> goOn() {
            baton.release();
            back.acquireUninterruptibly();
            if (fault.isPresent()) {
                throw new AssertionError("a lane's work threw", fault.get());
            }
            Optional<Runnable> taken = news;
            news = Optional.empty();
            return taken;
        }

        /** On the lane's thread: nobody else has anything to do before, or the baton goes round first. */
        private void waitUntil(long nanos) {
            long othersNanos =
                    first(Optional.of(this)).map(lane -> lane.dueNanos).orElse(NEVER);
            if (nanos < othersNanos && nanos <= limitNanos) {
                clock.advanceTo(nanos);
                return;
            }
            dueNanos = Math.max(nanos, clock.nanos());
            back.release();
            await(baton);
        }

        private void live() {
            try {
                while (true) {
                    await(baton);
                    carryOut();
                    work = Optional.empty();
                    dueNanos = NEVER;
                    back.release();
                }
            } catch (Left left) {
                // the test goes on without these lanes
                return;
            }
        }

        private void carryOut() {
            try {
                news = Optional.of(work.orElseThrow().carryOut());
            } catch (RuntimeException | Error thrown) {
                if (thrown instanceof Left left) {
                    throw left;
                }
                fault = Optional.of(thrown);
            }
        }

        private void await(Semaphore semaphore) {
            try {
                semaphore.acquire();
            } catch (InterruptedException closed) {
                throw new Left(closed);
            }
        }
    }

    /** The lanes were closed while one of them waited. An error, so that no driver's failure is made of it. */
    private static final class Left extends Error {
        private static final long serialVersionUID = 1;

        Left(Throwable cause) {
            super("the lanes were closed", cause);
        }
    }
}
