package cellwright.store.influx;

import cellwright.protocol.InfluxPlan;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/**
 * A server, with everything needed to speak to it.
 *
 * @param plan as configured
 * @param token the secret; for the protocol of 1.x user and password with a colon between; empty for none
 * @param trust whom to trust instead of the machine's own authorities
 */
public record InfluxTarget(InfluxPlan plan, String token, Optional<Trust> trust) {
    /** Those whose certificates are believed. */
    public record Trust(SSLContext context, X509TrustManager manager) {}

    /** The address below the server's, which may have a path of its own. */
    String address(String path) {
        String url = plan.url();
        return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return plan.url() + ", " + plan.bucket();
    }
}
