package cellwright.opcua;

import cellwright.instrument.Host;
import cellwright.opcua.session.Login;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;

/** As whom the settings want a server to be entered. Passwords stand in files of their own, never in the configuration. */
final class Logins {
    private Logins() {}

    /**
     * Reads what is needed.
     *
     * @throws IOException if a file cannot be read
     * @throws GeneralSecurityException if a file of certificate and key cannot be opened with its password
     */
    static Login of(Options options, Host host) throws IOException, GeneralSecurityException {
        if (options.user().isPresent()) {
            return new Login.User(options.user().get(), password(options, host));
        }
        if (options.userCertificate().isPresent()) {
            return certificate(host.file(options.userCertificate().get()), password(options, host));
        }
        return new Login.Anonymous();
    }

    private static String password(Options options, Host host) throws IOException {
        Path file = host.file(options.passwordFile().orElseThrow());
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || lines.get(0).isEmpty()) {
            throw new IOException("the first line of " + file + " must be the password and is empty");
        }
        return lines.get(0);
    }

    private static Login certificate(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new Login.Certificate(certificate, key);
            }
        }
        throw new GeneralSecurityException(file + " holds no certificate with its key");
    }
}
