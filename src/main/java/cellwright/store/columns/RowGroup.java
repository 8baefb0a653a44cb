package cellwright.store.columns;

import cellwright.engine.Tally;
import java.nio.ByteBuffer;

/**
 * Rows that belong together: those of a step or of a cycle.
 *
 * @param number of the step or cycle in the run
 * @param firstRow its first row, from 0
 * @param rows how many
 * @param firstNanos test time of the first; meaningless without rows
 * @param lastNanos test time of the last
 * @param tally charge and energy from the step's or cycle's beginning to the last row, as the engine counted them
 * @param spread what its columns came to
 */
public record RowGroup(
        long number, long firstRow, long rows, long firstNanos, long lastNanos, Tally tally, Spread spread) {
    static RowGroup empty(long number, long firstRow) {
        return new RowGroup(number, firstRow, 0, 0, 0, Tally.ZERO, Spread.empty());
    }

    RowGroup copy() {
        return new RowGroup(number, firstRow, rows, firstNanos, lastNanos, tally, spread.copy());
    }

    void pack(Packer into) {
        into.put(number).put(firstRow).put(rows).put(firstNanos).put(lastNanos);
        pack(into, tally);
        spread.pack(into);
    }

    static RowGroup unpack(ByteBuffer from) {
        return new RowGroup(
                from.getLong(),
                from.getLong(),
                from.getLong(),
                from.getLong(),
                from.getLong(),
                tally(from),
                Spread.unpack(from));
    }

    static void pack(Packer into, Tally tally) {
        into.put(tally.chargeCoulombs()).put(tally.dischargeCoulombs());
        into.put(tally.chargeJoules()).put(tally.dischargeJoules());
    }

    static Tally tally(ByteBuffer from) {
        return new Tally(from.getDouble(), from.getDouble(), from.getDouble(), from.getDouble());
    }
}
