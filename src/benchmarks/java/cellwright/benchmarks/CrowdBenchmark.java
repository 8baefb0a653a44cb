package cellwright.benchmarks;

import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.TransitionTable.Phase;
import cellwright.world.real.InstrumentHealth;
import cellwright.world.real.LinkFigures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Sixty-four channels polled ten times a second on one core, with the emulated instruments, their cells and their pseudo-terminals on
 * the same one: how late a reading is asked for after it is due, while all are charged. The bound is how late a thread is that only waits.
 *
 * <p>Arguments: the project's folder, a folder to write in, the instrument, and how many seconds are measured.
 */
@TouchesTheRealWorld
public final class CrowdBenchmark {
    private static final int CHANNELS = 64;
    private static final long PERIOD_NANOS = 100_000_000L;
    private static final double TARGET_MILLIS = 10;

    private CrowdBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, LogFailure {
        Path house = Path.of(arguments[0]);
        Path work = Path.of(arguments[1]);
        Played played = Played.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        long nanos = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[3]));
        double before = ParkedThread.lateSeconds(10_000_000L, 500);
        try (Emulators emulators = new Emulators(house, played, CHANNELS)) {
            serve(emulators, played, work, nanos / 4);
            Figures figures = serve(emulators, played, work, nanos);
            tell(figures, Math.max(before, ParkedThread.lateSeconds(10_000_000L, 500)));
        }
        System.exit(0);
    }

    /**
     * What came of it.
     *
     * @param readings in all
     * @param missed ticks that were left out
     * @param failures exchanges that failed
     * @param usualSeconds p99 of the worst channel
     * @param worstSeconds of all
     * @param processorShare of one core
     */
    private record Figures(
            long readings,
            long missed,
            long failures,
            double usualSeconds,
            double worstSeconds,
            double processorShare) {}

    private static Figures serve(Emulators emulators, Played played, Path work, long nanos)
            throws IOException, LogFailure {
        try (Scratch scratch = Scratch.below(work, "crowd");
                TimedLab lab = new TimedLab(emulators, played, scratch.path(), PERIOD_NANOS)) {
            boolean started = false;
            long processor = 0;
            long begun = 0;
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
            while (System.nanoTime() < end) {
                lab.turn();
                if (!started && all(channel -> lab.isConnected(channel))) {
                    IntStream.range(0, CHANNELS).forEach(lab::start);
                    started = true;
                }
                if (begun == 0 && started && all(channel -> lab.phase(channel) == Phase.RUNNING)) {
                    begun = System.nanoTime();
                    processor = processorNanos();
                    end = begun + nanos;
                }
            }
            if (begun == 0 || !all(channel -> lab.phase(channel) == Phase.RUNNING)) {
                throw new IllegalStateException("void: not all channels run");
            }
            double share = (processorNanos() - processor) / (double) (System.nanoTime() - begun);
            return figures(lab, share);
        }
    }

    private static boolean all(IntPredicate holds) {
        return IntStream.range(0, CHANNELS).allMatch(holds);
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static Figures figures(TimedLab lab, double share) {
        long readings = 0;
        long missed = 0;
        long failures = 0;
        long usual = 0;
        long worst = 0;
        for (InstrumentHealth health : lab.health()) {
            LinkFigures figures = health.figures();
            readings += figures.readings();
            missed += figures.missedTicks();
            failures += figures.failures();
            usual = Math.max(usual, figures.usualLatenessNanos());
            worst = Math.max(worst, figures.worstLatenessNanos());
        }
        return new Figures(readings, missed, failures, usual * 1e-9, worst * 1e-9, share);
    }

    private static void tell(Figures figures, double bound) {
        boolean possible = bound * 1e3 <= TARGET_MILLIS;
        String what = "64 channels at 10 Hz on one core";
        Verdict.atMostIf(possible, what + ": p99 lateness", figures.usualSeconds() * 1e3, " ms", TARGET_MILLIS);
        Verdict.remark(what + ": worst lateness", figures.worstSeconds() * 1e3, " ms");
        Verdict.count(what + ": readings", figures.readings());
        Verdict.count(what + ": left out", figures.missed());
        Verdict.count(what + ": failures", figures.failures());
        Verdict.remark(what + ": share of the core, emulators included", figures.processorShare(), "");
        Verdict.remark(what + ": bound, p99 of a parked thread", bound * 1e3, " ms");
    }
}
