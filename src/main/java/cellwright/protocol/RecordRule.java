package cellwright.protocol;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a reading becomes a row of the data: on a time grid from the step's start, and whenever a quantity moved. The
 * first and the last reading of each step are always kept.
 *
 * @param every spacing of the time grid
 * @param deltaVolts change of voltage since the last row, in V
 * @param deltaAmps change of current since the last row
 * @param deltaCharge charge passed since the last row; {@link Amount.Si} in C, or per mass or area
 */
public record RecordRule(
        Optional<Duration> every, OptionalDouble deltaVolts, Optional<Amount> deltaAmps, Optional<Amount> deltaCharge) {
    /** Keeps the first and last reading of each step only. */
    public static final RecordRule ENDS_ONLY =
            new RecordRule(Optional.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty());
}
