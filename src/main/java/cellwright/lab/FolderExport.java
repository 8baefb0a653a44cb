package cellwright.lab;

import cellwright.engine.Effect;
import cellwright.engine.SpectrumRow;
import cellwright.journal.Finding;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Scale;
import cellwright.store.BdfSidecar;
import cellwright.store.MptCell;
import cellwright.store.MptCycling;
import cellwright.store.MptSpectrum;
import cellwright.store.Provenance;
import cellwright.store.PyProbeTable;
import cellwright.store.WholeFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a run as a folder of several files that belong together; it appears whole or not at all. */
public final class FolderExport {
    private static final String METADATA = "metadata.json";

    private FolderExport() {}

    /**
     * What was written.
     *
     * @param folder the folder
     * @param metadata the file in it that says where the data come from
     * @param rows rows of its table
     * @param spectra files of spectra in it
     * @param findings what is not as it was written in the journal the rows come from
     */
    public record Written(Path folder, Path metadata, long rows, int spectra, List<Finding> findings) {
        /** Takes an immutable copy. */
        public Written {
            findings = List.copyOf(findings);
        }
    }

    /**
     * EC-Lab ASCII: {@code cycling.mpt}, a file {@code eis_NNN.mpt} for each spectrum, and {@code metadata.json}.
     *
     * @throws IOException if the journal cannot be read or the folder not be made
     */
    public static Written mpt(RunReplay replay, Path folder) throws IOException {
        return WholeFolder.make(folder, part -> mpt(replay, part, folder));
    }

    private static Written mpt(RunReplay replay, Path part, Path folder) throws IOException {
        Provenance heading = Retold.heading(replay);
        MptCell cell = cell(replay);
        Map<String, Integer> ids = RunExport.stepIds(replay);
        int[] spectra = {0};
        try (MptCycling rows = new MptCycling(part.resolve("cycling.mpt"), heading, cell, ids, amps(replay))) {
            Retold retold = Retold.to(replay, report -> {
                if (report instanceof Effect.StepBegan began) {
                    rows.begin(began);
                } else if (report instanceof Effect.Recorded recorded) {
                    rows.write(recorded.row());
                } else if (report instanceof Effect.SpectrumRecorded recorded) {
                    SpectrumRow row = recorded.row();
                    Path file = part.resolve(Retold.numbered("eis", row.index(), ".mpt"));
                    MptSpectrum.write(file, heading, cell, row);
                    spectra[0]++;
                }
            });
            putMetadata(part, retold.provenance(), mptRemarks(replay));
            return new Written(folder, folder.resolve(METADATA), rows.rows(), spectra[0], retold.findings());
        }
    }

    /**
     * PyProBE: {@code data.parquet}, {@code README.yaml} with the steps as sentences, and {@code metadata.json}.
     *
     * @throws IOException if the journal cannot be read or the folder not be made
     */
    public static Written pyprobe(RunReplay replay, Path folder) throws IOException {
        return WholeFolder.make(folder, part -> pyprobe(replay, part, folder));
    }

    private static Written pyprobe(RunReplay replay, Path part, Path folder) throws IOException {
        Map<String, Integer> ids = RunExport.stepIds(replay);
        Map<String, String> heading = Retold.heading(replay).heading();
        try (PyProbeTable table = new PyProbeTable(part.resolve("data.parquet"), ids, heading)) {
            Retold retold = Retold.to(replay, report -> {
                if (report instanceof Effect.Recorded recorded) {
                    table.write(recorded.row());
                }
            });
            table.finish();
            Files.writeString(part.resolve("README.yaml"), readme(replay, retold.provenance()), StandardCharsets.UTF_8);
            putMetadata(part, retold.provenance(), Map.of());
            return new Written(folder, folder.resolve(METADATA), table.rows(), 0, retold.findings());
        }
    }

    private static String readme(RunReplay replay, Provenance provenance) {
        StringBuilder text = new StringBuilder();
        provenance.lines().forEach((name, value) -> text.append("# ")
                .append(name)
                .append(": ")
                .append(value.replaceAll("[\\p{Cntrl}]+", " "))
                .append('\n'));
        text.append(quoted(provenance.protocol())).append(":\n  Steps:\n");
        int number = 0;
        for (Op op : StepOrder.byPath(replay.program().ops()).values()) {
            number++;
            text.append("    ")
                    .append(number)
                    .append(": ")
                    .append(quoted(StepSentence.of(op)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\p{Cntrl}]+", " ") + "\"";
    }

    private static Map<String, String> mptRemarks(RunReplay replay) {
        Map<String, String> remarks = new LinkedHashMap<>();
        remarks.put(
                "time_of_a_spectrum", "time/s of its points is when it was ordered, voltage and current those before");
        remarks.put("unusable_points", "points that the analyser marked as unusable are left out");
        remarks.put("clock", "Acquisition started on is UTC");
        RunExport.stepIds(replay).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(step -> remarks.put("ns_" + (step.getValue() - 1), step.getKey()));
        return remarks;
    }

    private static void putMetadata(Path part, Provenance provenance, Map<String, String> remarks) throws IOException {
        Files.writeString(part.resolve(METADATA), BdfSidecar.text(provenance, remarks), StandardCharsets.UTF_8);
    }

    private static List<Double> amps(RunReplay replay) {
        return StepOrder.byPath(replay.program().ops()).values().stream()
                .map(StepSentence::amps)
                .toList();
    }

    private static MptCell cell(RunReplay replay) {
        Scale scale = replay.program().scale();
        return new MptCell(
                Instant.parse(replay.card().startsAt()),
                scale.areaM2().orElse(0) * 1e4,
                scale.activeMassKg().orElse(0) * 1e3,
                scale.oneCAmps().orElse(0) * 1e3);
    }
}
