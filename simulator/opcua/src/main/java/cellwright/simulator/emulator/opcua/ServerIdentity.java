package cellwright.simulator.emulator.opcua;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * Key and certificate of a server.
 *
 * @param applicationUri what the server calls itself
 * @param keys its key
 * @param certificate made out for some hosts
 */
public record ServerIdentity(String applicationUri, KeyPair keys, X509Certificate certificate) {
    private static final String URI = "urn:cellwright:emulated-press";

    /** A good one, for this machine. */
    public static ServerIdentity made() throws Exception {
        return made(2048, "127.0.0.1");
    }

    /** One with a key of so many bits, made out for an address. */
    public static ServerIdentity made(int bits, String address) throws Exception {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(bits);
        return new ServerIdentity(
                URI,
                keys,
                new SelfSignedCertificateBuilder(keys)
                        .setCommonName("emulated press")
                        .setOrganization("Cellwright")
                        .setApplicationUri(URI)
                        .addIpAddress(address)
                        .build());
    }

    /** The same key with a certificate that is valid between two instants. */
    public ServerIdentity valid(Instant from, Instant to) throws Exception {
        return new ServerIdentity(
                URI,
                keys,
                new SelfSignedCertificateGenerator()
                        .generateSelfSigned(
                                keys,
                                Date.from(from),
                                Date.from(to),
                                "emulated press",
                                "Cellwright",
                                null,
                                null,
                                null,
                                null,
                                URI,
                                List.of(),
                                List.of("127.0.0.1"),
                                "SHA256withRSA"));
    }
}
