package cellwright.store.parquet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A column of a table: what stands above it and what its cells are. Every cell may be missing.
 *
 * @param label the name in the file, as it is; for the Battery Data Format {@code Quantity / unit}
 * @param kind what a cell is
 */
public record ParquetColumn(String label, Kind kind) {
    /** What a cell is. */
    public enum Kind {
        /** A double that may come again, such as a reading with the resolution of an instrument; NaN is missing. */
        NUMBER,
        /** A double that hardly ever comes again: a clock, or what is counted up; NaN is missing. */
        COUNTER,
        /** A long. */
        WHOLE,
        /** A text in UTF-8; the empty one is missing. */
        TEXT
    }

    /** A column of doubles, such as readings with the resolution of an instrument. */
    public static ParquetColumn number(String label) {
        return new ParquetColumn(label, Kind.NUMBER);
    }

    /** A column of doubles that hardly ever come again: clocks and what is counted up. */
    public static ParquetColumn counter(String label) {
        return new ParquetColumn(label, Kind.COUNTER);
    }

    /** A column of longs. */
    public static ParquetColumn whole(String label) {
        return new ParquetColumn(label, Kind.WHOLE);
    }

    /** A column of texts. */
    public static ParquetColumn text(String label) {
        return new ParquetColumn(label, Kind.TEXT);
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
