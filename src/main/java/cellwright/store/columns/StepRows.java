package cellwright.store.columns;

import java.nio.ByteBuffer;

/**
 * A step of a run with its rows.
 *
 * @param rows its rows; none for a step that records nothing
 * @param path the protocol's step
 * @param label in words
 * @param beganNanos when it began, test time
 * @param ended whether it is over
 * @param endedNanos when it ended, test time; meaningless if it did not
 * @param why it ended, in words; empty if it did not
 */
public record StepRows(
        RowGroup rows, String path, String label, long beganNanos, boolean ended, long endedNanos, String why) {
    StepRows with(RowGroup others) {
        return new StepRows(others, path, label, beganNanos, ended, endedNanos, why);
    }

    StepRows over(long atNanos, String reason) {
        return new StepRows(rows, path, label, beganNanos, true, atNanos, reason);
    }

    void pack(Packer into) {
        rows.pack(into);
        into.put(path)
                .put(label)
                .put(beganNanos)
                .put((byte) (ended ? 1 : 0))
                .put(endedNanos)
                .put(why);
    }

    static StepRows unpack(ByteBuffer from) {
        return new StepRows(
                RowGroup.unpack(from),
                Packer.text(from),
                Packer.text(from),
                from.getLong(),
                from.get() != 0,
                from.getLong(),
                Packer.text(from));
    }
}
