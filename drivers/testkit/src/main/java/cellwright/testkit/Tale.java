package cellwright.testkit;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** What a driver told in a session, a line each: the outcome of a {@link WrittenSession}. Mutable, one thread. */
public final class Tale {
    private final List<String> lines = new ArrayList<>();

    /** Something the driver is asked for. */
    @FunctionalInterface
    public interface Wish {
        /** Asks. */
        void of() throws InstrumentException;
    }

    /** What was told so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Tells something. */
    public void add(String line) {
        lines.add(line);
    }

    /** Tells whether a wish was granted, or how it failed. */
    public void tell(Wish wish) {
        try {
            wish.of();
            add("done");
        } catch (InstrumentException failed) {
            add(failed.kind() + ": " + failed.getMessage());
        }
    }

    /** Reads and tells each sample, rounded to a float, so that the last bits of a conversion do not matter. */
    public void read(Instrument instrument) {
        read(instrument, value -> Float.toString((float) value));
    }

    /** Reads and tells each sample with every digit, for values that are scaled in decimals. */
    public void readExactly(Instrument instrument) {
        read(instrument, Double::toString);
    }

    private void read(Instrument instrument, DoubleFunction<String> digits) {
        try {
            Reading reading = instrument.read();
            add(reading.samples().stream()
                    .map(sample -> sample.signal().name() + " " + digits.apply(sample.value()) + " "
                            + sample.signal().unit().symbol() + " " + sample.quality())
                    .collect(Collectors.joining(", ")));
        } catch (InstrumentException failed) {
            add(failed.kind() + ": " + failed.getMessage());
        }
    }
}
