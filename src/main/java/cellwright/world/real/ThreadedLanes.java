package cellwright.world.real;

import cellwright.instrument.Host;
import cellwright.instrument.NanoClock;
import cellwright.world.link.Switchboard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** Lanes on threads, one for each, and one bounded mailbox. A lane that finds the mailbox full waits. */
public final class ThreadedLanes implements Lanes {
    private static final int MAILBOX = 4096;

    private final NanoClock clock;
    private final BiFunction<NanoClock, BooleanSupplier, Host> hosts;
    private final BlockingQueue<Runnable> mailbox = new ArrayBlockingQueue<>(MAILBOX);
    private final Map<String, ThreadLane> lanes = new HashMap<>();

    /**
     * No lanes yet; each is made when it is first asked for.
     *
     * @param clock the world's clock, any thread
     * @param hosts makes the host of a lane; reads of its links end with {@code TIMEOUT} when the second argument says so
     */
    public ThreadedLanes(NanoClock clock, BiFunction<NanoClock, BooleanSupplier, Host> hosts) {
        this.clock = clock;
        this.hosts = hosts;
    }

    @Override
    public NanoClock clock() {
        return clock;
    }

    @Override
    public Lane lane(String name) {
        return lanes.computeIfAbsent(name, ThreadLane::new);
    }

    @Override
    public Optional<Runnable> await(long untilNanos) {
        long left = untilNanos == Long.MIN_VALUE ? 0 : untilNanos - clock.nanos();
        try {
            return Optional.ofNullable(left <= 0 ? mailbox.poll() : mailbox.poll(left, TimeUnit.NANOSECONDS));
        } catch (InterruptedException unwanted) {
            throw new IllegalStateException("the world's thread must not be interrupted", unwanted);
        }
    }

    @Override
    public void post(Runnable news) {
        try {
            mailbox.put(news);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        lanes.values().forEach(lane -> lane.thread.interrupt());
    }

    /** One link's thread. */
    private final class ThreadLane implements Lane {
        private final PriorityBlockingQueue<Job> jobs = new PriorityBlockingQueue<>();
        private final Breaker breaker = new Breaker();
        private final Host host = hosts.apply(clock, breaker::isBroken);
        private final Thread thread;
        private long jobNumber;

        ThreadLane(String name) {
            thread = new Thread(this::work, "cellwright-link-" + name);
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public Host host() {
            return host;
        }

        @Override
        public void beginMeasurement() {
            breaker.begin();
        }

        @Override
        public void endMeasurement() {
            breaker.end();
        }

        @Override
        public void breakOff() {
            breaker.breakOff();
        }

        @Override
        public boolean isBrokenOff() {
            return breaker.isBroken();
        }

        @Override
        public void submit(Rank rank, Work work) {
            jobs.add(new Job(rank, jobNumber++, work));
        }

        private void work() {
            try {
                while (!Thread.interrupted()) {
                    mailbox.put(jobs.take().work.carryOut());
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            if (host instanceof Switchboard board) {
                board.close();
            }
        }
    }

    private record Job(Lane.Rank rank, long number, Lane.Work work) implements Comparable<Job> {
        @Override
        public int compareTo(Job other) {
            int byRank = rank.compareTo(other.rank);
            return byRank != 0 ? byRank : Long.compare(number, other.number);
        }
    }
}
