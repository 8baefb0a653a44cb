package cellwright.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where data come from. Every file that others open says it, within or in a file beside.
 *
 * @param software name and version of the program that made the run
 * @param exportedBy name and version of the program that wrote the file
 * @param simulated whether no matter moved
 * @param run the run's name
 * @param cell the cell's name
 * @param chemistry the cell's chemistry in words
 * @param protocol the protocol's name
 * @param protocolSha256 hash of the protocol's snapshot
 * @param channel the channel
 * @param startsAt wall-clock label of the run's first instant
 * @param interruptions when the run did not go on by its protocol
 * @param findings what is not as it was written in the journal the data come from
 */
public record Provenance(
        String software,
        String exportedBy,
        boolean simulated,
        String run,
        String cell,
        String chemistry,
        String protocol,
        String protocolSha256,
        String channel,
        String startsAt,
        List<Interruption> interruptions,
        List<String> findings) {
    /** Takes immutable copies. */
    public Provenance {
        interruptions = List.copyOf(interruptions);
        findings = List.copyOf(findings);
    }

    /** What is known before a run's events have been read, by name. */
    public Map<String, String> heading() {
        Map<String, String> heading = new LinkedHashMap<>();
        heading.put("software", software);
        heading.put("exported by", exportedBy);
        heading.put("simulated", Boolean.toString(simulated));
        heading.put("run", run);
        heading.put("run starts at", startsAt);
        heading.put("cell", cell);
        heading.put("chemistry", chemistry);
        heading.put("channel", channel);
        heading.put("protocol", protocol);
        heading.put("protocol sha256", protocolSha256);
        return heading;
    }

    /** Everything, one line each, by name. */
    public Map<String, String> lines() {
        Map<String, String> lines = heading();
        lines.put("interruptions", Integer.toString(interruptions.size()));
        for (int i = 0; i < interruptions.size(); i++) {
            lines.put("interruption " + (i + 1), interruptions.get(i).words());
        }
        for (int i = 0; i < findings.size(); i++) {
            lines.put("finding " + (i + 1), findings.get(i));
        }
        return lines;
    }
}
