package cellwright.protocol.program;

import cellwright.protocol.Debounce;
import cellwright.protocol.Subject;

/**
 * A window that a quantity must not leave. A missing or bad value violates it.
 *
 * @param net which of the nets it belongs to
 * @param subject the quantity
 * @param low smallest allowed value, SI; negative infinity for none
 * @param high largest allowed value, SI; positive infinity for none
 * @param debounce how many bad readings trip it
 * @param notWhileSettling true if settle operations are exempt: the pressure window must not stop the press from
 *     closing; the latest reading is judged again before anything is energised
 * @param path where the protocol or cell states it
 */
public record Bound(
        Net net, Subject subject, double low, double high, Debounce debounce, boolean notWhileSettling, String path) {
    /** Whether the value is inside; false for NaN. */
    public boolean allows(double value) {
        return value >= low && value <= high;
    }

    /** The nets a limit can belong to, from the inside out. */
    public enum Net {
        /** Limits of the run: violated, the cell goes to rest and an operator may resume. */
        RUN,
        /** The cell's own envelope: violated, the channel is latched. */
        CELL
    }
}
