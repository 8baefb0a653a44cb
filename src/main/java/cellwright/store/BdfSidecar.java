package cellwright.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metadata that lie beside a table, {@code x.bdf.metadata.json}. */
public final class BdfSidecar {
    private BdfSidecar() {}

    /** The sidecar's file name for a table's. */
    public static String name(String table) {
        String stem = table;
        for (String ending : List.of(".csv", ".parquet")) {
            stem = stem.endsWith(ending) ? stem.substring(0, stem.length() - ending.length()) : stem;
        }
        return (stem.endsWith(".bdf") ? stem : stem + ".bdf") + ".metadata.json";
    }

    /** The sidecar as JSON. */
    public static String text(Provenance of) {
        return text(of, Map.of());
    }

    /**
     * The sidecar as JSON.
     *
     * @param remarks what else is to be known about the files, by name
     */
    public static String text(Provenance of, Map<String, String> remarks) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("battinfo_test", Map.of("name", of.run()));
        map.put("battinfo_cell", ordered("name", of.cell(), "chemistry", of.chemistry()));
        map.put("battinfo_channel", Map.of("name", of.channel()));
        map.put("battinfo_test_protocol", ordered("name", of.protocol(), "sha256", of.protocolSha256()));
        map.put("bdf", Map.of("source", of.software()));
        Map<String, Object> extras = ordered("simulated", of.simulated(), "starts_at", of.startsAt());
        extras.put("exported_by", of.exportedBy());
        extras.put(
                "interruptions",
                of.interruptions().stream().map(BdfSidecar::interruption).toList());
        extras.put("findings", of.findings());
        extras.putAll(remarks);
        map.put("extras", extras);
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(map) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can always be written", impossible);
        }
    }

    private static Map<String, @Nullable Object> interruption(Interruption each) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("from_s", each.fromSeconds());
        map.put("to_s", Double.isNaN(each.toSeconds()) ? null : each.toSeconds());
        map.put("step_count", each.step());
        map.put("step", each.path());
        map.put("kind", each.kind());
        map.put("message", each.message());
        return map;
    }

    private static Map<String, Object> ordered(String key, Object value, String otherKey, Object otherValue) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(otherKey, otherValue);
        return map;
    }
}
