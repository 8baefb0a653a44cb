package cellwright.benchmarks;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Acknowledged;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.RealDisk;
import cellwright.protocol.InfluxPlan;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Recording;
import cellwright.store.follow.Follower;
import cellwright.store.follow.Follower.Did;
import cellwright.store.follow.PlaceFile;
import cellwright.store.follow.RunLabel;
import cellwright.store.follow.Runs;
import cellwright.store.influx.InfluxOutlet;
import cellwright.store.influx.InfluxTarget;
import cellwright.store.influx.RealServer;
import cellwright.store.influx.Wire;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Handing on: from a journal of four channels, each reading of which is a row of twelve values, to a VictoriaMetrics on this
 * machine, which shares its cores. Rows a second, what it is without a server, and how much faster than a laboratory
 * of 64 channels at 10 Hz makes them. Void if the server does not hold each row.
 *
 * <p>Argument: a folder to write in.
 */
@TouchesTheRealWorld
public final class SinkBenchmark {
    private static final Program PROGRAM =
            SteadyCharge.program(new Recording(0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    private static final long SECOND = 1_000_000_000L;
    private static final long BEGAN = 1_790_000_000L * SECOND;
    private static final int CHANNELS = 4;
    private static final int EACH = 150_000;
    private static final long ROWS = (long) CHANNELS * EACH;
    private static final int ROUNDS = 3;
    private static final double LABORATORY = 640;
    private static final double TARGET = 100_000;

    private final Path folder;
    private Acknowledged written = new Acknowledged(0, 0);

    private SinkBenchmark(Path folder) {
        this.folder = folder;
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, LogFailure, InterruptedException {
        try (Scratch scratch = Scratch.below(Path.of(arguments.length > 0 ? arguments[0] : "target"), "sink")) {
            SinkBenchmark benchmark = new SinkBenchmark(scratch.path());
            benchmark.write();
            benchmark.measure();
        }
    }

    private void measure() throws IOException, InterruptedException {
        Round bound = best("alone", Optional.empty(), false);
        Verdict.remark("sink, lines made of the journal, without a server", bound.rowsPerSecond(), " rows/s");
        if (RealServer.Kind.VICTORIA.program().isEmpty()) {
            Verdict.unjudged("sink to VictoriaMetrics, which is not installed", 0, " rows/s", TARGET);
            return;
        }
        Round plain = best("plain", Optional.of(RealServer.Kind.VICTORIA), false);
        Verdict.atLeastIf(
                plain.rowsPerCpuSecond() < TARGET,
                "sink to VictoriaMetrics on this machine",
                plain.rowsPerSecond(),
                " rows/s",
                TARGET);
        Verdict.remark("sink, rows for a second of processor of both together", plain.rowsPerCpuSecond(), "");
        Verdict.atLeast("sink, catch-up ratio to 64 channels at 10 Hz", plain.rowsPerSecond() / LABORATORY, " x", 20);
        Round packed = best("packed", Optional.of(RealServer.Kind.VICTORIA), true);
        Verdict.remark("sink to VictoriaMetrics, compressed", packed.rowsPerSecond(), " rows/s");
        Verdict.atMost("sink, most heap that was in use", heapMegabytes(), " MB", 512);
    }

    /** What the best pass took: by the clock, and of the processor by both sides together. */
    private record Round(double rowsPerSecond, double rowsPerCpuSecond) {}

    private Round best(String name, Optional<RealServer.Kind> kind, boolean gzip)
            throws IOException, InterruptedException {
        Round best = new Round(0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            Round next = round(name + round, kind, gzip);
            best = new Round(
                    Math.max(best.rowsPerSecond(), next.rowsPerSecond()),
                    Math.max(best.rowsPerCpuSecond(), next.rowsPerCpuSecond()));
        }
        return best;
    }

    private Round round(String name, Optional<RealServer.Kind> kind, boolean gzip)
            throws IOException, InterruptedException {
        double before = ownCpuSeconds();
        if (kind.isEmpty()) {
            double rate = rate(name, "http://127.0.0.1:9", gzip, Optional.of(new Nowhere()));
            return new Round(rate, ROWS / (ownCpuSeconds() - before));
        }
        try (RealServer server = new RealServer(kind.get(), folder.resolve(name))) {
            before = ownCpuSeconds() + cpuSeconds(server.pid());
            double rate = rate(name, server.url(), gzip, Optional.empty());
            double cpu = ownCpuSeconds() + cpuSeconds(server.pid()) - before;
            server.ask("GET", "/internal/force_flush");
            long held = server.ask("GET", "/api/v1/export?start=0&match[]=readings_row")
                    .lines()
                    .mapToLong(
                            series -> series.substring(series.lastIndexOf('[')).split(",", -1).length)
                    .sum();
            if (held != ROWS) {
                throw new IllegalStateException("the server holds " + held + " rows of " + ROWS);
            }
            return new Round(rate, ROWS / cpu);
        }
    }

    private static double ownCpuSeconds() {
        return cpuSeconds(ProcessHandle.current().pid());
    }

    private static double cpuSeconds(long pid) {
        return ProcessHandle.of(pid)
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toNanos()
                * 1e-9;
    }

    private double rate(String name, String url, boolean gzip, Optional<Wire> instead) throws IOException {
        InfluxPlan usual = InfluxPlan.usual(url, "lab", "cells");
        InfluxPlan plan = new InfluxPlan(
                url,
                usual.org(),
                usual.bucket(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                usual.protocol(),
                InfluxPlan.ReadBack.EXPORT,
                Duration.ofMillis(1),
                usual.batch(),
                gzip,
                usual.alarmAfter());
        Wire wire = instead.orElseGet(() -> InfluxOutlet.wire(new InfluxTarget(plan, "", Optional.empty())));
        try (Follower follower = new Follower(
                new Follower.Source(new RealDisk(), folder.resolve("journal"), new Known(), () -> Optional.of(written)),
                new InfluxOutlet(plan, wire, folder.resolve("refused.lp"), text -> System.out.println(text)),
                new PlaceFile(folder.resolve(name + ".place")),
                new Follower.Terms("influx", url, 1_000_000, Long.MAX_VALUE, text -> System.out.println(text)))) {
            long begin = System.nanoTime();
            for (Did did = Did.READ; did != Did.LEVEL; ) {
                did = follower.step(System.nanoTime()).did();
                if (did == Did.TROUBLE) {
                    throw new IllegalStateException(follower.standing().toString());
                }
            }
            double seconds = (System.nanoTime() - begin) * 1e-9;
            if (follower.standing().items() != ROWS) {
                throw new IllegalStateException(follower.standing().toString());
            }
            System.out.printf("%s: %.0f rows/s%n", name, ROWS / seconds);
            return ROWS / seconds;
        }
    }

    private static double heapMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                * 1e-6;
    }

    private void write() throws LogFailure {
        try (JournalWriter writer =
                JournalWriter.open(new RealDisk(), folder.resolve("journal"), JournalSizes.USUAL, poisoned -> {})) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                writer.append(channel, new Event.Started(0, "run-" + channel, PROGRAM, BEGAN));
                writer.append(channel, new Event.Safe(0));
                writer.append(channel, SteadyCharge.reading(SECOND, 3.5));
                writer.append(channel, new Event.Acknowledged(SECOND, 1));
            }
            for (int i = 1; i <= EACH; i++) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    writer.append(
                            channel, SteadyCharge.reading(SECOND + i * (SECOND / 10), 3.5 + 1e-6 * i + 1e-3 * channel));
                }
            }
            writer.commit();
            written = writer.acknowledged();
        }
    }

    /** The runs of this journal. */
    private static final class Known implements Runs {
        @Override
        public Optional<RunLabel> label(int channel, Event.Started started) {
            return Optional.of(new RunLabel("bench", "A" + channel, "cell", started.runId(), true));
        }

        @Override
        public Program of(String run, String hash) {
            return PROGRAM;
        }
    }

    /** Takes everything at once. */
    private static final class Nowhere implements Wire {
        @Override
        public Reply write(String lines) {
            return new Reply.Taken();
        }

        @Override
        public void close() {}
    }
}
