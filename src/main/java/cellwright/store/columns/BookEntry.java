package cellwright.store.columns;

import cellwright.engine.CycleFigures;
import cellwright.instrument.Quality;
import cellwright.instrument.Spectrum;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a store's book says, one entry a frame. */
sealed interface BookEntry {
    /**
     * The first entry.
     *
     * @param era number of the marks the store began with
     */
    record Made(Origin origin, int era) implements BookEntry {}

    /** A quantity has its first number. */
    record ColumnAdded(Column column) implements BookEntry {}

    /** A step is over. */
    record StepClosed(StepRows step) implements BookEntry {}

    /** The rows of a cycle are complete. */
    record CycleClosed(RowGroup rows) implements BookEntry {}

    /** The engine says what a cycle came to. */
    record CycleTold(CycleFigures figures) implements BookEntry {}

    /** A spectrum; its points follow the entry's own fields. */
    record SpectrumTaken(KeptSpectrum spectrum, List<Spectrum.Point> points) implements BookEntry {
        /** Takes an immutable copy. */
        public SpectrumTaken {
            points = List.copyOf(points);
        }
    }

    /** The entry as the body of a frame. */
    default void pack(Packer into) {
        switch (this) {
            case Made made -> {
                into.put((byte) 1).put(Layout.VERSION).put(made.era());
                into.put(made.origin().run()).put(made.origin().protocolSha256());
            }
            case ColumnAdded added -> {
                Column column = added.column();
                into.put((byte) 2).put(column.ordinal()).put(column.header().firstRow());
                into.put(column.quantity().name()).put(column.quantity().unit());
                into.put(column.kind().name());
            }
            case StepClosed closed -> closed.step().pack(into.put((byte) 3));
            case CycleClosed closed -> closed.rows().pack(into.put((byte) 4));
            case CycleTold told -> {
                CycleFigures figures = told.figures();
                into.put((byte) 5)
                        .put(figures.cycle())
                        .put(figures.beganNanos())
                        .put(figures.endedNanos());
                RowGroup.pack(into, figures.tally());
                into.put(figures.retention());
            }
            case SpectrumTaken taken -> {
                taken.spectrum().pack(into.put((byte) 6));
                for (Spectrum.Point point : taken.points()) {
                    into.put(point.hertz()).put(point.real()).put(point.imaginary());
                    into.put(point.quality().name());
                }
            }
        }
    }

    /**
     * The entry in a body.
     *
     * @throws StoreDamaged if it makes no sense
     */
    static BookEntry unpack(ByteBuffer body) throws StoreDamaged {
        try {
            return entry(body);
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException senseless) {
            throw new StoreDamaged(Layout.BOOK, "an entry makes no sense");
        }
    }

    private static BookEntry entry(ByteBuffer body) throws StoreDamaged {
        byte type = body.get();
        return switch (type) {
            case 1 -> made(body);
            case 2 -> {
                int ordinal = body.getInt();
                long firstRow = body.getLong();
                Quantity quantity =
                        new Quantity(Packer.text(body), Packer.text(body), Quantity.Kind.valueOf(Packer.text(body)));
                yield new ColumnAdded(new Column(ordinal, new Header(quantity, firstRow)));
            }
            case 3 -> new StepClosed(StepRows.unpack(body));
            case 4 -> new CycleClosed(RowGroup.unpack(body));
            case 5 ->
                new CycleTold(new CycleFigures(
                        body.getInt(), body.getLong(), body.getLong(), RowGroup.tally(body), body.getDouble()));
            case 6 -> {
                KeptSpectrum spectrum = KeptSpectrum.unpack(body);
                yield new SpectrumTaken(spectrum, points(body, spectrum.points()));
            }
            default -> throw new StoreDamaged(Layout.BOOK, "an entry is of the unknown type " + type);
        };
    }

    private static Made made(ByteBuffer body) throws StoreDamaged {
        int version = body.getInt();
        if (version != Layout.VERSION) {
            throw new StoreDamaged(
                    Layout.BOOK, "is of version " + version + " of the format, not of " + Layout.VERSION);
        }
        int era = body.getInt();
        return new Made(new Origin(Packer.text(body), Packer.text(body)), era);
    }

    private static List<Spectrum.Point> points(ByteBuffer body, int count) {
        List<Spectrum.Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double hertz = body.getDouble();
            double real = body.getDouble();
            double imaginary = body.getDouble();
            points.add(new Spectrum.Point(hertz, real, imaginary, Quality.valueOf(Packer.text(body))));
        }
        return points;
    }
}
