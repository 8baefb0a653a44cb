package cellwright.store.columns;

import cellwright.instrument.Spectrum;
import cellwright.journal.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run's store being read: everything up to its last mark when it was opened or {@link #refresh() refreshed}, while others go
 * on writing it, in this process or another. What was built anew meanwhile is noticed by refreshing.
 *
 * <p>One thread, which must not be interrupted while it reads; others open it for themselves. Rows are counted from 0. A value
 * that was missing, unusable or not a number is NaN. Whatever throws {@link StoreDamaged} gave no number.
 */
public final class ColumnStore implements Closeable {
    private final Disk disk;
    private final Path folder;
    private final Map<Integer, ColumnReader> readers = new HashMap<>();
    private Marks marks;
    private Book book;
    private Mark mark;

    private ColumnStore(Disk disk, Path folder, Marks marks, Book book) {
        this.disk = disk;
        this.folder = folder;
        this.marks = marks;
        this.book = book;
        this.mark = marks.last();
    }

    /**
     * Opens a store, its files mapped into memory.
     *
     * @throws StoreDamaged if it is not as it was written
     * @throws NoSuchFileException if there is no store
     */
    public static ColumnStore open(Path folder) throws IOException {
        return open(new MappedDisk(), folder);
    }

    /** Opens a store on a disk; see above. */
    public static ColumnStore open(Disk disk, Path folder) throws IOException {
        Marks marks = Marks.open(disk, folder)
                .orElseThrow(() -> new NoSuchFileException(
                        folder.toString(), null, "there is no store here; build it from the journal"));
        try {
            Book book = Book.open(disk, folder, marks.last().bookBytes());
            if (book.era() != marks.last().era()) {
                book.close();
                throw new StoreDamaged(Layout.BOOK, "is not the one the marks are of");
            }
            return new ColumnStore(disk, folder, marks, book);
        } catch (IOException failure) {
            marks.close();
            throw failure;
        }
    }

    /** Looks for a newer mark. */
    public void refresh() throws IOException {
        marks = marks.fresh();
        Mark newest = marks.last();
        if (newest.era() != mark.era() || newest.rows() < mark.rows() || newest.bookBytes() < mark.bookBytes()) {
            ColumnStore anew = open(disk, folder);
            close();
            marks = anew.marks;
            book = anew.book;
            mark = anew.mark;
            readers.clear();
            return;
        }
        book.upTo(newest.bookBytes());
        mark = newest;
        for (ColumnReader reader : readers.values()) {
            tell(reader);
        }
    }

    /** Which run it is of. */
    public Origin origin() {
        return book.origin();
    }

    /** Rows that can be read. */
    public long rows() {
        return mark.rows();
    }

    /** What the rows hold, in the order in which there were numbers first. */
    public List<Quantity> quantities() {
        return book.columns().stream().map(Column::quantity).toList();
    }

    /** How the run stands. */
    public RunSummary summary() {
        return new RunSummary(
                mark.rows(),
                mark.position(),
                book.complete(),
                mark.step(),
                mark.cycle().map(this::told),
                book.spectra().size());
    }

    private CycleRows told(RowGroup rows) {
        return new CycleRows(rows, book.figures(rows.number()));
    }

    /** Every cycle that has rows, the open one last. */
    public List<CycleRows> cycles() {
        List<CycleRows> cycles = new ArrayList<>();
        book.cycles().forEach(rows -> cycles.add(told(rows)));
        mark.cycle().ifPresent(open -> cycles.add(told(open)));
        return cycles;
    }

    /** Every step that was begun, the open or last one last. */
    public List<StepRows> steps() {
        List<StepRows> steps = new ArrayList<>(book.steps());
        mark.step().ifPresent(steps::add);
        return steps;
    }

    /** Every spectrum, without its points. */
    public List<KeptSpectrum> spectra() {
        return List.copyOf(book.spectra());
    }

