package cellwright.testkit;

import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;

/** How far samples are to be trusted. */
public final class Qualities {
    private Qualities() {}

    /**
     * The quality of a signal in a reading.
     *
     * @throws java.util.NoSuchElementException if the reading does not hold it
     */
    public static Quality quality(Reading reading, Signal signal) {
        return reading.samples().stream()
                .filter(sample -> sample.signal().equals(signal))
                .map(Sample::quality)
                .findFirst()
                .orElseThrow();
    }
}
