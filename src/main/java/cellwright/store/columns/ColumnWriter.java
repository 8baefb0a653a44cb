package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** One column being appended to: its numbers, and their index block by block. One thread. */
final class ColumnWriter implements Closeable {
    private final Column column;
    private final Disk.Output raw;
    private final Disk.Output index;
    private final ByteBuffer block;
    private final double[] values = new double[Layout.BLOCK];
    private final Group group = new Group();
    private final Range span = new Range();
    private long blocks;
    private int written;
    private boolean rawForced;
    private boolean indexForced;

    private ColumnWriter(Column column, Disk.Output raw, Disk.Output index) {
        this.column = column;
        this.raw = raw;
        this.index = index;
        block = ByteBuffer.allocate(Layout.BLOCK * column.kind().bytes()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A new column; its names are durable once the directory is synced. */
    static ColumnWriter create(Disk disk, Path folder, Column column) throws IOException {
        ColumnWriter writer = new ColumnWriter(
                column, disk.create(folder.resolve(column.rawName())), disk.create(folder.resolve(column.indexName())));
        Outputs.write(writer.raw, column.header().bytes());
        Outputs.write(writer.index, column.header().bytes());
        return writer;
    }

    /**
     * A column that is there, cut to the rows of the last mark.
     *
     * @param checksum of the block that is not full
     * @throws StoreDamaged if fewer rows are there, or others
     */
    static ColumnWriter reopen(Disk disk, Path folder, Column column, long rows, int checksum) throws IOException {
        long own = rows - column.header().firstRow();
        long blocks = own / Layout.BLOCK;
        Outputs.cut(
                disk,
                folder,
                column.rawName(),
                Layout.HEADER + own * column.kind().bytes());
        Outputs.cut(disk, folder, column.indexName(), Layout.indexBytes(blocks));
        try (ColumnReader reader = new ColumnReader(disk, folder, column)) {
            reader.upTo(rows, checksum);
            ColumnWriter writer = new ColumnWriter(
                    column,
                    disk.append(folder.resolve(column.rawName())),
                    disk.append(folder.resolve(column.indexName())));
            writer.goOn(reader, blocks);
            return writer;
        }
    }

    private void goOn(ColumnReader reader, long wholeBlocks) throws IOException {
        blocks = wholeBlocks;
        block.put(reader.openBlock());
        written = block.position();
        for (long i = blocks - blocks % Layout.BLOCKS_A_SPAN; i < blocks; i++) {
            Group past = reader.group(i);
            span.see(past.least(), past.most());
        }
    }

    Column column() {
        return column;
    }

    void put(double value) throws IOException {
        block.putDouble(value);
        completeIfFull();
    }

    void put(long value) throws IOException {
        block.putLong(value);
        completeIfFull();
    }

    void put(int value) throws IOException {
        block.putInt(value);
        completeIfFull();
    }

    private void completeIfFull() throws IOException {
        if (!block.hasRemaining()) {
            complete();
        }
    }

    private void complete() throws IOException {
        flush();
        Numbers.doubles(block, column.kind(), values, Layout.BLOCK);
        Outputs.write(index, group.of(blocks, column.kind(), values, block, checksum()));
        indexForced = false;
        span.see(group.least(), group.most());
        block.clear();
        written = 0;
        blocks++;
        if (blocks % Layout.BLOCKS_A_SPAN == 0) {
            long number = blocks / Layout.BLOCKS_A_SPAN - 1;
            Outputs.write(index, SpanEntry.bytes(number, span.least(), span.most()));
            span.clear();
        }
    }

    /** Checksum of the block that is not full. */
    int checksum() {
        return Frames.checksum(blocks, block.array(), 0, block.position());
    }

    /** Hands what is not yet written to the disk. */
    void flush() throws IOException {
        if (block.position() > written) {
            rawForced = false;
            Outputs.write(raw, block.duplicate().limit(block.position()).position(written));
            written = block.position();
        }
    }

    /** Makes everything durable that was flushed. */
    void force() throws IOException {
        if (!rawForced) {
            raw.force();
            rawForced = true;
        }
        if (!indexForced) {
            index.force();
            indexForced = true;
        }
    }

    @Override
    public void close() throws IOException {
        try (raw) {
            index.close();
        }
    }
}
