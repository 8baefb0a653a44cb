package cellwright.store.influx;

import cellwright.store.follow.RunLabel;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;

/** Asks VictoriaMetrics for raw samples, which it keeps by field and milliseconds. */
final class Export implements ReadBack {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Http http;

    Export(Http http) {
        this.http = http;
    }

    @Override
    public Holding of(RunLabel run, Measure measure) throws IOException {
        Map<Long, Double> first = samples(run, measure, measure.first());
        Map<Long, Double> second = samples(run, measure, measure.second());
        Holding.Draft draft = new Holding.Draft();
        samples(run, measure, "cycle")
                .forEach((millis, cycle) -> draft.add(
                        (int) Math.round(cycle),
                        millis * NANOS_PER_MILLI,
                        first.getOrDefault(millis, Double.NaN),
                        second.getOrDefault(millis, Double.NaN)));
        return draft.made();
    }

    private Map<Long, Double> samples(RunLabel run, Measure measure, String field) throws IOException {
        String match = "{__name__=\"" + measure.words() + "_" + field + "\",lab=" + quoted(run.lab()) + ",run="
                + quoted(run.run()) + "}";
        Map<Long, Double> samples = new HashMap<>();
        try (Stream<String> lines =
                http.lines("/api/v1/export", Map.of("match[]", match, "start", "0"), "application/json")) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                take(each.next(), samples);
            }
        }
        return samples;
    }

    private static void take(String line, Map<Long, Double> samples) throws IOException {
        try {
            JsonNode series = MAPPER.readTree(line);
            JsonNode values = series.path("values");
            JsonNode times = series.path("timestamps");
            for (int i = 0; i < times.size(); i++) {
                samples.put(times.path(i).asLong(), values.path(i).asDouble(Double.NaN));
            }
        } catch (JsonProcessingException garbled) {
            throw new IOException("the server's answer cannot be understood: " + garbled.getOriginalMessage(), garbled);
        }
    }

    private static String quoted(String text) {
        return "\"" + LineText.tagValue(text).replace("\"", "\\\"") + "\"";
    }

    @Override
    public boolean isExact() {
        return false;
    }

    @Override
    public void close() {
        http.close();
    }
}
