package cellwright.store.parquet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A column of a table: what stands above it and what its cells are. Every cell may be missing.
 *
 * @param label the name in the file, as it is; for the Battery Data Format {@code Quantity / unit}
 * @param kind what a cell is
 * @param repeats whether the same values come again and again, so that a dictionary of them is worth its while
 */
public record ParquetColumn(String label, Kind kind, boolean repeats) {
    /** What a cell is. */
    public enum Kind {
        /** A double; NaN is missing. */
        NUMBER,
        /** A long. */
        WHOLE,
        /** A text in UTF-8; the empty one is missing. */
        TEXT
    }

    /** A column of doubles, such as readings with the resolution of an instrument. */
    public static ParquetColumn number(String label) {
        return new ParquetColumn(label, Kind.NUMBER, true);
    }

    /** A column of doubles that hardly ever come again: clocks and what is counted up. */
    public static ParquetColumn counter(String label) {
        return new ParquetColumn(label, Kind.NUMBER, false);
    }

    /** A column of longs. */
    public static ParquetColumn whole(String label) {
        return new ParquetColumn(label, Kind.WHOLE, true);
    }

    /** A column of longs that hardly ever come again: numbers of rows, instants. */
    public static ParquetColumn index(String label) {
        return new ParquetColumn(label, Kind.WHOLE, false);
    }

    /** A column of texts. */
    public static ParquetColumn text(String label) {
        return new ParquetColumn(label, Kind.TEXT, true);
    }

    /** Refuses a table in which two columns cannot be told apart, or which has none. */
    static List<ParquetColumn> distinct(List<ParquetColumn> columns) {
        Set<String> labels = new HashSet<>();
        for (ParquetColumn column : columns) {
            if (column.label().isBlank() || !labels.add(column.label())) {
                throw new IllegalArgumentException(
                        "two columns are named \"" + column.label() + "\", or one has no name; each needs its own");
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs at least one column");
        }
        return List.copyOf(columns);
    }
}
