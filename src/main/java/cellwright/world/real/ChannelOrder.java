package cellwright.world.real;

import java.util.List;
import java.util.Optional;

/**
 * A channel of the laboratory, as configured.
 *
 * @param name unique in the laboratory
 * @param potentiostat the instrument that drives the cell; of this channel alone
 * @param companions press, chamber and sensors; of instruments that report the same signal the first one counts, and the
 *     potentiostat before all
 * @param interlock an instrument that opens the cell's circuit by its own {@code makeSafe}: the second way to rest
 */
public record ChannelOrder(String name, String potentiostat, List<String> companions, Optional<String> interlock) {
    /** Takes an immutable copy. */
    public ChannelOrder {
        companions = List.copyOf(companions);
    }
}
