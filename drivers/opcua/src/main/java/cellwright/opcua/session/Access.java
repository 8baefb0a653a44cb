package cellwright.opcua.session;

import cellwright.opcua.security.Certificates;
import cellwright.opcua.security.OwnIdentity;
import cellwright.opcua.security.TrustFolder;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;

/**
 * How a server is entered.
 *
 * @param address for example {@code opc.tcp://press-1:4840/press}
 * @param policy {@code None} only if the settings call it insecure
 * @param login as whom
 * @param own what we show
 * @param trust whom we believe
 * @param connect longest time until the connection stands
 * @param deadline longest time for a request and its answer
 */
public record Access(
        String address,
        SecurityPolicy policy,
        Login login,
        Optional<OwnIdentity> own,
        TrustFolder trust,
        Duration connect,
        Duration deadline) {
    /** Our certificate, by file and fingerprint. */
    String certificateWords() {
        return trust.certificate()
                + own.map(each -> " with the SHA-256 fingerprint " + Certificates.fingerprint(each.certificate()))
                        .orElse("");
    }
}
