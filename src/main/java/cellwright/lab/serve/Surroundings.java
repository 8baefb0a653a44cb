package cellwright.lab.serve;

import cellwright.journal.Disk;
import cellwright.journal.RealDisk;
import cellwright.world.Clerk;
import cellwright.world.WallClock;
import cellwright.world.link.Switchboard;
import cellwright.world.real.LabClock;
import cellwright.world.real.Lanes;
import cellwright.world.real.ThreadedLanes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * What a laboratory is put into: threads and clocks, or a test's hand.
 *
 * @param lanes makes the lanes, whose clock goes on behind a time that was journaled before; {@link Long#MIN_VALUE} for none
 * @param wall the wall clock, for labels
 * @param clerk does paperwork
 * @param packer does paperwork that takes long
 * @param notices told what happens
 * @param waiter waits for answers
 * @param disk where the journal lies
 * @param scribe writes the journal, one piece of work after the other; closed after the laboratory
 */
public record Surroundings(
        LongFunction<Lanes> lanes,
        Supplier<Instant> wall,
        Executor clerk,
        Executor packer,
        Notices notices,
        Waiter waiter,
        Disk disk,
        Executor scribe) {
    /** Longer than the laboratory ever takes for one event. */
    private static final Duration TO_THINK = Duration.ofSeconds(30);

    /** How who asks waits for the conductor's thread. */
    @FunctionalInterface
    public interface Waiter {
        /**
         * Returns when the answer is there.
         *
         * @throws TimeoutException if it does not come
         * @throws InterruptedException if the laboratory is being closed
         */
        void await(CompletableFuture<?> answer) throws TimeoutException, InterruptedException;
    }

    /**
     * This machine's threads, clocks, ports and sockets.
     *
     * @param configuration the file beside which lie those that settings of instruments name
     */
    public static Surroundings real(Path configuration, Clerk clerk, Clerk packer, Clerk scribe, Notices notices) {
        Path folder = configuration.toAbsolutePath().normalize().resolveSibling("");
        return new Surroundings(
                lastNanos -> lanes(lastNanos, folder, notices),
                WallClock::now,
                clerk,
                packer,
                notices,
                Surroundings::await,
                new RealDisk(),
                scribe);
    }

    private static Lanes lanes(long lastNanos, Path folder, Notices notices) {
        long unixNanos = unixNanos(WallClock.now());
        LabClock clock = new LabClock(WallClock::monotonicNanos, unixNanos, lastNanos);
        if (clock.wallClockWasBehind(unixNanos)) {
            notices.remark(
                    "the wall clock stands before the last record of the journal: how long the program was gone is not"
                            + " known; set the clock");
        }
        return new ThreadedLanes(clock, (time, brokenOff) -> Switchboard.ofThisMachine(time, brokenOff, folder));
    }

    private static void await(CompletableFuture<?> answer) throws TimeoutException, InterruptedException {
        try {
            answer.get(TO_THINK.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            // who asked gets it from the answer itself
            return;
        }
    }

    /** An answer of the conductor's thread, waited for. */
    <T> T outcome(CompletableFuture<T> answer) {
        try {
            waiter.await(answer);
            return answer.join();
        } catch (CompletionException bug) {
            throw new IllegalStateException(bug.getCause());
        } catch (TimeoutException busy) {
            throw new IllegalStateException("no answer within " + TO_THINK.toSeconds() + " s", busy);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the laboratory is being closed", ended);
        }
    }

    /** The wall clock now, nanoseconds since 1970 UTC. */
    long unixNanos() {
        return unixNanos(wall.get());
    }

    /** A label as nanoseconds since 1970 UTC. */
    static long unixNanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
