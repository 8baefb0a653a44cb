package cellwright.store.influx;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import okhttp3.OkHttpClient;

/**
 * The official client, by its blocking call alone: the other one gives batches up when a server comes back.
 */
final class ClientWire implements Wire {
    /** The client insists on one, also where the server knows none. */
    private static final String NO_ORG = "-";

    private final InfluxDBClient client;
    private final WriteApiBlocking api;

    ClientWire(InfluxTarget target, Duration patience) {
        OkHttpClient.Builder http = new OkHttpClient.Builder()
                .connectTimeout(patience)
                .writeTimeout(patience)
                .readTimeout(patience)
                .callTimeout(patience.multipliedBy(2));
        target.trust().ifPresent(trust -> http.sslSocketFactory(trust.context().getSocketFactory(), trust.manager()));
        InfluxDBClientOptions.Builder options = InfluxDBClientOptions.builder()
                .url(target.address(""))
                .org(target.plan().org().isEmpty() ? NO_ORG : target.plan().org())
                .bucket(target.plan().bucket())
                .okHttpClient(http);
        if (!target.token().isEmpty()) {
            options.authenticateToken(target.token().toCharArray());
        }
        client = InfluxDBClientFactory.create(options.build());
        if (target.plan().gzip()) {
            client.enableGzip();
        }
        api = client.getWriteApiBlocking();
    }

    @Override
    public Reply write(String lines) {
        try {
            api.writeRecord(WritePrecision.NS, lines);
            return new Reply.Taken();
        } catch (InfluxException failure) {
            String message = String.valueOf(failure.getMessage());
            return failure.status() == 0
                    ? new Reply.Busy(message, OptionalLong.empty())
                    : Wire.judge(failure.status(), message, retryAfter(failure.headers()));
        }
    }

    private static String retryAfter(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        client.close();
    }
}
