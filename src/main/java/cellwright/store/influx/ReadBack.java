package cellwright.store.influx;

import cellwright.store.follow.RunLabel;
import java.io.IOException;
import java.time.Duration;

/** Asks a server what it holds. One thread. */
public interface ReadBack extends AutoCloseable {
    /**
     * What the server holds of a run in a measurement.
     *
     * @throws IOException if it does not say
     */
    Holding of(RunLabel run, Measure measure) throws IOException;

    /** Whether values come back to the last bit. */
    boolean isExact();

    @Override
    void close();

    /** The way that a target's configuration names. */
    static ReadBack of(InfluxTarget target) {
        Http http = new Http(target, Duration.ofSeconds(60));
        return switch (target.plan().readBack()) {
            case INFLUXQL -> new InfluxQl(target.plan().bucket(), http);
            case EXPORT -> new Export(http);
        };
    }
}
