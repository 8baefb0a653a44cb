package cellwright.journal;

import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Unit;
import cellwright.protocol.program.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Journals to test with, all from seeds. */
final class Journals {
    static final Path DIRECTORY = Path.of("/journal");
    static final JournalSizes SMALL = new JournalSizes(4096, 16, 1024);

    /** What a journal holds: an event and where it belongs. */
    record Entry(long sequence, int channel, Event event) {}

    /** What a reader made of a journal. */
    record Read(List<Entry> entries, List<Finding> findings) {
        List<Long> sequences() {
            return entries.stream().map(Entry::sequence).toList();
        }
    }

    private static final List<Signal> USUAL =
            List.of(Signal.VOLTAGE, Signal.CURRENT, Signal.CHARGE, Signal.TEMPERATURE, Signal.PRESSURE);

    private Journals() {}

    static Program program(String hash) {
        return java.util.Objects.requireNonNull(Programs.ANY.of("", hash));
    }

    static Path segment(int number) {
        return DIRECTORY.resolve(Layout.segmentName(number));
    }

    /** A usual reading: five good values that are true of an instant. */
    static Event reading(long at, double wobble) {
        Sample[] samples = new Sample[USUAL.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Sample.good(USUAL.get(i), 3.7 + i + wobble);
        }
        return new Event.Measured(Reading.at(at, samples));
    }

    /** Events of all kinds, mostly readings, as several channels would send them. */
    static List<Entry> run(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Entry> entries = new ArrayList<>();
        long at = 1_000_000_000L;
        for (int i = 1; i <= count; i++) {
            at += random.nextLong(200_000_000L);
            Event event = i % 3 == 0 ? anyEvent(random, at) : reading(at, random.nextDouble());
            entries.add(new Entry(i, random.nextInt(4), event));
        }
        return entries;
    }

    static Event anyEvent(SplittableRandom random, long at) {
        return switch (random.nextInt(11)) {
            case 0 -> new Event.Started(at, "run-" + text(random), program(text(random)), random.nextLong());
            case 1 -> new Event.Due(at);
            case 2 -> new Event.Silent(at, random.nextLong());
            case 3 -> new Event.Failed(at, text(random));
            case 4 -> new Event.Acknowledged(at, random.nextLong());
            case 5 -> new Event.Safe(at);
            case 6 -> {
                Event.Request[] requests = Event.Request.values();
                yield new Event.Asked(at, requests[random.nextInt(requests.length)], text(random));
            }
            case 7 -> new Event.Recovered(at, random.nextLong());
            case 8 -> new Event.SpectrumTaken(at, random.nextLong(), anySpectrum(random, at));
            default -> new Event.Measured(anyReading(random, at));
        };
    }

    private static Reading anyReading(SplittableRandom random, long at) {
        long since = random.nextBoolean() ? at : Math.min(at, at - random.nextLong(Long.MAX_VALUE));
        Quality[] qualities = Quality.values();
        Unit[] units = Unit.values();
        List<Sample> samples = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            Signal signal = random.nextInt(3) > 0
                    ? USUAL.get(random.nextInt(USUAL.size()))
                    : new Signal("own " + random.nextInt(20), units[random.nextInt(units.length)]);
            samples.add(new Sample(signal, anyDouble(random), qualities[random.nextInt(qualities.length)]));
        }
        return new Reading(since, at, samples);
    }

    private static Spectrum anySpectrum(SplittableRandom random, long at) {
        Quality[] qualities = Quality.values();
        List<Spectrum.Point> points = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            points.add(new Spectrum.Point(
                    anyDouble(random),
                    anyDouble(random),
                    anyDouble(random),
                    qualities[random.nextInt(qualities.length)]));
        }
        long end = random.nextBoolean() ? at : at - random.nextLong(1_000_000_000_000L);
        return new Spectrum(end - random.nextLong(1_000_000_000_000L), end, points);
    }

    private static double anyDouble(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> Double.longBitsToDouble(0x7FF8_0000_0000_0000L | random.nextLong(1L << 51));
            case 2 -> Double.POSITIVE_INFINITY;
            case 3 -> Double.NEGATIVE_INFINITY;
            case 4 -> -0.0;
            case 5 -> Double.MIN_VALUE;
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private static String text(SplittableRandom random) {
        String alphabet = "abc \"\\\n\u0000äΩ漢𝄞";
        int[] letters = alphabet.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    /** Writes entries with a commit now and then, and returns the sequence numbers known to be durable. */
    static void write(Disk disk, JournalSizes sizes, List<Entry> entries, int commitEvery) throws LogFailure {
        try (JournalWriter writer = JournalWriter.open(disk, DIRECTORY, sizes, alarm -> {})) {
            int open = 0;
            for (Entry entry : entries) {
                writer.append(entry.channel(), entry.event());
                if (++open % commitEvery == 0) {
                    writer.commit();
                }
            }
        }
    }

    static Read read(Disk disk) throws IOException {
        try (JournalReader reader = JournalReader.open(disk, DIRECTORY, Programs.ANY)) {
            List<Entry> entries = new ArrayList<>();
            while (reader.next()) {
                entries.add(new Entry(reader.sequence(), reader.channel(), reader.event()));
            }
            return new Read(entries, List.copyOf(reader.findings()));
        }
    }
}
