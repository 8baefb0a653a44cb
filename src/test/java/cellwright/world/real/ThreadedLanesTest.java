package cellwright.world.real;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Host;
import cellwright.instrument.NanoClock;
import cellwright.testkit.HandClock;
import cellwright.world.WallClock;
import cellwright.world.link.Switchboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lanes on threads: one piece of work at a time, the most urgent first, each lane for itself. */
@Timeout(20)
class ThreadedLanesTest {
    private static final long FOREVER = Long.MAX_VALUE;

    private final NanoClock clock = new HandClock(1);
    private final ThreadedLanes lanes = new ThreadedLanes(clock, ThreadedLanesTest::host);

    private static Host host(NanoClock clock, BooleanSupplier brokenOff) {
        return new Switchboard(clock, (address, ignored) -> {
            throw new AssertionError("no links here");
        });
    }

    @AfterEach
    void close() {
        lanes.close();
    }

    private void next() {
        lanes.await(FOREVER).orElseThrow().run();
    }

    @Test
    void whatIsUrgentOvertakesWhatWaitsAndTheRestKeepsItsOrder() throws InterruptedException {
        Lane lane = lanes.lane("a");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        lane.submit(Lane.Rank.SAMPLE, () -> {
            begun.countDown();
            waitFor(go);
            return () -> done.add("under way");
        });
        begun.await();
        for (String name : List.of("sample 1", "sample 2")) {
            lane.submit(Lane.Rank.SAMPLE, () -> () -> done.add(name));
        }
        lane.submit(Lane.Rank.CONNECT, () -> () -> done.add("connect"));
        lane.submit(Lane.Rank.COMMAND, () -> () -> done.add("command"));
        lane.submit(Lane.Rank.SAFE, () -> () -> done.add("safe"));
        go.countDown();
        for (int i = 0; i < 6; i++) {
            next();
        }
        assertThat(done).containsExactly("under way", "safe", "command", "connect", "sample 1", "sample 2");
    }

    @Test
    void aLaneThatHangsHangsAlone() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        lanes.lane("hangs").submit(Lane.Rank.SAMPLE, () -> {
            begun.countDown();
            waitFor(never);
            return () -> {};
        });
        begun.await();
        List<String> done = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            lanes.lane("works").submit(Lane.Rank.SAMPLE, () -> () -> done.add("ok"));
            next();
        }
        assertThat(done).hasSize(1000);
        never.countDown();
    }

    @Test
    void oneThreadForEachLaneAndTheSameForTheSameName() {
        List<String> threads = new ArrayList<>();
        for (String lane : List.of("a", "b", "a")) {
            lanes.lane(lane).submit(Lane.Rank.SAMPLE, () -> {
                String name = Thread.currentThread().getName();
                return () -> threads.add(name);
            });
            next();
        }
        assertThat(threads).containsExactly("cellwright-link-a", "cellwright-link-b", "cellwright-link-a");
    }

    @Test
    void anInstantThatHasPassedIsNotWaitedFor() {
        assertThat(lanes.await(0)).isEmpty();
        lanes.post(() -> {});
        assertThat(lanes.await(Long.MIN_VALUE)).isPresent();
    }

    @Test
    void aWholeChannelLivesOnThreads() {
        ThreadedLanes real = new ThreadedLanes(WallClock::monotonicNanos, ThreadedLanesTest::host);
        Press press = new Press();
        RealWorld world = new RealWorld(
                real,
                List.of(press.order("press-1")),
                List.of(new ChannelOrder("A1", "press-1", List.of(), Optional.empty())),
                Patience.USUAL);
        world.wake();
        while (world.traits(0).isEmpty()) {
            world.poll(real.clock().nanos() + 1_000_000);
        }
        assertThat(world.health().instruments().getFirst().ready()).isTrue();
        real.close();
    }

    @Test
    void aMeasurementIsBrokenOffAndWhatWaitedComesToItsTurn() throws InterruptedException {
        Lane lane = lanes.lane("a");
        CountDownLatch begun = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        lane.submit(Lane.Rank.COMMAND, () -> {
            lane.beginMeasurement();
            begun.countDown();
            while (!lane.isBrokenOff()) {
                Thread.onSpinWait();
            }
            lane.endMeasurement();
            return () -> done.add("measured, broken off");
        });
        begun.await();
        lane.submit(Lane.Rank.SAFE, () -> () -> done.add("safe"));
        lane.breakOff();
        next();
        next();
        assertThat(done).containsExactly("measured, broken off", "safe");
    }

    @Test
    void whatIsBrokenOffIsTheMeasurementUnderWayAndNoLaterOne() {
        Lane lane = lanes.lane("a");
        List<String> done = new ArrayList<>();
        lane.breakOff();
        lane.submit(Lane.Rank.COMMAND, () -> {
            lane.beginMeasurement();
            boolean told = lane.isBrokenOff();
            lane.endMeasurement();
            return () -> done.add(told ? "broken off" : "measured");
        });
        next();
        assertThat(done).containsExactly("measured");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
