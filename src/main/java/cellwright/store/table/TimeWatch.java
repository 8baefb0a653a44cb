package cellwright.store.table;

import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Hands a table on and notes the first row in which the time of the test falls. */
final class TimeWatch implements TableSink {
    private static final String TIME = "Test Time / s";

    private final TableSink sink;
    private final String file;
    private int column = -1;
    private long rows;
    private double last = Double.NEGATIVE_INFINITY;
    private long falls;
    private Optional<String> first = Optional.empty();

    TimeWatch(TableSink sink, String file) {
        this.sink = sink;
        this.file = file;
    }

    @Override
    public void begin(List<String> labels) {
        column = labels.indexOf(TIME);
        sink.begin(labels);
    }

    @Override
    public void rows(double[][] columns, int count) throws IOException {
        for (int row = 0; column >= 0 && row < count; row++) {
            double time = columns[column][row];
            if (time < last) {
                falls++;
                if (first.isEmpty()) {
                    first = Optional.of(String.format(
                            Locale.ROOT, "row %d: time falls from %s s to %s s", rows + row + 1, last, time));
                }
            }
            last = Double.isNaN(time) ? last : time;
        }
        rows += count;
        sink.rows(columns, count);
    }

    List<Problem> warnings() {
        return first
                .map(text -> Problem.warning(
                        Place.whole(file),
                        text + (falls > 1 ? ", and in " + (falls - 1) + " rows more" : "")
                                + "; what depends on durations is wrong there"))
                .stream()
                .toList();
    }
}
