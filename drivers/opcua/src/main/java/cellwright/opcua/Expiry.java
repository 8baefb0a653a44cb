package cellwright.opcua;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.NanoClock;
import cellwright.opcua.session.Connection;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;

/**
 * Says 60, 30, 7 and 1 days ahead, each once, that a certificate will expire: then no new session can be opened. A session lasts
 * for months, so it is looked at as long as there is one. The server's clock when it was entered counts, and ours since. One
 * thread.
 */
final class Expiry {
    private static final List<Duration> AHEAD =
            List.of(Duration.ofDays(60), Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO);
    private static final long EVERY_NANOS = Duration.ofHours(1).toNanos();

    private final Map<String, Instant> ends;
    private final Instant entered;
    private final long enteredNanos;
    private final NanoClock clock;
    private final Consumer<String> warnings;
    private final Map<String, Integer> told = new HashMap<>();
    private long dueNanos;

    /**
     * Looks from now on.
     *
     * @param ends whose certificate, and until when it is valid
     * @param now the server's time
     */
    Expiry(Map<String, Instant> ends, Instant now, NanoClock clock, Consumer<String> warnings) {
        this.ends = Map.copyOf(ends);
        this.entered = now;
        this.enteredNanos = clock.nanos();
        this.clock = clock;
        this.warnings = warnings;
        this.dueNanos = enteredNanos;
    }

    /** Looks at both certificates of a connection; empty where there are none, or the server does not tell the time. */
    static Optional<Expiry> of(Connection connection, NanoClock clock, Consumer<String> warnings)
            throws InstrumentException {
        Object time = connection
                .read(List.of(NodeIds.Server_ServerStatus_CurrentTime), "tell the time")
                .get(0)
                .value()
                .value();
        Map<String, Instant> ends = new HashMap<>();
        for (Map.Entry<String, X509Certificate> each : connection.certificates().entrySet()) {
            ends.put(each.getKey(), each.getValue().getNotAfter().toInstant());
        }
        return time instanceof DateTime now && !ends.isEmpty()
                ? Optional.of(new Expiry(ends, now.getJavaInstant(), clock, warnings))
                : Optional.empty();
    }

    /** Says what is to be said by now; looks once an hour. */
    void look() {
        long nanos = clock.nanos();
        if (nanos < dueNanos) {
            return;
        }
        dueNanos = nanos + EVERY_NANOS;
        Instant now = entered.plusNanos(nanos - enteredNanos);
        ends.forEach((whose, end) -> {
            Duration left = Duration.between(now, end);
            int stage = (int)
                    AHEAD.stream().filter(ahead -> left.compareTo(ahead) <= 0).count();
            if (stage > told.getOrDefault(whose, 0)) {
                told.put(whose, stage);
                warnings.accept(words(whose, end, left));
            }
        });
    }

    private static String words(String whose, Instant end, Duration left) {
        return left.isPositive()
                ? whose + " certificate expires in " + left.toDays() + " days, on " + end
                        + "; after that no new session can be opened; have a new one made and trusted in time"
                : whose + " certificate expired on " + end
                        + "; this session goes on, and once it is interrupted no new one can be opened; have a new one"
                        + " made and trusted";
    }
}
