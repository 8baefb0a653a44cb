package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * One column being read, up to the rows of a mark. Holds one block and a few groups; every one is held against its
 * checksum when it is read. Rows are those of the run; before the column's first row there is nothing but NaN. One thread.
 */
final class ColumnReader implements Closeable {
    private static final long NONE = -1;
    private static final int GROUPS = 8;

    private final Column column;
    private final Disk.Input raw;
    private final Disk.Input index;
    private final ByteBuffer block;
    private final double[] values = new double[Layout.BLOCK];
    private final Group[] groups = new Group[GROUPS];
    private final long[] inGroups = new long[GROUPS];
    private final ByteBuffer groupBytes =
            ByteBuffer.allocate(Layout.GROUP_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private long rows;
    private int openChecksum;
    private long inBlock = NONE;
    private long inValues = NONE;

    ColumnReader(Disk disk, Path folder, Column column) throws IOException {
        this.column = column;
        this.raw = Outputs.open(disk, folder, column.rawName());
        this.index = Outputs.open(disk, folder, column.indexName());
        block = ByteBuffer.allocate(Layout.BLOCK * column.kind().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.setAll(groups, slot -> new Group());
        Arrays.fill(inGroups, NONE);
        object(column.rawName(), column.header().objection(raw));
        object(column.indexName(), column.header().objection(index));
    }

    private void object(String name, Optional<String> objection) throws IOException {
        if (objection.isPresent()) {
            close();
            throw new StoreDamaged(name, objection.get());
        }
    }

    Column column() {
        return column;
    }

    /** From now on rows up to so many of the run are there. */
    void upTo(long rowsOfTheRun, int checksumOfTheOpenBlock) {
        if (inBlock != NONE && !isWhole(inBlock)) {
            inBlock = NONE;
            inValues = NONE;
        }
        rows = rowsOfTheRun - firstRow();
        openChecksum = checksumOfTheOpenBlock;
    }

    private boolean isWhole(long number) {
        return (number + 1) * Layout.BLOCK <= rows;
    }

    /** Index of a group that must hold. */
    Group group(long number) throws IOException {
        int slot = (int) (number % GROUPS);
        Group held = groups[slot];
        if (inGroups[slot] != number) {
            inGroups[slot] = NONE;
            fill(index, Layout.groupAt(number), groupBytes.clear());
            if (!held.read(number, groupBytes.clear())) {
                throw new StoreDamaged(column.indexName(), "the checksum of block " + number + " does not hold");
            }
            inGroups[slot] = number;
        }
        return held;
    }

    /** The bytes of the block that is not full. */
    ByteBuffer openBlock() throws IOException {
        return load(rows / Layout.BLOCK)
                .duplicate()
                .limit((int) (rows % Layout.BLOCK) * column.kind().bytes());
    }

    /** The bytes of the block that was asked for last. */
    ByteBuffer bytes() {
        return block;
    }

    /** An entry of the index that must hold. */
    SpanEntry span(long number) throws IOException {
        return SpanEntry.read(index, column.indexName(), number);
    }

    private ByteBuffer load(long number) throws IOException {
        if (inBlock != number) {
            inBlock = NONE;
            inValues = NONE;
            int width = column.kind().bytes();
            int count = (int) Math.min(Layout.BLOCK, rows - number * Layout.BLOCK) * width;
            fill(
                    raw,
                    Layout.HEADER + number * Layout.BLOCK * width,
                    block.clear().limit(count));
            int expected = isWhole(number) ? group(number).checksum() : openChecksum;
            if (Frames.checksum(number, block.array(), 0, count) != expected) {
                throw new StoreDamaged(column.rawName(), "the checksum of block " + number + " does not hold");
            }
            block.clear();
            inBlock = number;
        }
        return block;
    }

    private static void fill(Disk.Input input, long place, ByteBuffer bytes) throws IOException {
        int count = 1;
        while (count > 0 && bytes.hasRemaining()) {
            count = input.read(bytes, place + bytes.position());
        }
        while (bytes.hasRemaining()) {
            bytes.put((byte) 0);
        }
    }

    /** The numbers of a block of the column, valid until the next one is asked for; beyond the last row, anything. */
    double[] block(long number) throws IOException {
        if (inValues != number) {
            Numbers.doubles(load(number), column.kind(), values, Layout.BLOCK);
            inValues = number;
        }
        return values;
    }

    /** Rows of the run before the column's first. */
    long firstRow() {
        return column.header().firstRow();
    }

    /** The number of a row; NaN before the column's first. */
    double value(long row) throws IOException {
        long own = row - firstRow();
        return own < 0 ? Double.NaN : block(own / Layout.BLOCK)[(int) (own % Layout.BLOCK)];
    }

    /** The numbers of so many rows. */
    void read(long row, double[] into, int count) throws IOException {
        for (int done = 0; done < count; ) {
            long own = row + done - firstRow();
            if (own < 0) {
                into[done++] = Double.NaN;
                continue;
            }
            int inside = (int) (own % Layout.BLOCK);
            int some = Math.min(count - done, Layout.BLOCK - inside);
            System.arraycopy(block(own / Layout.BLOCK), inside, into, done, some);
            done += some;
        }
    }

    /** The number of a row of a column of whole ones. */
    long whole(long row) throws IOException {
        return Numbers.whole(load(row / Layout.BLOCK), column.kind(), (int) (row % Layout.BLOCK));
    }

    /** The number of the row that a strip begins with, from the index where there is one. */
    double first(long row) throws IOException {
        long own = row - firstRow();
        if (own < 0 || own % Layout.STRIP != 0 || !isWhole(own / Layout.BLOCK)) {
            return value(row);
        }
        return ofBits(group(own / Layout.BLOCK).firstBits(strip(own)));
    }

    /** The number of the row that a strip ends with, from the index where there is one. */
    double last(long row) throws IOException {
        long own = row - firstRow();
        if (own < 0 || own % Layout.STRIP != Layout.STRIP - 1 || !isWhole(own / Layout.BLOCK)) {
            return value(row);
        }
        return ofBits(group(own / Layout.BLOCK).lastBits(strip(own)));
    }

    /** The whole number of the row that a strip begins with, from the index where there is one. */
    long wholeFirst(long row) throws IOException {
        return row % Layout.STRIP == 0 && isWhole(row / Layout.BLOCK)
                ? group(row / Layout.BLOCK).firstBits(strip(row))
                : whole(row);
    }

    /** The whole number of the row that a strip ends with, from the index where there is one. */
    long wholeLast(long row) throws IOException {
        return row % Layout.STRIP == Layout.STRIP - 1 && isWhole(row / Layout.BLOCK)
                ? group(row / Layout.BLOCK).lastBits(strip(row))
                : whole(row);
    }

    private double ofBits(long bits) {
        return column.kind() == Quantity.Kind.DOUBLE ? Double.longBitsToDouble(bits) : bits;
    }

    private static int strip(long own) {
        return (int) (own % Layout.BLOCK) / Layout.STRIP;
    }

    /** Lets a range see the rows from one up to before another. */
    void see(Range range, long fromRow, long toRow) throws IOException {
        long at = Math.max(0, fromRow - firstRow());
        long end = toRow - firstRow();
        while (at < end) {
            at = seeSome(range, at, end);
        }
    }

    private long seeSome(Range range, long at, long end) throws IOException {
        if (at % Layout.SPAN == 0 && at + Layout.SPAN <= end) {
            SpanEntry span = span(at / Layout.SPAN);
            range.see(span.least(), span.most());
            return at + Layout.SPAN;
        }
        long number = at / Layout.BLOCK;
        if (at % Layout.BLOCK == 0 && at + Layout.BLOCK <= end) {
            range.see(group(number).least(), group(number).most());
            return at + Layout.BLOCK;
        }
        if (at % Layout.STRIP == 0 && at + Layout.STRIP <= end && isWhole(number)) {
            range.see(group(number).least(strip(at)), group(number).most(strip(at)));
            return at + Layout.STRIP;
        }
        long to = Math.min(end, (at / Layout.STRIP + 1) * Layout.STRIP);
        int from = (int) (at % Layout.BLOCK);
        range.see(block(number), from, from + (int) (to - at));
        return to;
    }

    @Override
    public void close() throws IOException {
        try (raw) {
            index.close();
        }
    }
}
