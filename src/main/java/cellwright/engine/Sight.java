package cellwright.engine;

import cellwright.instrument.Reading;
import java.util.Optional;

/**
 * What the engine last saw and when it will look again.
 *
 * @param last the last reading
 * @param vouchedNanos the last instant a reading vouched for; the run's start before the first
 * @param lastRecorded whether the last reading is a row already
 * @param doubts limits with bad readings behind them
 * @param plan the sampling plan in force
 * @param wakeNanos when the alarm clock is set
 * @param unwatched whether nobody may have watched since the last reading, see {@link Unwatched}
 */
public record Sight(
        Optional<Reading> last,
        long vouchedNanos,
        boolean lastRecorded,
        Doubts doubts,
        SamplingPlan plan,
        long wakeNanos,
        boolean unwatched) {
    /** From now on nobody watches, until the next reading. */
    Sight left() {
        return new Sight(last, vouchedNanos, lastRecorded, doubts, plan, wakeNanos, true);
    }
}
