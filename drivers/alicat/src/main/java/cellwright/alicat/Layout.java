package cellwright.alicat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reading of this very instrument consists of.
 *
 * @param columns in their order, the unit's letter first
 */
record Layout(List<Column> columns) {
    private static final int UNIT_ID = 700;

    /** Takes an immutable copy. */
    Layout {
        columns = List.copyOf(columns);
    }

    /** With one more row, if that is the next one. */
    Optional<Layout> with(Column column) {
        return column.index() == columns.size() + 1
                ? Optional.of(new Layout(
                        Stream.concat(columns.stream(), Stream.of(column)).toList()))
                : Optional.empty();
    }

    /** The columns that stand in every reading, behind the unit's letter. */
    List<Column> steady() {
        return columns.stream()
                .filter(column -> column.statistic() != UNIT_ID && !column.flag())
                .toList();
    }

    /** The column of a quantity, by the instrument's number. */
    Optional<Column> column(int statistic) {
        return steady().stream()
                .filter(column -> column.statistic() == statistic)
                .findFirst();
    }
}
