package cellwright.lab;

import cellwright.protocol.Bench;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run folder says of itself, in {@code run.yaml}.
 *
 * @param run the run's name
 * @param software name and version of the program that made it
 * @param simulated whether no matter moved; every export repeats it
 * @param protocol the protocol's name
 * @param protocolFile the file it was read from
 * @param protocolSha256 hash of the snapshot beside this card
 * @param cell the cell's name
 * @param cellSha256 hash of the cell's snapshot
 * @param overrides parameters set for this run
 * @param seed selects the noise of a simulated rig
 * @param startedBy who started it, by the system's word; empty for a rehearsal
 * @param createdAt wall-clock label of when the folder was made, ISO 8601
 * @param startsAt wall-clock label of the run's first instant, ISO 8601
 * @param bench what the channel could do
 */
public record RunCard(
        String run,
        String software,
        boolean simulated,
        String protocol,
        String protocolFile,
        String protocolSha256,
        String cell,
        String cellSha256,
        Map<String, String> overrides,
        long seed,
        String startedBy,
        String createdAt,
        String startsAt,
        Bench bench) {
    /** Takes an immutable copy. */
    public RunCard {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    }
}
