package cellwright.store.columns;

import cellwright.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds every block of a store against its checksum, and every index against its blocks. Changes nothing. One thread. */
public final class StoreCheck {
    private final Disk disk;
    private final Path folder;
    private final List<Damage> damages = new ArrayList<>();

    private StoreCheck(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /**
     * Checks a store.
     *
     * @return what is not as it was written; nothing if there is no store at all
     * @throws IOException if the disk fails
     */
    public static List<Damage> check(Disk disk, Path folder) throws IOException {
        StoreCheck check = new StoreCheck(disk, folder);
        try {
            check.all();
        } catch (StoreDamaged damaged) {
            check.damaged(damaged);
        }
        return List.copyOf(check.damages);
    }

    private void damaged(StoreDamaged damaged) {
        damages.add(new Damage(String.valueOf(damaged.getMessage()), false));
    }

    private void all() throws IOException {
        Optional<Marks> found = Marks.open(disk, folder);
        if (found.isEmpty()) {
            return;
        }
        try (Marks marks = found.get();
                Book book = Book.open(disk, folder, marks.last().bookBytes())) {
            behind(Layout.marks(marks.number()), marks.tornBytes());
            behind(
                    Layout.BOOK,
                    Outputs.size(disk, folder, Layout.BOOK) - marks.last().bookBytes());
            Mark mark = marks.last();
            if (book.era() != mark.era()
                    || book.columns().size() != mark.checksums().size()) {
                throw new StoreDamaged(Layout.BOOK, "is not the one the marks are of");
            }
            others(StoreFiles.names(book.columns()));
            for (Column column : book.columns()) {
                try {
                    column(column, mark);
                } catch (StoreDamaged damaged) {
                    damaged(damaged);
                }
            }
        }
    }

    private void others(Set<String> known) throws IOException {
        for (String name : disk.list(folder)) {
            if (!known.contains(name) && Layout.marksNumber(name).isEmpty()) {
                damages.add(new Damage(name + ": is no file of this store", true));
            }
        }
    }

    private void behind(String name, long bytes) {
        if (bytes > 0) {
            damages.add(new Damage(name + ": " + bytes + " bytes behind the last mark", true));
        }
    }

    private void column(Column column, Mark mark) throws IOException {
        try (ColumnReader reader = new ColumnReader(disk, folder, column)) {
            long own = mark.rows() - column.header().firstRow();
            long blocks = own / Layout.BLOCK;
            int width = column.kind().bytes();
            behind(column.rawName(), excess(column.rawName(), Layout.HEADER + own * width));
            behind(column.indexName(), excess(column.indexName(), Layout.indexBytes(blocks)));
            reader.upTo(mark.rows(), mark.checksums().get(column.ordinal()));
            for (long block = 0; block < blocks; block++) {
                compare(column, reader, block);
            }
            reader.openBlock();
            spans(column, reader, blocks);
        }
    }

    private long excess(String name, long expected) throws IOException {
        long size = Outputs.size(disk, folder, name);
        if (size < expected) {
            throw new StoreDamaged(name, "has " + size + " bytes, the last mark speaks of " + expected);
        }
        return size - expected;
    }

    private static void compare(Column column, ColumnReader reader, long block) throws IOException {
        double[] values = reader.block(block);
        ByteBuffer again = ByteBuffer.allocate(Layout.GROUP_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        again.put(new Group()
                        .of(
                                block,
                                column.kind(),
                                values,
                                reader.bytes(),
                                reader.group(block).checksum()))
                .flip();
        if (!again.equals(reader.group(block).bytes())) {
            throw new StoreDamaged(column.indexName(), "block " + block + " is not indexed by what it holds");
        }
    }

    private static void spans(Column column, ColumnReader reader, long blocks) throws IOException {
        Range range = new Range();
        for (long block = 0; block < blocks; block++) {
            range.see(reader.group(block).least(), reader.group(block).most());
            if ((block + 1) % Layout.BLOCKS_A_SPAN == 0) {
                SpanEntry span = reader.span(block / Layout.BLOCKS_A_SPAN);
                if (Double.compare(span.least(), range.least()) != 0
                        || Double.compare(span.most(), range.most()) != 0) {
                    throw new StoreDamaged(column.indexName(), "a span does not follow from its blocks");
                }
                range.clear();
            }
        }
    }
}
