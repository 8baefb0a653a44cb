package cellwright.store.influx;

import cellwright.store.follow.RunLabel;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks in InfluxQL, page by page, for comma-separated answers. */
final class InfluxQl implements ReadBack {
    private static final int PAGE = 50_000;

    private final String database;
    private final Http http;

    InfluxQl(String database, Http http) {
        this.database = database;
        this.http = http;
    }

    @Override
    public Holding of(RunLabel run, Measure measure) throws IOException {
        Holding.Draft draft = new Holding.Draft();
        long after = Long.MIN_VALUE;
        int rows;
        do {
            String query = "SELECT \"cycle\", \"" + measure.first() + "\", \"" + measure.second() + "\" FROM \""
                    + measure.words() + "\" WHERE \"lab\" = " + quoted(run.lab()) + " AND \"run\" = "
                    + quoted(run.run())
                    + (after == Long.MIN_VALUE ? "" : " AND time > " + after) + " ORDER BY time LIMIT " + PAGE;
            rows = 0;
            try (Stream<String> lines =
                    http.lines("/query", Map.of("db", database, "epoch", "ns", "q", query), "application/csv")) {
                Iterator<String> each = lines.iterator();
                List<String> names = each.hasNext() ? List.of(each.next().split(",", -1)) : List.of();
                while (each.hasNext()) {
                    after = take(names, each.next(), measure, draft);
                    rows++;
                }
            }
        } while (rows == PAGE);
        return draft.made();
    }

    /** The last four columns hold no text, whatever the tags before them hold. */
    private static long take(List<String> names, String line, Measure measure, Holding.Draft draft) throws IOException {
        String[] values = line.split(",", -1);
        int shift = values.length - names.size();
        try {
            long time = Long.parseLong(values[shift + names.indexOf("time")]);
            draft.add(
                    (int) number(values[shift + names.indexOf("cycle")]),
                    time,
                    number(values[shift + names.indexOf(measure.first())]),
                    number(values[shift + names.indexOf(measure.second())]));
            return time;
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException garbled) {
            throw new IOException("the server's answer cannot be understood: " + line, garbled);
        }
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static String quoted(String text) {
        return "'" + LineText.tagValue(text).replace("'", "\\'") + "'";
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public void close() {
        http.close();
    }
}
