package cellwright.benchmarks;

import cellwright.engine.Cause;
import cellwright.engine.CycleFigures;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.lab.Prepared;
import cellwright.lab.Rehearsal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * How much sooner 64 cells are through on two threads than on one: each a virtual run of its own, from the files of
 * protocol and cell to the figures of its cycles, with noise of its own; without a journal, since a disk is no core. The
 * bound is plain arithmetic in the same rounds: where that does not gain enough from a second thread, the machine did not
 * give two cores, and the figure is void. Not to be pinned to a core.
 *
 * <p>Arguments: the project's folder, and the number of rounds; of each kind of work the quickest counts.
 */
@TouchesTheRealWorld
public final class ParallelBenchmark {
    private static final int CELLS = 64;
    private static final int MULTIPLICATIONS = 6_000_000;
    private static final double TARGET = 1.7;
    /** Enough for the cell to be what takes the time, and not the reading of its files. */
    private static final Map<String, String> CYCLES = Map.of("cycles", "10");

    private ParallelBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        Path house = Path.of(arguments.length > 0 ? arguments[0] : ".");
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 11;
        Shipped shipped = Shipped.life(house);
        TwoThreads cells = new TwoThreads(CELLS, seed -> life(shipped, seed));
        TwoThreads bound = new TwoThreads(CELLS, ParallelBenchmark::arithmetic);
        for (int round = 0; round < rounds; round++) {
            bound.round(round % 2 == 0);
            cells.round(round % 2 == 0);
        }
        tell(cells, bound);
    }

    private static void tell(TwoThreads cells, TwoThreads bound) {
        String what = "64 cells, one thread / two threads";
        if (bound.ratio() < TARGET) {
            System.out.printf(
                    Locale.ROOT,
                    "void: the machine did not give two cores; plain arithmetic is %.2f times as quick on two threads%n",
                    bound.ratio());
            Verdict.unjudged(what, cells.ratio(), "", TARGET);
        } else {
            Verdict.atLeast(what, cells.ratio(), "", TARGET);
        }
        Verdict.remark("64 cells, the bound: plain arithmetic", bound.ratio(), "");
        Verdict.remark("64 cells, ratio / bound", cells.ratio() / bound.ratio(), "");
        Verdict.remark("64 cells, on one thread", cells.secondsAlone(), " s");
    }

    /** The cycles of one cell: two at C/5 and ten at 3C, some thirty hours. */
    private static List<CycleFigures> life(Shipped shipped, long seed) {
        Prepared prepared = shipped.prepared(CYCLES, seed);
        Rehearsal.Outcome outcome = new Rehearsal(prepared, FORGETFUL, new Unwatched()).run("run", Instant.EPOCH);
        if (outcome.cause().kind() != Cause.Kind.COMPLETE) {
            throw new IllegalStateException("void: " + outcome.cause());
        }
        return outcome.cycles();
    }

    /** Eight sums that do not wait for each other, so that a core is filled and half a core would show. */
    private static double arithmetic(long piece) {
        double factor = 1 - 1e-9 * piece;
        double a = 0;
        double b = 1;
        double c = 2;
        double d = 3;
        double e = 4;
        double f = 5;
        double g = 6;
        double h = 7;
        for (int i = 0; i < MULTIPLICATIONS; i++) {
            a = a * factor + 1;
            b = b * factor + 1;
            c = c * factor + 1;
            d = d * factor + 1;
            e = e * factor + 1;
            f = f * factor + 1;
            g = g * factor + 1;
            h = h * factor + 1;
        }
        return a + b + c + d + e + f + g + h;
    }

    private static final EventLog FORGETFUL = new EventLog() {
        @Override
        public void append(int channel, Event event) {}

        @Override
        public void commit() {}
    };
}
