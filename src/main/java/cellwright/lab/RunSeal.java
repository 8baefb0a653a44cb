package cellwright.lab;

import cellwright.analysis.CycleMetrics;
import cellwright.engine.Cause;
import cellwright.engine.CycleFigures;
import cellwright.protocol.program.Scale;
import cellwright.store.Decimal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What a run came to, as its folder says: {@code outcome.yaml} and {@code cycles.csv}.
 *
 * @param cause why it ended
 * @param nanos how long it took
 * @param cycles every completed cycle
 * @param events events in its journal
 * @param rows rows the recording rules kept
 * @param simulated whether no matter moved
 * @param scale what makes capacities comparable
 */
public record RunSeal(
        Cause cause, long nanos, List<CycleFigures> cycles, long events, long rows, boolean simulated, Scale scale) {
    /** The file that says that a run is over. */
    public static final String OUTCOME = "outcome.yaml";

    /** Takes an immutable copy. */
    public RunSeal {
        cycles = List.copyOf(cycles);
    }

    /** Writes both files, {@code outcome.yaml} last. */
    public void into(RunFolder folder) throws IOException {
        List<CycleMetrics> metrics =
                cycles.stream().map(figures -> CycleMetrics.of(figures, scale)).toList();
        folder.put("cycles.csv", CycleCsv.text(metrics));
        folder.put(
                OUTCOME,
                "outcome: " + cause.kind().name().toLowerCase(Locale.ROOT) + "\n"
                        + "message: " + quoted(cause.message()) + "\n"
                        + "test seconds: " + Decimal.seconds(nanos) + "\n"
                        + "cycles: " + cycles.size() + "\n"
                        + "events: " + events + "\n"
                        + "rows: " + rows + "\n"
                        + "simulated: " + simulated + "\n");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
    }
}
