package cellwright.cli;

import cellwright.lab.reproduce.Answer;
import cellwright.lab.reproduce.Noted;
import cellwright.lab.reproduce.Outcome;
import cellwright.lab.reproduce.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reproduction as the object that {@code --json} prints. */
final class ReproduceJson {
    private ReproduceJson() {}

    static Map<String, @Nullable Object> object(List<Outcome> outcomes, int seeds, Optional<Path> report) {
        List<Row> rows =
                outcomes.stream().flatMap(outcome -> outcome.rows().stream()).toList();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("pass", rows.stream().allMatch(Row::pass));
        map.put("simulated", true);
        map.put("seeds", seeds);
        map.put("report", report.map(Path::toString).orElse(null));
        map.put("rows", rows.stream().map(ReproduceJson::row).toList());
        map.put("experiments", outcomes.stream().map(ReproduceJson::experiment).toList());
        return map;
    }

    private static Map<String, @Nullable Object> row(Row row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("row", row.check().row());
        map.put("id", row.experiment());
        map.put("what", row.check().what());
        map.put("unit", row.check().unit());
        map.put("demand", row.check().demand());
        map.put("target", Json.number(row.check().target().value()));
        map.put("tolerance", Json.number(row.check().target().tolerance()));
        map.put("low", Json.number(row.check().target().low()));
        map.put("high", Json.number(row.check().target().high()));
        map.put("kind", row.check().kind().word());
        map.put("measured", row.answers().stream().map(ReproduceJson::value).toList());
        map.put("pass", row.pass());
        map.put("reasons", row.reasons());
        return map;
    }

    private static Map<String, @Nullable Object> aside(Noted noted) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("what", noted.aside().what());
        map.put("unit", noted.aside().unit());
        map.put("measured", noted.values().stream().map(Json::number).toList());
        return map;
    }

    private static @Nullable Double value(Answer answer) {
        return Json.number(answer.value());
    }

    private static Map<String, @Nullable Object> experiment(Outcome outcome) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", outcome.experiment().id());
        map.put("title", outcome.experiment().title());
        map.put("source", outcome.experiment().source());
        map.put("asides", outcome.asides().stream().map(ReproduceJson::aside).toList());
        map.put("time_s", outcome.seconds());
        return map;
    }
}
