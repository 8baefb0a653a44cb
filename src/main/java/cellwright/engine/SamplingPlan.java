package cellwright.engine;

import cellwright.instrument.Watch;
import java.util.List;

/**
 * When the engine wants to see the cell. A real world polls at its period, so that nothing here is needed but the
 * silence; a virtual one jumps from one occasion to the next.
 *
 * @param watches occasions the instrument can foresee; charge and energy are counted from when the plan was given
 * @param gridNanos spacing of a time grid at whose instants a reading is wanted; 0 for none
 * @param gridOriginNanos an instant of the grid
 * @param maxGapNanos longest time between readings; {@link Long#MAX_VALUE} for no wish
 * @param silenceNanos longest time without a reading before {@link Event.Silent} is due
 */
public record SamplingPlan(
        List<Watch> watches, long gridNanos, long gridOriginNanos, long maxGapNanos, long silenceNanos) {
    /** Takes an immutable copy. */
    public SamplingPlan {
        watches = List.copyOf(watches);
    }
}
