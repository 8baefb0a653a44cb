package cellwright.store.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rows of cells between delimiters on their way into a sink. One thread. */
final class DelimitedRows {
    private static final int PIECE = 4096;

    private final List<Heading> headings;
    private final char delimiter;
    private final int width;
    private final TableSink sink;
    private final double[][] piece;
    private int filled;
    private long rows;

    /**
     * Begins a table.
     *
     * @param headings what is read of it
     * @param delimiter between two cells
     * @param width how many cells each line must have
     * @param sink where the rows go
     */
    DelimitedRows(List<Heading> headings, char delimiter, int width, TableSink sink) {
        this.headings = headings;
        this.delimiter = delimiter;
        this.width = width;
        this.sink = sink;
        this.piece = new double[headings.size()][PIECE];
        sink.begin(headings.stream().map(Heading::label).toList());
    }

    /** Reads lines to the end of the file; blank ones may stand at its end alone. Gives the number of rows. */
    long readAll(TextLines lines) throws IOException, Misread {
        long blank = 0;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().isBlank()) {
                blank = blank == 0 ? lines.number() : blank;
            } else if (blank > 0) {
                throw new Misread(blank, 0, "a blank line between rows");
            } else {
                read(line.get(), lines.number());
            }
        }
        flush();
        if (rows == 0) {
            throw new Misread(lines.number(), 0, "the file ends after its heading: there are no rows");
        }
        return rows;
    }

    /** Takes one line. */
    void read(String line, long number) throws IOException, Misread {
        List<String> cells = CellText.split(line, delimiter);
        if (cells.size() != width) {
            throw new Misread(
                    number,
                    0,
                    "the row has " + cells.size() + " cells, the heading " + width + "; every row needs as many");
        }
        for (int i = 0; i < headings.size(); i++) {
            Heading heading = headings.get(i);
            piece[i][filled] = heading.value(cells.get(heading.index()), number, heading.index() + 1);
        }
        filled++;
        rows++;
        if (filled == PIECE) {
            flush();
        }
    }

    /** Hands over what is left. */
    void flush() throws IOException {
        if (filled > 0) {
            sink.rows(piece, filled);
            filled = 0;
        }
    }

    long rows() {
        return rows;
    }
}
