package cellwright.world.real;

import java.util.List;

/**
 * What the instruments of a channel said of themselves.
 *
 * @param potentiostat the one that drives the cell
 * @param companions press, chamber and sensors that were connected at least once, in the configured order
 * @param absent names of companions that are not connected now
 */
public record ChannelTraits(Traits potentiostat, List<Traits> companions, List<String> absent) {
    /** Takes immutable copies. */
    public ChannelTraits {
        companions = List.copyOf(companions);
        absent = List.copyOf(absent);
    }
}
