package cellwright.store.table;

import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.store.parquet.ParquetScan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads a data file, whatever of the {@link TableFormat}s it is. */
public final class TableFile {
    /** Numbers kept in memory at once, 128 MB. */
    private static final long CELLS_MAX = 16_000_000;

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 4096;

    private TableFile() {}

    /**
     * A file in brief.
     *
     * @param origin where it comes from
     * @param columns each in brief
     */
    public record Brief(Origin origin, List<Extent> columns) {
        /** Takes an immutable copy. */
        public Brief {
            columns = List.copyOf(columns);
        }
    }

    /** Reads a whole file into memory. Warns where time falls. */
    public static Result<Table> read(Path file) {
        return read(file, label -> true);
    }

    /**
     * Reads columns of a file into memory.
     *
     * @param wanted which, by label {@code Quantity / unit}
     */
    public static Result<Table> read(Path file, Predicate<String> wanted) {
        Table.Draft draft = new Table.Draft(CELLS_MAX);
        TimeWatch watch = new TimeWatch(draft, file.toString());
        return made(read(file, wanted, watch), watch, draft::table);
    }

    /** Reads a file without keeping it, however long it is. Warns where time falls. */
    public static Result<Brief> brief(Path file) {
        Extent.Draft draft = new Extent.Draft();
        TimeWatch watch = new TimeWatch(draft, file.toString());
        return made(read(file, label -> true, watch), watch, origin -> new Brief(origin, draft.extents()));
    }

    /** Reads columns of a file piece by piece; what a sink was given before a fault was found is to be thrown away. */
    public static Result<Origin> read(Path file, Predicate<String> wanted, TableSink sink) {
        try {
            if (!Files.exists(file)) {
                return refuse(file, 0, 0, "there is no such file");
            }
            if (Files.isDirectory(file)) {
                return refuse(file, 0, 0, "this is a folder; a data file was expected");
            }
            return new Result.Made<>(
                    isParquet(file) ? parquet(file, wanted, sink) : text(file, wanted, sink), List.of());
        } catch (Misread fault) {
            return refuse(file, fault.line(), fault.column(), fault.words());
        } catch (AccessDeniedException denied) {
            return refuse(file, 0, 0, "the file may not be read; ask for permission");
        } catch (IOException failure) {
            String said = String.valueOf(failure.getMessage());
            String prefix = file + ": ";
            return refuse(file, 0, 0, said.startsWith(prefix) ? said.substring(prefix.length()) : said);
        }
    }

    /** Makes something of where a table comes from. */
    private interface Making<T> {
        T of(Origin origin);
    }

    private static <T> Result<T> made(Result<Origin> read, TimeWatch watch, Making<T> making) {
        return switch (read) {
            case Result.Refused<Origin> refused -> new Result.Refused<>(refused.problems());
            case Result.Made<Origin> origin -> new Result.Made<>(making.of(origin.value()), watch.warnings());
        };
    }

    private static boolean isParquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
        }
    }

    private static Origin parquet(Path file, Predicate<String> wanted, TableSink sink) throws IOException, Misread {
        try (ParquetScan scan = ParquetScan.open(file, name -> wanted.test(BdfNames.label(name)))) {
            List<String> labels = scan.labels().stream().map(BdfNames::label).toList();
            if (labels.isEmpty()) {
                throw new Misread(0, 0, "no column with numbers was found in this Parquet file");
            }
            sink.begin(labels);
            double[][] piece = new double[labels.size()][PIECE];
            long rows = 0;
            for (int some = scan.read(piece); some > 0; some = scan.read(piece)) {
                sink.rows(piece, some);
                rows += some;
            }
            if (rows == 0) {
                throw new Misread(0, 0, "there are no rows");
            }
            return new Origin(file.toString(), TableFormat.BDF_PARQUET, rows, scan.metadata(), scan.skipped());
        }
    }

    private static Origin text(Path file, Predicate<String> wanted, TableSink sink) throws IOException, Misread {
        try (TextLines lines = new TextLines(Files.newInputStream(file))) {
            Optional<String> first = lines.next();
            if (first.isEmpty()) {
                throw new Misread(0, 0, "the file is empty");
            }
            TextTables.Read read = text(first.get(), lines, wanted, sink);
            return new Origin(file.toString(), read.format(), read.rows(), read.facts(), read.passedOver());
        }
    }

    private static TextTables.Read text(String first, TextLines lines, Predicate<String> wanted, TableSink sink)
            throws IOException, Misread {
        if (EcLabText.isFirst(first)) {
            return EcLabText.read(lines, wanted, sink);
        }
        if (ZplotText.isFirst(first)) {
            return ZplotText.read(lines, wanted, sink);
        }
        List<String> names = CellText.split(first, ',');
        if (TextTables.isNeware(names)) {
            return TextTables.neware(names, lines, wanted, sink);
        }
        if (TextTables.isBdf(names)) {
            return TextTables.bdf(names, lines, wanted, sink);
        }
        if (first.startsWith("#") || TextTables.isPoint(first)) {
            return TextTables.impedance(first, lines, wanted, sink);
        }
        for (char delimiter : new char[] {';', '\t', '|'}) {
            List<String> others = CellText.split(first, delimiter);
            if (TextTables.isBdf(others) || TextTables.isNeware(others)) {
                throw new Misread(
                        1,
                        1 + first.indexOf(delimiter),
                        "the columns stand between " + (delimiter == '\t' ? "tabulators" : "\"" + delimiter + "\"")
                                + "; commas were expected");
            }
        }
        throw TextTables.unknown(first, 1);
    }

    private static <T> Result<T> refuse(Path file, int line, int column, String message) {
        return new Result.Refused<>(List.of(Problem.error(new Place(file.toString(), line, column), message)));
    }
}
