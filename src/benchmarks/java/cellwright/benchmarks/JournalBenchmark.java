package cellwright.benchmarks;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.journal.JournalCheck;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.RealDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Durable append: readings of four signals into the journal, one fdatasync for 256 of them, against the same bytes
 * written by bare {@link FileChannel} calls with the same syncs. Interleaved journal, raw, raw, journal; the figure is
 * raw time over journal time, 1 being the bound.
 *
 * <p>Arguments: a folder on the disk to be measured, and the number of rounds.
 */
@TouchesTheRealWorld
public final class JournalBenchmark {
    private static final int GROUP = 256;
    private static final int RECORDS = 200 * GROUP;
    private static final Signal[] SIGNALS = {Signal.VOLTAGE, Signal.CURRENT, Signal.TEMPERATURE, Signal.PRESSURE};

    private final Path folder;
    private final Event[] events = new Event[RECORDS];
    private final byte[] bytes;
    private final int[] frames;

    private JournalBenchmark(Path folder) throws IOException, LogFailure {
        this.folder = folder;
        for (int i = 0; i < RECORDS; i++) {
            events[i] = new Event.Measured(reading(i));
        }
        journal();
        bytes = Files.readAllBytes(folder.resolve("journal-000001.cwj"));
        frames = frameLengths(bytes);
        check();
    }

    private static Reading reading(int index) {
        Sample[] samples = new Sample[SIGNALS.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Sample.good(SIGNALS[i], 3.7 + i + index * 1e-6);
        }
        return Reading.at(index * 100_000_000L, samples);
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, LogFailure {
        Path parent = Path.of(arguments.length > 0 ? arguments[0] : "target");
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        Files.createDirectories(parent);
        Path folder = Files.createTempDirectory(parent, "journal-benchmark-");
        try {
            new JournalBenchmark(folder).measure(rounds);
        } finally {
            empty(folder);
            Files.delete(folder);
        }
    }

    /** One write for each frame the journal has, each followed by the same sync. */
    private static int[] frameLengths(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> lengths = new ArrayList<>();
        for (int at = 32; at < bytes.length; at += lengths.getLast()) {
            lengths.add(24 + buffer.getInt(at + 4));
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    private void check() throws IOException, LogFailure {
        raw();
        if (!Arrays.equals(Files.readAllBytes(folder.resolve("raw")), bytes)) {
            throw new IllegalStateException("the two sides do not hold the same bytes");
        }
        journal();
        JournalCheck.Report report = JournalCheck.check(new RealDisk(), folder);
        if (!report.ok() || report.records() != RECORDS || frames.length != RECORDS / GROUP) {
            throw new IllegalStateException("the journal does not hold the records: " + report);
        }
    }

    private void measure(int rounds) throws IOException, LogFailure {
        double[] ratios = new double[rounds];
        double[] floor = new double[rounds];
        for (int round = -2; round < rounds; round++) {
            long first = journal();
            long second = raw();
            long third = raw();
            long fourth = journal();
            if (round >= 0) {
                ratios[round] = (second + third) / (double) (first + fourth);
                floor[round] = second / (double) third;
            }
        }
        print(String.format(
                Locale.ROOT,
                "%d records of %.1f bytes, one sync per %d, %d rounds journal-raw-raw-journal on %s",
                RECORDS,
                bytes.length / (double) RECORDS,
                GROUP,
                rounds,
                folder.toAbsolutePath()));
        report("raw time / journal time", ratios);
        report("raw / raw (noise)", floor);
    }

    private long journal() throws IOException, LogFailure {
        empty(folder);
        try (JournalWriter writer = JournalWriter.open(new RealDisk(), folder, JournalSizes.USUAL, alarm -> {})) {
            long begin = System.nanoTime();
            for (int i = 0; i < RECORDS; i++) {
                writer.append(i & 63, events[i]);
                if (i % GROUP == GROUP - 1) {
                    writer.commit();
                }
            }
            return System.nanoTime() - begin;
        }
    }

    private long raw() throws IOException {
        empty(folder);
        ByteBuffer source = ByteBuffer.allocateDirect(bytes.length).put(bytes);
        try (FileChannel channel =
                FileChannel.open(folder.resolve("raw"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(source.position(0).limit(32));
            channel.force(true);
            long begin = System.nanoTime();
            for (int frame : frames) {
                source.limit(source.position() + frame);
                while (source.hasRemaining()) {
                    channel.write(source);
                }
                channel.force(false);
            }
            return System.nanoTime() - begin;
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void report(String what, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        print(String.format(
                Locale.ROOT,
                "%-26s median %.2f, lowest %.2f, highest %.2f",
                what,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
