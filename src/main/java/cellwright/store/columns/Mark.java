package cellwright.store.columns;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is there: everything up to here, nothing behind.
 *
 * @param era number of the marks the store began with; another one is another store
 * @param rows rows of every column
 * @param position the run's event that is the last one wholly taken in, counted from 1; 0 before the first
 * @param eventNanos its monotonic time
 * @param startedNanos monotonic time of the run's start
 * @param bookBytes length of the book
 * @param checksums of each column's block that is not full, in the order of the columns
 * @param step the step that is open
 * @param cycle the cycle that is open
 */
record Mark(
        int era,
        long rows,
        long position,
        long eventNanos,
        long startedNanos,
        long bookBytes,
        List<Integer> checksums,
        Optional<StepRows> step,
        Optional<RowGroup> cycle) {
    Mark {
        checksums = List.copyOf(checksums);
    }

    void pack(Packer into) {
        into.put(Layout.VERSION)
                .put(era)
                .put(rows)
                .put(position)
                .put(eventNanos)
                .put(startedNanos);
        into.put(bookBytes).put(checksums.size());
        for (int checksum : checksums) {
            into.put(checksum);
        }
        into.put((byte) (step.isPresent() ? 1 : 0)).put((byte) (cycle.isPresent() ? 1 : 0));
        step.ifPresent(open -> open.pack(into));
        cycle.ifPresent(open -> open.pack(into));
    }

    /**
     * The mark in a body.
     *
     * @throws StoreDamaged if it is of another version or makes no sense
     */
    static Mark unpack(String file, ByteBuffer body) throws StoreDamaged {
        try {
            int version = body.getInt();
            if (version != Layout.VERSION) {
                throw new StoreDamaged(file, "is of version " + version + " of the format, not of " + Layout.VERSION);
            }
            return known(body);
        } catch (BufferUnderflowException | NegativeArraySizeException senseless) {
            throw new StoreDamaged(file, "a mark makes no sense");
        }
    }

    private static Mark known(ByteBuffer body) {
        int era = body.getInt();
        long rows = body.getLong();
        long position = body.getLong();
        long eventNanos = body.getLong();
        long startedNanos = body.getLong();
        long bookBytes = body.getLong();
        int count = body.getInt();
        List<Integer> checksums = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            checksums.add(body.getInt());
        }
        boolean hasStep = body.get() != 0;
        boolean hasCycle = body.get() != 0;
        return new Mark(
                era,
                rows,
                position,
                eventNanos,
                startedNanos,
                bookBytes,
                checksums,
                hasStep ? Optional.of(StepRows.unpack(body)) : Optional.empty(),
                hasCycle ? Optional.of(RowGroup.unpack(body)) : Optional.empty());
    }
}
