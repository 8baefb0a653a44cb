package cellwright.engine;

import cellwright.instrument.Reading;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import java.util.Optional;

/**
 * A spectrum with what the engine knew when it was ordered.
 *
 * @param index from 1, +1 for each spectrum of the run
 * @param spectrum the points as the analyser gave them
 * @param sweep what was asked for
 * @param extent how much of it there is
 * @param heldVolts the potential held meanwhile; NaN at open circuit
 * @param testNanos time from the run's beginning to the order
 * @param cycle number of the running or last cycle; 0 before the first
 * @param stepCount number of the step in the run, from 1
 * @param path the protocol's step
 * @param label the step in words
 * @param before the last reading before the order
 * @param after the first reading after the answer by which the step could end; empty if the step was over before
 * @param test charge and energy from the run's beginning to the order
 * @param inCycle charge and energy from that cycle's beginning to the order
 */
public record SpectrumRow(
        long index,
        Spectrum spectrum,
        Sweep sweep,
        Extent extent,
        double heldVolts,
        long testNanos,
        int cycle,
        long stepCount,
        String path,
        String label,
        Reading before,
        Optional<Reading> after,
        Tally test,
        Tally inCycle) {

    /** How much of a spectrum there is. */
    public enum Extent {
        /** Every point that was asked for. */
        WHOLE,
        /** Fewer points: the analyser ended it by itself. */
        SHORT,
        /** It came when its step was over already, because the cell had been made safe or time was over. */
        BROKEN_OFF;

        /** In words. */
        public String words() {
            return switch (this) {
                case WHOLE -> "whole";
                case SHORT -> "short";
                case BROKEN_OFF -> "broken off";
            };
        }
    }
}
