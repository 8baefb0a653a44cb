package cellwright.cli;

import cellwright.journal.Finding;
import cellwright.lab.FolderExport;
import cellwright.lab.RunExport;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.lab.SpectraExport;
import cellwright.lab.WholeFile;
import cellwright.protocol.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a run recorded in a format other tools open.
 *
 * @param console where it prints
 * @param run the run's folder
 * @param out the file or folder to make
 * @param json whether one JSON object is printed
 */
record RunExporter(Console console, Path run, Path out, boolean json) {
    int write(ExportFormat.OfRun format) throws IOException {
        Optional<RunReplay> replay = Complaints.value(console, RunReplay.open(new RunFolder(run)));
        if (replay.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        List<Problem> objections =
                switch (format) {
                    case BDF_CSV, BDF_PARQUET -> RunExport.objections(out);
                    case CYCLES_CSV -> WholeFile.objections(out);
                    case EIS_CSV, MPT, PYPROBE -> SpectraExport.objections(out);
                };
        if (!objections.isEmpty()) {
            Complaints.print(console, objections);
            return ExitCode.INPUT.code();
        }
        return switch (format) {
            case BDF_CSV -> table(RunExport.bdfCsv(replay.get(), out));
            case BDF_PARQUET -> table(RunExport.bdfParquet(replay.get(), out));
            case CYCLES_CSV -> table(RunExport.cyclesCsv(replay.get(), out));
            case MPT -> folder(FolderExport.mpt(replay.get(), out));
            case PYPROBE -> folder(FolderExport.pyprobe(replay.get(), out));
            case EIS_CSV -> spectra(SpectraExport.csv(replay.get(), out));
        };
    }

    private int table(RunExport.Written written) {
        String beside = written.sidecar().map(path -> ", metadata in " + path).orElse("");
        String text = String.format(Locale.ROOT, "%,d rows in %s%s", written.rows(), written.file(), beside);
        return said(text, written.file(), written.sidecar(), written.rows(), null, written.findings());
    }

    private int folder(FolderExport.Written written) {
        String spectra =
                written.spectra() == 0 ? "" : String.format(Locale.ROOT, " and %,d spectra", written.spectra());
        String text = String.format(Locale.ROOT, "%,d rows%s in %s", written.rows(), spectra, written.folder());
        Optional<Path> metadata = Optional.of(written.metadata());
        return said(text, written.folder(), metadata, written.rows(), written.spectra(), written.findings());
    }

    private int spectra(SpectraExport.Written written) {
        if (written.spectra() == 0) {
            Complaints.warn(console, written.findings());
            console.error(run + ": error: this run measured no spectrum, so nothing was written; a protocol measures"
                    + " one with an eis step");
            return ExitCode.INPUT.code();
        }
        String text = String.format(
                Locale.ROOT, "%,d spectra, %,d points, in %s", written.spectra(), written.points(), written.folder());
        return said(text, written.folder(), Optional.empty(), written.points(), written.spectra(), written.findings());
    }

    private int said(
            String text,
            Path file,
            Optional<Path> metadata,
            long rows,
            @Nullable Integer spectra,
            List<Finding> findings) {
        if (json) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("file", file.toString());
            map.put("metadata", metadata.map(Path::toString).orElse(null));
            map.put("rows", rows);
            map.put("spectra", spectra);
            console.print(Json.text(map));
        } else {
            console.print(text);
        }
        Complaints.warn(console, findings);
        return ExitCode.COMPLETE.code();
    }
}
