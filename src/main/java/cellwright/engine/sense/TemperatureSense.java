package cellwright.engine.sense;

import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a temperature can be one: inside of what a laboratory of batteries knows, not quicker than any mass allows, and there
 * where it was there before. An input with a broken thermocouple drives its value to one end of its scale, or says that it has
 * none. Immutable.
 *
 * <p>A value that was never there in a run is nobody's loss: many potentiostats have an input that nothing is plugged into.
 * What the run needs it for is judged by its limits. A value that is stale or missing has an instrument that is slow or gone, which
 * is told as such.
 */
final class TemperatureSense {
    /** -100 °C; beneath it lies the cold end of every thermocouple's scale. */
    private static final double COLDEST = 173.15;
    /** 300 °C; lithium melts at 180 °C, and the hot end of the scales begins at 400 °C. */
    private static final double HOTTEST = 573.15;
    /** Readings further apart are not compared. */
    private static final long NEIGHBOURS_NANOS = 2_000_000_000L;

    private final double jumpKelvins;
    private final double kelvins;
    private final long atNanos;
    private final Suspicion suspicion;
    private final boolean told;
    private final Optional<String> finding;

    private TemperatureSense(
            double jumpKelvins,
            double kelvins,
            long atNanos,
            Suspicion suspicion,
            boolean told,
            Optional<String> finding) {
        this.jumpKelvins = jumpKelvins;
        this.kelvins = kelvins;
        this.atNanos = atNanos;
        this.suspicion = suspicion;
        this.told = told;
        this.finding = finding;
    }

    static TemperatureSense of(double jumpKelvins) {
        return new TemperatureSense(jumpKelvins, Double.NaN, 0, Suspicion.NONE, false, Optional.empty());
    }

    /** The same, but what it found is to be found again. */
    TemperatureSense untold() {
        return with(Suspicion.NONE, false, Optional.empty());
    }

    Optional<String> finding() {
        return finding;
    }

    boolean doubts() {
        return suspicion.any() && !told;
    }

    TemperatureSense after(Reading reading) {
        Optional<Sample> found = sample(reading);
        if (jumpKelvins == Double.POSITIVE_INFINITY
                || found.isEmpty()
                || found.get().quality() == Quality.STALE
                || found.get().quality() == Quality.MISSING) {
            return finding.isPresent() ? with(suspicion, told, Optional.empty()) : this;
        }
        Sample now = found.get();
        Optional<String> oddity = oddity(now, reading.atNanos());
        Suspicion next = suspicion.after(oddity.isPresent());
        if (oddity.isPresent()) {
            boolean tell = next.isEnough() && !told;
            return with(next, told || tell, tell ? oddity : Optional.empty());
        }
        if (!now.usable()) {
            return this;
        }
        return new TemperatureSense(
                jumpKelvins, now.value(), reading.atNanos(), next, told && next.any(), Optional.empty());
    }

    private static Optional<Sample> sample(Reading reading) {
        List<Sample> samples = reading.samples();
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).signal().equals(Signal.TEMPERATURE)) {
                return Optional.of(samples.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<String> oddity(Sample now, long nanos) {
        if (!now.usable()) {
            return Double.isNaN(kelvins)
                    ? Optional.empty()
                    : told("has no value any more (" + now.quality() + "); it was " + celsius(kelvins));
        }
        if (now.value() < COLDEST || now.value() > HOTTEST) {
            return told("is " + celsius(now.value()) + ", which is the end of a scale and no temperature of a cell");
        }
        boolean neighbours = nanos - atNanos <= NEIGHBOURS_NANOS;
        return neighbours && Math.abs(now.value() - kelvins) > jumpKelvins
                ? told("went from " + celsius(kelvins) + " to " + celsius(now.value()) + " within "
                        + (nanos - atNanos) / 1_000_000 + " ms, quicker than any mass allows")
                : Optional.empty();
    }

    private static Optional<String> told(String what) {
        return Optional.of(
                "the temperature " + what + "; check the thermocouple and its plug, one of its wires may be broken");
    }

    private static String celsius(double kelvins) {
        return String.format(Locale.ROOT, "%.1f °C", kelvins - 273.15);
    }

    private TemperatureSense with(Suspicion next, boolean isTold, Optional<String> said) {
        return new TemperatureSense(jumpKelvins, kelvins, atNanos, next, isTold, said);
    }
}