    /**
     * The points of a spectrum, in the order measured.
     *
     * @param which place in the list above, from 0
     */
    public List<Spectrum.Point> points(int which) throws IOException {
        return book.points(which);
    }

    /** Place of a quantity among the columns, for {@link Spread}. */
    public Optional<Integer> column(String quantity) {
        return book.columns().stream()
                .filter(column -> column.quantity().name().equals(quantity))
                .map(Column::ordinal)
                .findFirst();
    }

    /**
     * A part of the run in at most so many buckets, by test time or, where rows are asked for, by rows.
     *
     * @param quantities names of {@link #quantities()}
     * @param points at least 1
     * @throws IllegalArgumentException if there is no such quantity
     */
    public Plot plot(List<String> quantities, Span span, int points) throws IOException {
        if (points < 1) {
            throw new IllegalArgumentException("a plot has at least 1 bucket, not " + points);
        }
        List<ColumnReader> columns = new ArrayList<>();
        for (String quantity : quantities) {
            columns.add(reader(quantity));
        }
        if (rows() == 0) {
            return new Plot.Draft(
                            columns.stream()
                                    .map(each -> each.column().quantity())
                                    .toList(),
                            0)
                    .done();
        }
        Plotting plotting = new Plotting(reader(Quantity.TEST_TIME.name()), columns, rows());
        Span.Records rows = records(span, plotting);
        return span instanceof Span.Records
                ? plotting.byRows(rows.from(), rows.to(), points)
                : plotting.byTime(rows.from(), rows.to(), points);
    }

    private Span.Records records(Span span, Plotting plotting) throws IOException {
        return switch (span) {
            case Span.Records records ->
                new Span.Records(Math.min(rows(), records.from()), Math.min(rows(), records.to()));
            case Span.Time time -> {
                long from = plotting.rowAt(time.fromNanos(), 0);
                yield new Span.Records(
                        from, time.toNanos() == Long.MAX_VALUE ? rows() : plotting.rowAt(time.toNanos(), from));
            }
            case Span.Cycles wanted -> {
                long from = rows();
                long to = 0;
                for (CycleRows cycle : cycles()) {
                    RowGroup group = cycle.rows();
                    if (group.number() >= wanted.first() && group.number() <= wanted.last()) {
                        from = Math.min(from, group.firstRow());
                        to = group.firstRow() + group.rows();
                    }
                }
                yield new Span.Records(from, Math.max(from, to));
            }
        };
    }

    /**
     * The numbers of a quantity, row by row, into an array; whole ones become the nearest double.
     *
     * @param fromRow the first row
     * @param into filled from its beginning
     * @return how many there were, fewer than asked for only at the end
     * @throws IllegalArgumentException if there is no such quantity
     */
    public int read(String quantity, long fromRow, double[] into) throws IOException {
        ColumnReader reader = reader(quantity);
        int count = (int) Math.max(0, Math.min(into.length, rows() - fromRow));
        reader.read(fromRow, into, count);
        return count;
    }

    private ColumnReader reader(String quantity) throws IOException {
        Column column = book.columns().stream()
                .filter(each -> each.quantity().name().equals(quantity))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no quantity " + quantity + "; there are "
                        + quantities().stream().map(Quantity::name).toList()));
        ColumnReader reader = readers.get(column.ordinal());
        if (reader == null) {
            reader = new ColumnReader(disk, folder, column);
            readers.put(column.ordinal(), reader);
            tell(reader);
        }
        return reader;
    }

    private void tell(ColumnReader reader) throws StoreDamaged {
        int ordinal = reader.column().ordinal();
        if (ordinal >= mark.checksums().size()) {
            throw new StoreDamaged(Layout.BOOK, "has other columns than the last mark");
        }
        reader.upTo(mark.rows(), mark.checksums().get(ordinal));
    }

    @Override
    public void close() throws IOException {
        for (ColumnReader reader : readers.values()) {
            reader.close();
        }
        book.close();
        marks.close();
    }
}
