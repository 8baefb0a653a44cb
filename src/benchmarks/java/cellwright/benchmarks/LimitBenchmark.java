package cellwright.benchmarks;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.TransitionTable.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How soon a cell is switched off: the time from the first reading beyond a limit leaving the emulated instrument to the command
 * arriving there. An instrument that answers gives that reading to the poll that shows it; one that streams says it when it
 * likes, and that it lies until the next poll counts as well. Eight channels are polled and charged all the time; again and
 * again, at moments of chance, a sense lead of one comes off. The instrument, its physics and its pseudo-terminal are in the same
 * process, which takes time of the same cores. The bound: how late a thread is that only waits, before and after; where that
 * alone is more than the twentieth of a period that is allowed, a miss is void.
 *
 * <p>Arguments: the project's folder, a folder to write in, the instrument, the period in milliseconds, and how often a limit is crossed.
 */
@TouchesTheRealWorld
public final class LimitBenchmark {
    private static final int CHANNELS = 8;
    private static final double TARGET = 1.05;
    private static final int STEADY_READINGS = 5;
    private static final long SEED = 20260901;

    private final Emulators emulators;
    private final TimedLab lab;
    private final long periodNanos;
    private final ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor(LimitBenchmark::daemon);
    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final Trial[] trials = new Trial[CHANNELS];
    private final double[] reactions;
    private int crossings;
    private int spoiled;

    private LimitBenchmark(Emulators emulators, TimedLab lab, long periodNanos, int wanted) {
        this.emulators = emulators;
        this.lab = lab;
        this.periodNanos = periodNanos;
        this.reactions = new double[wanted];
        for (int channel = 0; channel < CHANNELS; channel++) {
            trials[channel] = new Trial(channel);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "hand");
        thread.setDaemon(true);
        return thread;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, LogFailure {
        Path house = Path.of(arguments[0]);
        Played played = Played.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        long period = Long.parseLong(arguments[3]) * 1_000_000L;
        int wanted = Integer.parseInt(arguments[4]);
        double before = ParkedThread.lateSeconds(10_000_000L, 500);
        double[] reactions;
        try (Scratch scratch = Scratch.below(Path.of(arguments[1]), "limits");
                Emulators emulators = new Emulators(house, played, CHANNELS);
                TimedLab lab = new TimedLab(emulators, played, scratch.path(), period)) {
            LimitBenchmark benchmark = new LimitBenchmark(emulators, lab, period, wanted);
            benchmark.run();
            reactions = benchmark.reactions;
        }
        double bound = Math.max(before, ParkedThread.lateSeconds(10_000_000L, 500));
        tell("limit to off, " + played.word() + ", " + arguments[3] + " ms polls", reactions, period * 1e-9, bound);
        System.exit(0);
    }

    private static void tell(String what, double[] reactions, double periodSeconds, double bound) {
        Arrays.sort(reactions);
        double late = reactions[(int) Math.ceil(0.99 * reactions.length) - 1];
        boolean possible = bound <= (TARGET - 1) * periodSeconds;
        Verdict.atMostIf(possible, what + ": p99 / period", late / periodSeconds, "", TARGET);
        Verdict.remark(what + ": median", reactions[reactions.length / 2] * 1e3, " ms");
        Verdict.remark(what + ": longest of " + reactions.length, reactions[reactions.length - 1] * 1e3, " ms");
        Verdict.remark(what + ": bound, p99 of a parked thread", bound * 1e3, " ms");
    }

    /** A run that was held for another reason, which a machine that is busy otherwise gives now and then. */
    private void spoiled(String why) {
        spoiled++;
        System.out.println("held for another reason: " + why);
        if (spoiled > reactions.length / 10) {
            throw new IllegalStateException("void: more than a tenth of the runs were held for another reason");
        }
    }

    private void run() throws LogFailure {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (crossings < reactions.length) {
            lab.turn();
            for (Trial trial : trials) {
                trial.look();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("void: only " + crossings + " crossings in ten minutes");
            }
        }
        hand.shutdownNow();
    }

    /** What goes on with one channel. */
    private enum Stage {
        RESTING,
        STARTING,
        WATCHED,
        TRIPPED,
        MENDED
    }

    private final class Trial {
        private final int channel;
        private volatile Stage stage = Stage.RESTING;
        private long readingsBefore;
        private Future<?> pulling = CompletableFuture.completedFuture("");

        Trial(int channel) {
            this.channel = channel;
        }

        private long readings() {
            return lab.health().get(channel).figures().readings();
        }

        void look() {
            switch (stage) {
                case RESTING -> rest();
                case STARTING -> begin();
                case WATCHED -> watch();
                case TRIPPED -> {}
                case MENDED -> {
                    lab.ask(channel, Event.Request.STOP);
                    stage = Stage.RESTING;
                }
            }
        }

        private void rest() {
            Phase phase = lab.phase(channel);
            if (lab.isConnected(channel) && (phase == Phase.IDLE || phase == Phase.ENDED)) {
                lab.start(channel);
                readingsBefore = 0;
                stage = Stage.STARTING;
            }
        }

        private void begin() {
            if (lab.phase(channel) == Phase.RUNNING && readingsBefore == 0) {
                readingsBefore = readings();
            }
            if (readingsBefore > 0 && readings() >= readingsBefore + STEADY_READINGS) {
                emulators.tap(channel).arm();
                stage = Stage.WATCHED;
                long wait = chance.nextLong(2 * periodNanos + 50_000_000L);
                pulling = hand.schedule(() -> emulators.trick(channel, "open-lead on"), wait, TimeUnit.NANOSECONDS);
            }
        }

        private void watch() {
            if (pulling.state() == Future.State.FAILED) {
                throw new IllegalStateException("void: the lead cannot be pulled", pulling.exceptionNow());
            }
            if (lab.phase(channel) != Phase.HELD) {
                return;
            }
            Tap tap = emulators.tap(channel);
            if (!tap.heardBoth()) {
                spoiled(lab.heldFor(channel));
            } else if (crossings < reactions.length) {
                reactions[crossings++] = tap.reactionNanos() * 1e-9;
            }
            pulling.cancel(false);
            stage = Stage.TRIPPED;
            hand.execute(() -> {
                emulators.trick(channel, "open-lead off");
                stage = Stage.MENDED;
            });
        }
    }
}
