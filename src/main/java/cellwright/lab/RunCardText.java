package cellwright.lab;

import cellwright.instrument.Envelope;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import cellwright.protocol.Bench;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** The run card as YAML and back. */
final class RunCardText {
    private RunCardText() {}

    static String write(RunCard card) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", card.run());
        map.put("software", card.software());
        map.put("simulated", card.simulated());
        map.put("protocol", card.protocol());
        map.put("protocol file", card.protocolFile());
        map.put("protocol sha256", card.protocolSha256());
        map.put("cell", card.cell());
        map.put("cell sha256", card.cellSha256());
        map.put("parameters set", card.overrides());
        map.put("seed", card.seed());
        if (!card.startedBy().isEmpty()) {
            map.put("started by", card.startedBy());
        }
        map.put("created at", card.createdAt());
        map.put("starts at", card.startsAt());
        map.put("bench", bench(card.bench()));
        var settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(settings).dumpToString(map);
    }

    /** @throws IllegalArgumentException naming what is missing or wrong */
    static RunCard read(String text) {
        Fields fields = new Fields(new Load(LoadSettings.builder().build()).loadFromString(text), "run.yaml");
        Map<String, String> overrides = new LinkedHashMap<>();
        fields.map("parameters set").values().forEach((key, value) -> overrides.put(key, String.valueOf(value)));
        return new RunCard(
                fields.text("run"),
                fields.text("software"),
                Boolean.parseBoolean(fields.text("simulated")),
                fields.text("protocol"),
                fields.text("protocol file"),
                fields.text("protocol sha256"),
                fields.text("cell"),
                fields.text("cell sha256"),
                overrides,
                fields.whole("seed"),
                fields.values().containsKey("started by") ? fields.text("started by") : "",
                fields.text("created at"),
                instant(fields, "starts at"),
                bench(fields.map("bench")));
    }

    private static Map<String, Object> bench(Bench bench) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("channel", bench.channel());
        map.put("volts min", bench.potentiostat().voltsMin());
        map.put("volts max", bench.potentiostat().voltsMax());
        map.put("amps max", bench.potentiostat().ampsMax());
        map.put("min sample ns", bench.potentiostat().minSampleNanos());
        map.put("regulates", spans(bench.regulates()));
        map.put("reports", bench.reports().stream().map(RunCardText::written).toList());
        map.put("impedance", bench.analyser().isPresent());
        bench.analyser()
                .ifPresent(reach -> map.put(
                        "analyser", List.of(reach.lowestHz(), reach.highestHz(), reach.voltsMax(), reach.ampsMax())));
        if (!bench.bears().isEmpty()) {
            map.put("bears", spans(bench.bears()));
        }
        return map;
    }

    private static Bench bench(Fields fields) {
        Envelope envelope =
                new Envelope(fields.number("volts min"), fields.number("volts max"), fields.number("amps max"), (long)
                        fields.number("min sample ns"));
        List<Signal> reports = new ArrayList<>();
        fields.list("reports").forEach(name -> reports.add(signal(String.valueOf(name))));
        return new Bench(
                fields.text("channel"),
                envelope,
                spans(fields, "regulates"),
                reports,
                analyser(fields),
                fields.values().containsKey("bears") ? spans(fields, "bears") : Map.of());
    }

    /** Cards of older programs say only whether there is one. */
    private static Optional<ImpedanceAnalyser.Reach> analyser(Fields fields) {
        if (!Boolean.parseBoolean(fields.text("impedance"))) {
            return Optional.empty();
        }
        if (!fields.values().containsKey("analyser")) {
            return Optional.of(ImpedanceAnalyser.Reach.UNKNOWN);
        }
        List<Double> reach = Fields.numbers(fields.list("analyser"), "run.yaml: bench: analyser");
        if (reach.size() != 4) {
            throw new IllegalArgumentException(
                    "run.yaml: bench: analyser: lowest and highest Hz, volts and amperes were" + " expected, found "
                            + reach);
        }
        return Optional.of(new ImpedanceAnalyser.Reach(reach.get(0), reach.get(1), reach.get(2), reach.get(3)));
    }

    private static Map<String, Object> spans(Map<Signal, Regulator.Span> spans) {
        Map<String, Object> written = new TreeMap<>();
        spans.forEach((signal, span) -> written.put(written(signal), List.of(span.low(), span.high())));
        return written;
    }

    private static Map<Signal, Regulator.Span> spans(Fields fields, String key) {
        Map<Signal, Regulator.Span> spans = new LinkedHashMap<>();
        fields.map(key).values().forEach((name, span) -> {
            spans.put(signal(name), span(Fields.numbers(span, "run.yaml: bench: " + key + ": " + name)));
        });
        return spans;
    }

    private static Regulator.Span span(List<Double> ends) {
        if (ends.size() != 2) {
            throw new IllegalArgumentException("run.yaml: bench: regulates: two numbers were expected, found " + ends);
        }
        return new Regulator.Span(ends.get(0), ends.get(1));
    }

    private static String instant(Fields fields, String key) {
        try {
            return Instant.parse(fields.text(key)).toString();
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException(
                    "run.yaml: " + key + ": a time like 2026-01-01T00:00:00Z was expected", notATime);
        }
    }

    private static String written(Signal signal) {
        return signal.name() + " " + signal.unit().name();
    }

    private static Signal signal(String written) {
        int space = written.lastIndexOf(' ');
        if (space < 1) {
            throw new IllegalArgumentException(
                    "run.yaml: bench: a signal and its unit were expected, found \"" + written + "\"");
        }
        return new Signal(written.substring(0, space), Unit.valueOf(written.substring(space + 1)));
    }
}
