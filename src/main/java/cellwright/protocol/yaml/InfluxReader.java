package cellwright.protocol.yaml;

import cellwright.protocol.InfluxPlan;
import cellwright.protocol.InfluxPlan.Protocol;
import cellwright.protocol.InfluxPlan.ReadBack;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The server for readings, below {@code influx:} of a laboratory:
 *
 * <pre>
 * url                http://host:8086
 * org                the organisation; may be left out where the server knows none
 * bucket             the bucket, or the database of InfluxDB 1.x
 * token file         a file that holds the token; or
 * token environment  an environment variable that does. For protocol v1 it is user:password
 * trust              a PEM file of certificates that are trusted instead of the machine's authorities
 * protocol           v2 (usual) or v1, which is /write of InfluxDB 1.x
 * read back          influxql (usual) or export, which is VictoriaMetrics
 * resolution         1 ns (usual), 1 us or 1 ms, as fine as the server keeps times
 * batch              rows in a request, 1 to 50000 (5000)
 * gzip               yes (usual) or no
 * alarm after        10 min
 * </pre>
 */
final class InfluxReader {
    private static final List<String> KEYS = List.of(
            "url",
            "org",
            "bucket",
            "token file",
            "token environment",
            "trust",
            "protocol",
            "read back",
            "resolution",
            "batch",
            "gzip",
            "alarm after");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#@:]+(:[0-9]{1,5})?(/[^\\s?#@]*)?");
    private static final int BATCH_MOST = 50_000;

    private InfluxReader() {}

    static InfluxPlan read(Node node, Reading reading) {
        reading.mark("influx", node);
        Fields fields = Fields.of(node, "influx", KEYS, reading);
        for (String key : KEYS) {
            fields.node(key).ifPresent(each -> reading.mark("influx/" + key, each));
        }
        if (fields.has("token file") && fields.has("token environment")) {
            reading.faults()
                    .error(
                            fields.placeOf("token environment"),
                            "expected one token, from a file or from the environment");
        }
        InfluxPlan usual = InfluxPlan.usual(
                fields.required("url", "an address such as http://127.0.0.1:8086", InfluxReader::url, ""),
                fields.text("org", "the organisation's name", text -> text).orElse(""),
                fields.required("bucket", "the bucket's name", text -> text, ""));
        return new InfluxPlan(
                usual.url(),
                usual.org(),
                usual.bucket(),
                fields.text("token file", "a file's name", text -> text),
                fields.text("token environment", "a variable's name", text -> text),
                fields.text("trust", "a file's name", text -> text),
                fields.text("protocol", "v2 or v1", InfluxReader::protocol).orElse(usual.protocol()),
                fields.text("read back", "influxql or export", InfluxReader::readBack)
                        .orElse(usual.readBack()),
                fields.text("resolution", "1 ns, 1 us or 1 ms", InfluxReader::resolution)
                        .orElse(usual.resolution()),
                fields.text("batch", "a number from 1 to 50000", InfluxReader::batch)
                        .orElse(usual.batch()),
                fields.yes("gzip").orElse(usual.gzip()),
                fields.time("alarm after").orElse(usual.alarmAfter()));
    }

    private static String url(String text) throws Misfit {
        if (!ADDRESS.matcher(text.strip()).matches()) {
            throw new Misfit(
                    "expected http:// or https:// and a host, with neither a password nor a question mark in it,"
                            + " found \"" + text + "\"");
        }
        return text.strip();
    }

    private static Protocol protocol(String text) throws Misfit {
        return switch (text.strip()) {
            case "v2" -> Protocol.V2;
            case "v1" -> Protocol.V1;
            default -> throw new Misfit("expected v2 or v1, found \"" + text + "\"");
        };
    }

    private static ReadBack readBack(String text) throws Misfit {
        return switch (text.strip()) {
            case "influxql" -> ReadBack.INFLUXQL;
            case "export" -> ReadBack.EXPORT;
            default -> throw new Misfit("expected influxql or export, found \"" + text + "\"");
        };
    }

    private static Duration resolution(String text) throws Misfit {
        return switch (text.strip()) {
            case "1 ns" -> Duration.ofNanos(1);
            case "1 us", "1 µs" -> Duration.ofNanos(1_000);
            case "1 ms" -> Duration.ofMillis(1);
            default -> throw new Misfit("expected 1 ns, 1 us or 1 ms, found \"" + text + "\"");
        };
    }

    private static int batch(String text) throws Misfit {
        try {
            int rows = Integer.parseInt(text.strip());
            if (rows >= 1 && rows <= BATCH_MOST) {
                return rows;
            }
        } catch (NumberFormatException garbled) {
            throw new Misfit("expected a number from 1 to 50000, found \"" + text + "\"");
        }
        throw new Misfit("expected a number from 1 to 50000, found " + text);
    }
}
