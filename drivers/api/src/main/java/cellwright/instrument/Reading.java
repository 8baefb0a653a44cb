package cellwright.instrument;

import java.util.List;

/**
 * What an instrument measured at one instant.
 *
 * <p>{@code sinceNanos} is the start of the time the reading vouches for: a simulated instrument that jumped knows that
 * nothing was crossed since then; a real one vouches for the instant alone and sets both times alike.
 *
 * @param sinceNanos start of the vouched interval, monotonic nanoseconds, at most {@code atNanos}
 * @param atNanos the instant of the values, monotonic nanoseconds
 * @param samples one per signal, no signal twice
 */
public record Reading(long sinceNanos, long atNanos, List<Sample> samples) {
    /** Checks the interval and takes an immutable copy. */
    public Reading {
        if (sinceNanos > atNanos) {
            throw new IllegalArgumentException("a reading cannot vouch for time after its own instant");
        }
        samples = List.copyOf(samples);
    }

    /** A reading that vouches for its instant alone. */
    public static Reading at(long atNanos, Sample... samples) {
        return new Reading(atNanos, atNanos, List.of(samples));
    }

    /** The usable value of a signal in its SI unit, or NaN if it is absent, of bad quality or not finite. */
    public double value(Signal signal) {
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            if (sample.signal().equals(signal)) {
                return sample.usable() ? sample.value() : Double.NaN;
            }
        }
        return Double.NaN;
    }

    /** Whether a usable value of the signal is present. */
    public boolean has(Signal signal) {
        return !Double.isNaN(value(signal));
    }
}
