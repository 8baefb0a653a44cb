package cellwright.cli;

import cellwright.journal.RealDisk;
import cellwright.lab.RunColumns;
import cellwright.lab.RunFolder;
import cellwright.store.columns.ColumnStore;
import cellwright.store.columns.Damage;
import cellwright.store.columns.StoreDamaged;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Checks the columns of runs. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Holds every block of the columns of runs against its checksum. Changes nothing.",
            "Exit code 2 if a run has no columns, 4 if they are not as they were written."
        })
final class StoreVerifyCommand extends EachRun {
    StoreVerifyCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode take(Path run) throws IOException {
        try {
            List<Damage> damages = RunColumns.check(new RunFolder(run), new RealDisk());
            boolean ok = damages.stream().allMatch(Damage::harmless);
            tell(run, damages, ok, rows(run));
            return ok ? ExitCode.COMPLETE : ExitCode.FAILED;
        } catch (NoSuchFileException missing) {
            console.error(run + ": error: the run has no columns; make them with: cellwright store rebuild " + run);
            return ExitCode.INPUT;
        }
    }

    @Override
    Map<String, @Nullable Object> together(ExitCode worst) {
        return Map.of("ok", worst == ExitCode.COMPLETE);
    }

    private static @Nullable Long rows(Path run) throws IOException {
        try (ColumnStore store = ColumnStore.open(RunColumns.folder(new RunFolder(run)))) {
            return store.rows();
        } catch (StoreDamaged damaged) {
            return null;
        }
    }

    private void tell(Path run, List<Damage> damages, boolean ok, @Nullable Long rows) {
        damages.forEach(damage -> remark(run, (damage.harmless() ? "remark: " : "finding: ") + damage.message()));
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("ok", ok);
        figures.put("rows", rows);
        figures.put("damages", damages.stream().map(Damage::message).toList());
        tell(run, ok ? String.format(Locale.ROOT, "verified, %,d rows", rows) : "NOT as it was written", figures);
    }
}
