package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.testkit.HandClock;
import cellwright.world.link.Switchboard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lanes without threads: they work side by side in time that the test moves. Each lane has a clock of its own, which its
 * links move while it works; what comes of a piece of work is handed over when the world's clock gets to where it ended. The
 * same work always gives the same order.
 */
public final class HandLanes implements Lanes {
    private final HandClock clock = new HandClock(1_700_000_000_000_000_000L);
    private final Map<String, HandLane> lanes = new LinkedHashMap<>();
    private final Deque<Runnable> posted = new ArrayDeque<>();
    private final BiFunction<String, HandClock, Optional<Link>> links;
    /** Whether a lane that is free begins the moment it is given work, as a thread does, so that nothing given next can overtake it. */
    boolean atOnce;

    /** Lanes whose links are made by the test, each on the clock of its lane; empty where nothing is plugged in. */
    public HandLanes(BiFunction<String, HandClock, Optional<Link>> links) {
        this.links = links;
    }

    @Override
    public HandClock clock() {
        return clock;
    }

    @Override
    public HandLane lane(String name) {
        return lanes.computeIfAbsent(name, ignored -> new HandLane());
    }

    @Override
    public void post(Runnable news) {
        posted.add(news);
    }

    @Override
    public void close() {
        lanes.clear();
    }

    @Override
    public Optional<Runnable> await(long untilNanos) {
        if (!posted.isEmpty()) {
            return Optional.of(posted.remove());
        }
        long limit = Math.max(untilNanos, clock.nanos());
        Optional<HandLane> first = Optional.empty();
        for (HandLane lane : lanes.values()) {
            lane.begin();
            if (lane.news.isPresent() && (first.isEmpty() || lane.doneNanos < first.get().doneNanos)) {
                first = Optional.of(lane);
            }
        }
        if (first.isPresent() && first.get().doneNanos <= limit) {
            clock.advanceTo(first.get().doneNanos);
            return first.get().take();
        }
        if (limit == Long.MAX_VALUE) {
            throw new AssertionError("nothing will ever happen any more");
        }
        clock.advanceTo(limit);
        return Optional.empty();
    }

    /** A lane that works as soon as it is free and somebody waits; or at once, if it is to. */
    public final class HandLane implements Lane {
        private final HandClock own = new HandClock(clock.nanos());
        private final Map<Rank, Deque<Work>> queues = new EnumMap<>(Rank.class);
        private final Host host = new Switchboard(
                own,
                (address, ignored) -> links.apply(address, own)
                        .orElseThrow(() -> new InstrumentException(
                                InstrumentException.Kind.LOST, address, "nothing is plugged in there")),
                this::isBrokenOff);
        private long breakOffNanos = Long.MAX_VALUE;
        private boolean measuring;
        private Optional<Runnable> news = Optional.empty();
        private long doneNanos;

        HandLane() {
            for (Rank rank : Rank.values()) {
                queues.put(rank, new ArrayDeque<>());
            }
        }

        @Override
        public Host host() {
            return host;
        }

        /** A measurement that is under way at that time is broken off: the hand's way to do it while it goes on. */
        public void breakOffAt(long nanos) {
            breakOffNanos = nanos;
        }

        @Override
        public void beginMeasurement() {
            measuring = true;
        }

        @Override
        public void endMeasurement() {
            measuring = false;
        }

        /** By hand a piece of work is over before anybody can say this; see {@link #breakOffAt}. */
        @Override
        public void breakOff() {
            assertThat(measuring).isFalse();
        }

        @Override
        public boolean isBrokenOff() {
            return measuring && own.nanos() >= breakOffNanos;
        }

        @Override
        public void submit(Rank rank, Work work) {
            queues.computeIfAbsent(rank, ignored -> new ArrayDeque<>()).add(work);
            if (atOnce) {
                begin();
            }
        }

        private void begin() {
            if (news.isPresent()) {
                return;
            }
            for (Deque<Work> queue : queues.values()) {
                if (!queue.isEmpty()) {
                    own.advanceTo(clock.nanos());
                    news = Optional.of(queue.remove().carryOut());
                    doneNanos = own.nanos();
                    return;
                }
            }
        }

        private Optional<Runnable> take() {
            Optional<Runnable> taken = news;
            news = Optional.empty();
            return taken;
        }
    }
}
