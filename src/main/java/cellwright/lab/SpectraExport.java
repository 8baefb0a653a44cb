package cellwright.lab;

import cellwright.analysis.impedance.KramersKronigVerdict;
import cellwright.engine.Effect;
import cellwright.engine.SpectrumRow;
import cellwright.instrument.Sweep;
import cellwright.journal.Finding;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.store.Decimal;
import cellwright.store.Provenance;
import cellwright.store.SpectrumCsv;
import cellwright.store.WholeFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the spectra of a run, one file each, into a folder that appears whole or not at all. */
public final class SpectraExport {
    private SpectraExport() {}

    /**
     * What was written.
     *
     * @param folder the folder
     * @param spectra how many files are in it
     * @param points lines of numbers in all of them
     * @param findings what is not as it was written in the journal the spectra come from
     */
    public record Written(Path folder, int spectra, long points, List<Finding> findings) {
        /** Takes an immutable copy. */
        public Written {
            findings = List.copyOf(findings);
        }
    }

    /** Why a folder cannot be made for them, or nothing. */
    public static List<Problem> objections(Path folder) {
        Path around = folder.toAbsolutePath().normalize().getParent();
        if (around == null || !Files.isDirectory(around)) {
            return List.of(objection(folder, "there is no folder " + around + " to make it in; make that first"));
        }
        if (!Files.isWritable(around)) {
            return List.of(objection(folder, "nothing may be written into " + around + "; name another place"));
        }
        return Files.exists(folder)
                ? List.of(objection(folder, "this exists already; name a folder that does not"))
                : List.of();
    }

    /**
     * Each spectrum as {@code eis_NNN.csv}, see {@link SpectrumCsv}; NNN is its number in the run. A run without spectra gets no
     * folder.
     *
     * @throws IOException if the journal cannot be read or the folder not be written
     */
    public static Written csv(RunReplay replay, Path folder) throws IOException {
        List<SpectrumRow> rows = new ArrayList<>();
        Retold retold = Retold.to(replay, report -> {
            if (report instanceof Effect.SpectrumRecorded recorded) {
                rows.add(recorded.row());
            }
        });
        if (!rows.isEmpty()) {
            WholeFolder.make(folder, part -> write(replay, retold.provenance(), rows, part));
        }
        long points =
                rows.stream().mapToLong(row -> row.spectrum().points().size()).sum();
        return new Written(folder, rows.size(), points, retold.findings());
    }

    private static Path write(RunReplay replay, Provenance provenance, List<SpectrumRow> rows, Path folder)
            throws IOException {
        for (SpectrumRow row : rows) {
            SpectrumFigures figures = SpectrumFigures.of(row, replay.program().scale());
            Files.writeString(
                    folder.resolve(Retold.numbered("eis", row.index(), ".csv")),
                    SpectrumCsv.text(heading(provenance, figures), row.spectrum()),
                    StandardCharsets.UTF_8);
        }
        return folder;
    }

    private static Map<String, String> heading(Provenance provenance, SpectrumFigures figures) {
        SpectrumRow row = figures.row();
        Map<String, String> heading = provenance.lines();
        heading.put("spectrum", Long.toString(row.index()));
        heading.put("extent", row.extent().words());
        heading.put("cycle", Integer.toString(row.cycle()));
        heading.put("step", row.stepCount() + " (" + row.path() + ", " + row.label() + ")");
        heading.put("excitation", excitation(row.sweep()));
        heading.put("test time/s", Decimal.seconds(row.testNanos()));
        heading.put("duration/s", Decimal.number(figures.durationSeconds()));
        heading.put("voltage before/V", Decimal.number(figures.volts()));
        heading.put("held at/V", Decimal.number(row.heldVolts()));
        heading.put(
                "state of charge/1",
                figures.stateOfCharge().isPresent()
                        ? Decimal.number(figures.stateOfCharge().getAsDouble())
                        : "");
        heading.put("state of charge is", "net charge since the run began over nominal capacity (1C for an hour)");
        heading.put("temperature/K", Decimal.number(figures.kelvins()));
        heading.put("pressure/Pa", Decimal.number(figures.pascals()));
        heading.put("Kramers-Kronig residual/1", Decimal.number(figures.residual()));
        heading.put("Kramers-Kronig verdict", verdict(figures));
        return heading;
    }

    private static String excitation(Sweep sweep) {
        String mode = sweep.mode().name().toLowerCase(Locale.ROOT);
        String unit = sweep.mode() == Sweep.Mode.POTENTIOSTATIC ? " V" : " A";
        return mode + ", " + Decimal.number(sweep.amplitude()) + unit + " peak, "
                + (sweep.atHold() ? "at the potential held" : "at open circuit");
    }

    private static String verdict(SpectrumFigures figures) {
        String word = figures.outcome().name().toLowerCase(Locale.ROOT);
        List<String> reasons =
                figures.verdict().map(KramersKronigVerdict::reasons).orElse(List.of());
        return reasons.isEmpty() ? word : word + ", " + String.join("; ", reasons);
    }

    private static Problem objection(Path file, String message) {
        return Problem.error(Place.whole(file.toString()), message);
    }
}
