package cellwright.world.real;

import cellwright.engine.sense.SecondVoltage;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins what the instruments of a channel measured into one reading. Pure. */
final class Joining {
    /** What instruments say for "overload" where they have no other word; SCPI's 9.9e37 and its neighbours. */
    private static final double OVERLOAD = 9e36;

    private static final List<Signal> OF_THE_CELL = List.of(Signal.VOLTAGE, Signal.CURRENT, Signal.CHARGE);

    private Joining() {}

    /**
     * The channel's reading at the instant of its potentiostat's.
     *
     * @param main the potentiostat's reading
     * @param atNanos the instant to be put on it, not before the potentiostat's
     * @param companions press, chamber and sensors, the first to report a signal counts
     * @param staleNanos values older than this are stale
     */
    static Reading join(Reading main, long atNanos, List<Berth> companions, long staleNanos) {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : main.samples()) {
            add(samples, plausible(sample));
        }
        for (Berth companion : companions) {
            for (Signal signal : companion.traits().map(Traits::signals).orElse(List.of())) {
                add(samples, latest(companion, signal, main.atNanos(), staleNanos));
            }
        }
        return new Reading(atNanos, atNanos, samples);
    }

    /**
     * What the companions that can be read measured while an analyser has the cell to itself, without voltage and current.
     * Empty if that is not everything the channel measures besides the cell: a value nobody could take is no missing value.
     */
    static Optional<Reading> aside(Reading last, long atNanos, List<Berth> companions, long staleNanos) {
        List<Sample> samples = new ArrayList<>();
        for (Berth companion : companions) {
            if (!companion.isOccupied()) {
                for (Signal signal : companion.traits().map(Traits::signals).orElse(List.of())) {
                    if (!OF_THE_CELL.contains(signal)) {
                        add(samples, latest(companion, signal, atNanos, staleNanos));
                    }
                }
            }
        }
        boolean whole = last.samples().stream()
                .map(Sample::signal)
                .filter(signal -> !OF_THE_CELL.contains(signal))
                .allMatch(signal ->
                        samples.stream().anyMatch(sample -> sample.signal().equals(signal)));
        return whole && !samples.isEmpty() ? Optional.of(new Reading(atNanos, atNanos, samples)) : Optional.empty();
    }

    /** The cell's voltage as the first companion saw it that reports one; not a number if what it saw is not to be used. */
    static Optional<SecondVoltage> secondVoltage(long atNanos, List<Berth> companions, long staleNanos) {
        for (Berth companion : companions) {
            if (companion.traits().map(Traits::signals).orElse(List.of()).contains(Signal.VOLTAGE)) {
                Sample sample = latest(companion, Signal.VOLTAGE, atNanos, staleNanos);
                return Optional.of(new SecondVoltage(companion.name(), sample.usable() ? sample.value() : Double.NaN));
            }
        }
        return Optional.empty();
    }

    private static void add(List<Sample> samples, Sample sample) {
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).signal().equals(sample.signal())) {
                return;
            }
        }
        samples.add(sample);
    }

    private static Sample latest(Berth companion, Signal signal, long atNanos, long staleNanos) {
        Optional<Reading> reading = companion.isReady() ? companion.latest() : Optional.empty();
        if (reading.isEmpty()) {
            return new Sample(signal, Double.NaN, Quality.MISSING);
        }
        Sample sample = reading.get().samples().stream()
                .filter(each -> each.signal().equals(signal))
                .findFirst()
                .orElseGet(() -> new Sample(signal, Double.NaN, Quality.MISSING));
        boolean stale = atNanos - reading.get().atNanos() > staleNanos
                && sample.quality().usable();
        return stale ? new Sample(signal, sample.value(), Quality.STALE) : plausible(sample);
    }

    private static Sample plausible(Sample sample) {
        boolean overload = sample.quality().usable() && Math.abs(sample.value()) >= OVERLOAD;
        return overload ? new Sample(sample.signal(), sample.value(), Quality.OVERLOAD) : sample;
    }

    /** The same reading with one signal not to be believed. */
    static Reading doubting(Reading reading, Signal signal) {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : reading.samples()) {
            boolean doubted = sample.signal().equals(signal);
            samples.add(doubted ? new Sample(signal, sample.value(), Quality.STALE) : sample);
        }
        return new Reading(reading.sinceNanos(), reading.atNanos(), samples);
    }
}
