package cellwright.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** The same pieces of work on one thread and on two, timed; void if the answers differ. Mutable, one thread. */
@TouchesTheRealWorld
final class TwoThreads {
    private final int pieces;
    private final LongFunction<Object> work;
    private final Rounds alone = new Rounds();
    private final Rounds together = new Rounds();
    private List<Object> known = List.of();

    /** So many pieces, numbered from 1, each of which gives an answer. */
    TwoThreads(int pieces, LongFunction<Object> work) {
        this.pieces = pieces;
        this.work = work;
    }

    /** Does all pieces once on each number of threads, in one order or the other. */
    void round(boolean aloneFirst) throws InterruptedException, ExecutionException {
        if (aloneFirst) {
            alone.add(seconds(1));
        }
        together.add(seconds(2));
        if (!aloneFirst) {
            alone.add(seconds(1));
        }
    }

    /** The quickest round on one thread, s. */
    double secondsAlone() {
        return alone.least();
    }

    /** By how much two threads are quicker, the quickest round of each. */
    double ratio() {
        return alone.least() / together.least();
    }

    private double seconds(int threads) throws InterruptedException, ExecutionException {
        try (ExecutorService crew = Executors.newFixedThreadPool(threads)) {
            long before = System.nanoTime();
            List<Future<Object>> pending = new ArrayList<>();
            for (long piece = 1; piece <= pieces; piece++) {
                long number = piece;
                pending.add(crew.submit(() -> work.apply(number)));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> each : pending) {
                answers.add(each.get());
            }
            double seconds = (System.nanoTime() - before) * 1e-9;
            check(answers, threads);
            return seconds;
        }
    }

    private void check(List<Object> answers, int threads) {
        if (known.isEmpty()) {
            known = answers;
        } else if (!known.equals(answers)) {
            throw new IllegalStateException("void: " + threads + " threads come to other answers than before");
        }
    }
}
