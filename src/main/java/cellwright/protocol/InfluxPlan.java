package cellwright.protocol;

import java.time.Duration;
import java.util.Optional;

/**
 * A server for readings, cycles and spectra, as an operator writes it down. The secret itself is never part of it.
 *
 * @param url the server's address, {@code http://...} or {@code https://...}
 * @param org the organisation; empty where the server knows none
 * @param bucket the bucket, or the database of InfluxDB 1.x
 * @param tokenFile file that holds the token, relative to the configuration
 * @param tokenVariable environment variable that holds the token
 * @param trustFile certificates (PEM) of those who are trusted instead of the machine's authorities, relative to the configuration
 * @param protocol how rows are written
 * @param readBack how rows are asked for when the server is compared with the journal
 * @param resolution the finest difference of time that the server keeps
 * @param batch rows in one request, at most
 * @param gzip whether requests are compressed
 * @param alarmAfter a person is told if the oldest row has not arrived for so long
 */
public record InfluxPlan(
        String url,
        String org,
        String bucket,
        Optional<String> tokenFile,
        Optional<String> tokenVariable,
        Optional<String> trustFile,
        Protocol protocol,
        ReadBack readBack,
        Duration resolution,
        int batch,
        boolean gzip,
        Duration alarmAfter) {
    /** How rows are written. */
    public enum Protocol {
        /** {@code /api/v2/write}: InfluxDB 1.8 and later, 2.x, 3.x, and others. */
        V2,
        /** {@code /write}: InfluxDB 1.x. */
        V1
    }

    /** How rows are asked for. */
    public enum ReadBack {
        /** InfluxQL at {@code /query}: every InfluxDB. */
        INFLUXQL,
        /** {@code /api/v1/export} of VictoriaMetrics. */
        EXPORT
    }

    /** What holds where the configuration says nothing. */
    public static InfluxPlan usual(String url, String org, String bucket) {
        return new InfluxPlan(
                url,
                org,
                bucket,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Protocol.V2,
                ReadBack.INFLUXQL,
                Duration.ofNanos(1),
                5_000,
                true,
                Duration.ofMinutes(10));
    }
}
