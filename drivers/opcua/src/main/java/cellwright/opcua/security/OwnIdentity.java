package cellwright.opcua.security;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;

/**
 * What we show a server.
 *
 * @param keys never leave this machine
 * @param certificate signed by ourselves or by an authority of the house
 */
public record OwnIdentity(KeyPair keys, X509Certificate certificate) {
    /** The address of this installation, which a server compares with the certificate. */
    public String applicationUri() {
        return CertificateUtil.getSanUri(certificate)
                .orElseThrow(() -> new IllegalArgumentException(
                        "our own certificate names no application URI; remove the folder own to have a new one made"));
    }
}
