package cellwright.world.real;

import cellwright.instrument.Reading;
import java.util.List;
import java.util.Optional;

/**
 * How it stands with the laboratory at an instant.
 *
 * @param atNanos the instant
 * @param instruments in the configured order
 * @param channels in the order of their numbers
 */
public record LabHealth(long atNanos, List<InstrumentHealth> instruments, List<Channel> channels) {
    /** Takes immutable copies. */
    public LabHealth {
        instruments = List.copyOf(instruments);
        channels = List.copyOf(channels);
    }

    /**
     * A channel.
     *
     * @param name as configured
     * @param latest the latest reading of its instruments, whether or not a run wanted it
     */
    public record Channel(String name, Optional<Reading> latest) {}
}
