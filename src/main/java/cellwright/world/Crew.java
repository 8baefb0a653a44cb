package cellwright.world;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several hands for pieces of work that do not know of each other. Any thread. */
@TouchesTheRealWorld
public final class Crew {
    private Crew() {}

    /**
     * Does every piece of work and gives the results in the order of the pieces, whoever did them and when.
     *
     * @param threads how many pieces are done at the same time, at least 1
     * @param work the pieces; taken up in this order
     * @throws IllegalStateException with its cause, if a piece threw something; the others are done all the same
     */
    public static <T> List<T> all(int threads, List<? extends Callable<T>> work) {
        try (ExecutorService hands = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> promised = new ArrayList<>();
            work.forEach(piece -> promised.add(hands.submit(piece)));
            List<T> done = new ArrayList<>();
            for (Future<T> promise : promised) {
                done.add(promise.get());
            }
            return done;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a piece of work failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others were working", interrupted);
        }
    }
}
