package cellwright.protocol.yaml;

import cellwright.protocol.EmulatedBench;
import java.util.ArrayList;
import java.util.List;

/** One of the benches below {@code emulated:} of a laboratory. */
final class EmulatedReader {
    private static final List<String> BENCH = List.of("cell", "simulation", "instruments");
    private static final List<String> PLAYED = List.of("plays", "at", "settings");

    private EmulatedReader() {}

    static EmulatedBench read(Node.Entry entry, Reading reading) {
        String name = entry.key().text();
        Fields fields = Fields.of(entry.value(), "a bench", BENCH, reading);
        fields.node("cell").ifPresent(node -> reading.mark("emulated/" + name + "/cell", node));
        fields.present("instruments", "at least one instrument that is played");
        List<EmulatedBench.Played> played = new ArrayList<>();
        for (Node.Entry each : LabReader.named(fields, "instruments", "emulated/" + name)) {
            played.add(played(each, "emulated/" + name, reading));
        }
        return new EmulatedBench(
                name,
                fields.required("cell", "the cell's file", text -> text, ""),
                fields.texts("simulation", "{ start_stoichiometry: 0.5 }"),
                played);
    }

    private static EmulatedBench.Played played(Node.Entry entry, String bench, Reading reading) {
        String name = entry.key().text();
        Fields fields = Fields.of(entry.value(), "an instrument that is played", PLAYED, reading);
        for (String key : PLAYED) {
            fields.node(key).ifPresent(node -> reading.mark(bench + "/" + name + "/" + key, node));
        }
        return new EmulatedBench.Played(
                name,
                fields.required("plays", "what it plays, for example palmsens", text -> text, ""),
                fields.text("at", "a place to listen at, for example serial or tcp:5020", text -> text)
                        .orElse(""),
                fields.texts("settings", "{ model: emstat4-hr }"));
    }
}
