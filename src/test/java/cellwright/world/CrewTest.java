package cellwright.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CrewTest {
    @Test
    void resultsComeInTheOrderOfTheWork() {
        List<Callable<Integer>> work = IntStream.range(0, 50)
                .mapToObj(i -> (Callable<Integer>) () -> i * i)
                .toList();
        for (int threads : new int[] {1, 3, 16}) {
            assertThat(Crew.all(threads, work))
                    .isEqualTo(IntStream.range(0, 50).mapToObj(i -> i * i).toList());
        }
        assertThat(Crew.all(2, List.<Callable<Integer>>of())).isEmpty();
    }

    @Test
    void asManyHandsAsAskedForWorkAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Callable<Boolean> meets = () -> {
            both.countDown();
            both.await();
            return true;
        };
        assertThat(Crew.all(2, List.of(meets, meets))).containsExactly(true, true);
    }

    @Test
    void whatOneThrowsIsToldAndTheOthersAreDone() {
        AtomicInteger done = new AtomicInteger();
        Callable<Integer> breaks = () -> {
            throw new IOException("the disk is full");
        };
        assertThatThrownBy(() -> Crew.all(1, List.of(breaks, done::incrementAndGet)))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("the disk is full");
        assertThat(done).hasValue(1);
    }
}
