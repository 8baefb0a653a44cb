package cellwright.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The metadata that lies beside a Battery Data Format table, {@code x.bdf.metadata.json}.
 *
 * @param software name and version of the program
 * @param simulated whether no matter moved
 * @param run the run's name
 * @param cell the cell's name
 * @param chemistry the cell's chemistry in words
 * @param protocol the protocol's name
 * @param protocolSha256 hash of the protocol's snapshot
 * @param channel the channel
 * @param startsAt wall-clock label of the run's first instant
 */
public record BdfSidecar(
        String software,
        boolean simulated,
        String run,
        String cell,
        String chemistry,
        String protocol,
        String protocolSha256,
        String channel,
        String startsAt) {
    /** The sidecar's file name for a table's. */
    public static String name(String table) {
        String stem = table.endsWith(".csv") ? table.substring(0, table.length() - ".csv".length()) : table;
        return (stem.endsWith(".bdf") ? stem : stem + ".bdf") + ".metadata.json";
    }

    /** The sidecar as JSON. */
    public static String text(BdfSidecar sidecar) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("battinfo_test", Map.of("name", sidecar.run));
        map.put("battinfo_cell", ordered("name", sidecar.cell, "chemistry", sidecar.chemistry));
        map.put("battinfo_channel", Map.of("name", sidecar.channel));
        map.put("battinfo_test_protocol", ordered("name", sidecar.protocol, "sha256", sidecar.protocolSha256));
        map.put("bdf", Map.of("source", sidecar.software));
        map.put("extras", ordered("simulated", sidecar.simulated, "starts_at", sidecar.startsAt));
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(map) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can always be written", impossible);
        }
    }

    private static Map<String, Object> ordered(String key, Object value, String otherKey, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }
}
