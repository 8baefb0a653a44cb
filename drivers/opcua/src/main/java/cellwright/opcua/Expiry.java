package cellwright.opcua;

import cellwright.instrument.InstrumentException;
import cellwright.opcua.session.Connection;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log, at each connection, that a certificate will expire soon: then no new session can be opened. */
final class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final Duration SOON = Duration.ofDays(60);

    private Expiry() {}

    /** Looks at both certificates, by the server's clock. */
    static void warn(Connection connection, String address) throws InstrumentException {
        Object time = connection
                .read(List.of(NodeIds.Server_ServerStatus_CurrentTime), "tell the time")
                .get(0)
                .value()
                .value();
        if (time instanceof DateTime now) {
            for (Map.Entry<String, X509Certificate> each :
                    connection.certificates().entrySet()) {
                warning(each.getKey(), each.getValue().getNotAfter().toInstant(), now.getJavaInstant())
                        .ifPresent(warning -> LOG.warn("{}: {}", address, warning));
            }
        }
    }

    /** What to say, if anything. */
    static Optional<String> warning(String whose, Instant notAfter, Instant now) {
        Duration left = Duration.between(now, notAfter);
        return left.compareTo(SOON) > 0
                ? Optional.empty()
                : Optional.of(whose + " certificate expires in " + left.toDays() + " days, on " + notAfter
                        + "; after that no new session can be opened; have a new one made and trusted in time");
    }
}
