package cellwright.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What must hold at every reading.
 *
 * @param bounds one per quantity at most
 * @param silence longest time without a reading; empty for the default of the next wider net
 */
public record Limits(List<Bound> bounds, Optional<Duration> silence) {
    /** No limits of its own. */
    public static final Limits NONE = new Limits(List.of(), Optional.empty());

    /** Takes an immutable copy. */
    public Limits {
        bounds = List.copyOf(bounds);
    }

    /**
     * A window for one quantity.
     *
     * @param subject the quantity
     * @param low smallest value allowed; empty for none
     * @param high largest value allowed; empty for none
     * @param debounce how many bad readings make a violation
     */
    public record Bound(Subject subject, Optional<Amount> low, Optional<Amount> high, Debounce debounce) {}
}
