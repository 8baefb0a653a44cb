package cellwright.opcua.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultClientCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.util.validation.ValidationCheck;
import org.jspecify.annotations.Nullable;

/**
 * Judges a server's certificate by the files of a {@link TrustFolder}, read anew each time, and remembers why the last one
 * was refused. Any thread.
 */
public final class ServerTrust implements CertificateValidator {
    private static final int FEWEST_KEY_BITS = 2048;
    /** Revocation lists need not be there; where there are some, they count. */
    private static final Set<ValidationCheck> CHECKS =
            EnumSet.complementOf(EnumSet.of(ValidationCheck.REVOCATION_LISTS));

    private final TrustFolder folder;
    private volatile Optional<String> refusal = Optional.empty();

    /** A judge over a folder. */
    public ServerTrust(TrustFolder folder) {
        this.folder = folder;
    }

    /** Why the last server was refused, and what to do; empty if it was believed. */
    public Optional<String> refusal() {
        return refusal;
    }

    @Override
    public void validateCertificateChain(
            List<X509Certificate> chain, @Nullable String applicationUri, String @Nullable [] hostNames)
            throws UaException {
        try {
            judge(chain, applicationUri, hostNames);
            refusal = Optional.empty();
        } catch (UaException refused) {
            refusal = Optional.of(words(chain.get(0), refused, hostNames));
            throw refused;
        } catch (IOException | UncheckedIOException | GeneralSecurityException broken) {
            refusal = Optional.of("the trust list cannot be used: " + broken.getMessage());
            throw new UaException(StatusCodes.Bad_SecurityChecksFailed, broken);
        }
    }

    private void judge(List<X509Certificate> chain, @Nullable String applicationUri, String @Nullable [] hostNames)
            throws UaException, IOException, GeneralSecurityException {
        List<X509Certificate> trusted = Certificates.in(folder.trusted());
        if (trusted.isEmpty()) {
            throw new UaException(StatusCodes.Bad_CertificateUntrusted);
        }
        if (chain.get(0).getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() < FEWEST_KEY_BITS) {
            throw new UaException(StatusCodes.Bad_CertificatePolicyCheckFailed);
        }
        var list = new MemoryTrustListManager();
        list.setTrustedCertificates(trusted);
        list.setIssuerCertificates(Certificates.in(folder.issuers()));
        list.setIssuerCrls(Certificates.revocations(folder.issuers()));
        new DefaultClientCertificateValidator(list, CHECKS, new MemoryCertificateQuarantine())
                .validateCertificateChain(chain, applicationUri, hostNames);
    }

    private String words(X509Certificate certificate, UaException refused, String @Nullable [] hostNames) {
        long code = refused.getStatusCode().value();
        if (code == StatusCodes.Bad_CertificateTimeInvalid || code == StatusCodes.Bad_CertificateIssuerTimeInvalid) {
            return "the server's certificate is valid from "
                    + certificate.getNotBefore().toInstant() + " to "
                    + certificate.getNotAfter().toInstant()
                    + ", not now; have a new one made on the server, and compare the clocks of both machines";
        }
        if (code == StatusCodes.Bad_CertificateHostNameInvalid) {
            return "the server's certificate is not made out for "
                    + (hostNames == null ? "this address" : String.join(", ", hostNames))
                    + "; address the server by a name that stands in its certificate, or have one made with this name";
        }
        if (code == StatusCodes.Bad_CertificateUriInvalid) {
            return "the server's certificate names another application than the server does; have a new one made on the"
                    + " server";
        }
        if (code == StatusCodes.Bad_CertificatePolicyCheckFailed) {
            return "the server's key is shorter than " + FEWEST_KEY_BITS + " bits; have a new one made on the server";
        }
        if (code == StatusCodes.Bad_CertificateRevoked || code == StatusCodes.Bad_CertificateIssuerRevoked) {
            return "the server's certificate was revoked; have a new one made on the server";
        }
        if (code == StatusCodes.Bad_CertificateUseNotAllowed) {
            return "the server's certificate is not made for an OPC UA server (" + refused.getMessage() + ")";
        }
        return "the server is not trusted yet; its certificate of \""
                + certificate.getSubjectX500Principal().getName() + "\" with the SHA-256 fingerprint "
                + Certificates.fingerprint(certificate) + " was laid down as " + folder.reject(certificate)
                + "; compare the fingerprint with the server's, then move the file to " + folder.trusted();
    }
}
