package cellwright.store.influx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;

/** {@code /write} of InfluxDB 1.x, for servers that know nothing newer. */
final class PlainWire implements Wire {
    private final InfluxTarget target;
    private final Http http;

    PlainWire(InfluxTarget target, Duration patience) {
        this.target = target;
        this.http = new Http(target, patience);
    }

    @Override
    public Reply write(String lines) {
        boolean gzip = target.plan().gzip();
        try {
            byte[] body = lines.getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> response = http.post(
                    "/write",
                    Map.of("db", target.plan().bucket(), "precision", "ns"),
                    gzip ? compressed(body) : body,
                    gzip);
            return response.statusCode() / 100 == 2
                    ? new Reply.Taken()
                    : Wire.judge(
                            response.statusCode(),
                            response.body(),
                            response.headers().firstValue("Retry-After").orElse(""));
        } catch (IOException failure) {
            return new Reply.Busy(words(failure), OptionalLong.empty());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new Reply.Busy("the program is ending", OptionalLong.empty());
        }
    }

    private static String words(IOException failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static byte[] compressed(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.length / 4);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        http.close();
    }
}
