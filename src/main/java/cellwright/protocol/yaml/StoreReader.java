package cellwright.protocol.yaml;

import cellwright.protocol.StorePlan;
import java.util.List;

/**
 * What is kept of runs beside the journal, below {@code store:} of a laboratory:
 *
 * <pre>
 * columns            yes (usual) or no: rows go to readings/ of a run's folder while the run goes on
 * parquet            yes (usual) or no: a run that is over gets readings.bdf.parquet
 * alarm after        10 min
 * </pre>
 */
final class StoreReader {
    private static final List<String> KEYS = List.of("columns", "parquet", "alarm after");

    private StoreReader() {}

    static StorePlan read(Node node, Reading reading) {
        reading.mark("store", node);
        Fields fields = Fields.of(node, "store", KEYS, reading);
        return new StorePlan(
                fields.yes("columns").orElse(StorePlan.USUAL.columns()),
                fields.yes("parquet").orElse(StorePlan.USUAL.parquet()),
                fields.time("alarm after").orElse(StorePlan.USUAL.alarmAfter()));
    }
}
