package cellwright.cli;

import cellwright.protocol.exchange.Remark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a translation of a protocol could not carry over, for people and for programs. */
final class Remarks {
    private Remarks() {}

    static void print(Console console, List<Remark> remarks) {
        remarks.forEach(remark -> console.error(remark.toString()));
    }

    static List<Map<String, @Nullable Object>> objects(List<Remark> remarks) {
        return remarks.stream().map(Remarks::object).toList();
    }

    private static Map<String, @Nullable Object> object(Remark remark) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(
                "kind",
                switch (remark.kind()) {
                    case LOST -> "lost";
                    case CHANGED -> "changed";
                    case ASSUMED -> "assumed";
                });
        map.put("where", remark.where());
        map.put("message", remark.message());
        return map;
    }
}
