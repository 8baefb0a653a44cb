package cellwright.store.columns;

import cellwright.engine.CycleFigures;
import cellwright.instrument.Spectrum;
import cellwright.journal.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The book being read, up to a mark: what is closed stays in memory, but for the points of spectra. One thread. */
final class Book implements Closeable {
    private final WindowedInput input;
    private final List<Column> columns = new ArrayList<>();
    private final List<StepRows> steps = new ArrayList<>();
    private final List<RowGroup> cycles = new ArrayList<>();
    private final Map<Long, CycleFigures> figures = new HashMap<>();
    private final List<KeptSpectrum> spectra = new ArrayList<>();
    private final List<Long> spectrumPlaces = new ArrayList<>();
    private final BookEntry.Made made;
    private long place;

    private Book(WindowedInput input, BookEntry.Made made, long place) {
        this.input = input;
        this.made = made;
        this.place = place;
    }

    static Book open(Disk disk, Path folder, long length) throws IOException {
        WindowedInput input = new WindowedInput(Outputs.open(disk, folder, Layout.BOOK));
        try {
            BookEntry first = entry(input, 0, Math.min(length, input.size()));
            if (!(first instanceof BookEntry.Made made)) {
                throw new StoreDamaged(Layout.BOOK, "does not begin with the run's name");
            }
            Book book = new Book(input, made, behind(input, 0));
            book.upTo(length);
            return book;
        } catch (IOException failure) {
            input.close();
            throw failure;
        }
    }

    private static BookEntry entry(Disk.Input input, long at, long limit) throws IOException {
        var body = Frames.at(input, at, limit);
        if (body.isEmpty()) {
            throw new StoreDamaged(Layout.BOOK, "the checksum of the entry at byte " + at + " does not hold");
        }
        return BookEntry.unpack(body.get());
    }

    private static long behind(Disk.Input input, long at) throws IOException {
        return at + Frames.HEADER + Frames.read(input, at, Integer.BYTES).getInt();
    }

    /** Reads on to the length a mark speaks of. */
    void upTo(long length) throws IOException {
        if (input.size() < length) {
            throw new StoreDamaged(Layout.BOOK, "has " + input.size() + " bytes, the last mark speaks of " + length);
        }
        input.forget();
        while (place < length) {
            enter(entry(input, place, length));
            place = behind(input, place);
        }
    }

    private void enter(BookEntry entry) throws StoreDamaged {
        switch (entry) {
            case BookEntry.Made ignored -> throw new StoreDamaged(Layout.BOOK, "begins twice");
            case BookEntry.ColumnAdded added -> columns.add(added.column());
            case BookEntry.StepClosed closed -> steps.add(closed.step());
            case BookEntry.CycleClosed closed -> cycles.add(closed.rows());
            case BookEntry.CycleTold told -> figures.put((long) told.figures().cycle(), told.figures());
            case BookEntry.SpectrumTaken taken -> {
                spectra.add(taken.spectrum());
                spectrumPlaces.add(place);
            }
        }
    }

    Origin origin() {
        return made.origin();
    }

    int era() {
        return made.era();
    }

    List<Column> columns() {
        return columns;
    }

    List<StepRows> steps() {
        return steps;
    }

    List<RowGroup> cycles() {
        return cycles;
    }

    Optional<CycleFigures> figures(long cycle) {
        return Optional.ofNullable(figures.get(cycle));
    }

    int complete() {
        return figures.size();
    }

    List<KeptSpectrum> spectra() {
        return spectra;
    }

    /** Points of a spectrum by its place in the list. */
    List<Spectrum.Point> points(int which) throws IOException {
        BookEntry entry = entry(input, spectrumPlaces.get(which), place);
        return entry instanceof BookEntry.SpectrumTaken taken ? taken.points() : List.of();
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
