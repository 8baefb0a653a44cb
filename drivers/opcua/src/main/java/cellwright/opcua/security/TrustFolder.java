package cellwright.opcua.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Period;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/**
 * Keys and certificates on disk; several instruments may share a folder. Any thread.
 *
 * <pre>
 * own/certificate.der   our certificate; a server's operator is asked to trust it
 * own/key.pem           our key, readable by its owner alone
 * trusted/              certificates of servers, or of authorities, that are believed
 * issuers/              certificates of authorities in between, and revocation lists (*.crl)
 * rejected/             certificates of servers nobody trusted yet; move one to trusted/ to trust it
 * </pre>
 */
public final class TrustFolder {
    private static final int KEY_BITS = 2048;
    private static final Period VALIDITY = Period.ofYears(5);
    private static final ReentrantLock MAKING = new ReentrantLock();

    private final Path folder;

    private TrustFolder(Path folder) {
        this.folder = folder;
    }

    /** Takes a folder, and makes it if it is not there. */
    public static TrustFolder at(Path folder) throws IOException {
        for (String each : new String[] {"own", "trusted", "issuers", "rejected"}) {
            Files.createDirectories(folder.resolve(each));
        }
        return new TrustFolder(folder);
    }

    /** The folder of certificates that are believed. */
    public Path trusted() {
        return folder.resolve("trusted");
    }

    /** The folder of authorities in between. */
    public Path issuers() {
        return folder.resolve("issuers");
    }

    /** Our own certificate. */
    public Path certificate() {
        return folder.resolve("own").resolve("certificate.der");
    }

    private Path key() {
        return folder.resolve("own").resolve("key.pem");
    }

    /** Lays down a certificate that is not trusted; returns where. */
    Path reject(X509Certificate certificate) {
        Path file = folder.resolve("rejected").resolve(Certificates.fingerprint(certificate) + ".der");
        try {
            Files.write(file, certificate.getEncoded());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a certificate that was read can be written", impossible);
        }
        return file;
    }

    /**
     * Our own key and certificate, made if this is the first time.
     *
     * @throws IOException if a file cannot be read or written
     * @throws GeneralSecurityException if one is not what it should be
     */
    public OwnIdentity own() throws IOException, GeneralSecurityException {
        MAKING.lock();
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("own").resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("the folder " + folder + " cannot be locked");
            }
            if (!Files.exists(certificate())) {
                make();
            }
            return load();
        } finally {
            MAKING.unlock();
        }
    }

    private OwnIdentity load() throws IOException, GeneralSecurityException {
        X509Certificate certificate = Certificates.read(Files.readAllBytes(certificate()));
        if (!Files.exists(key())) {
            throw new GeneralSecurityException(certificate() + " is there and its key " + key()
                    + " is not; put it back, or remove the folder own to have new ones made and trusted again");
        }
        String pem = Files.readString(key(), StandardCharsets.US_ASCII);
        String text = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        PrivateKey key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
        return new OwnIdentity(new KeyPair(certificate.getPublicKey(), key), certificate);
    }

    /** The certificate comes last, whole: where it is, the key is too. */
    private void make() throws IOException, GeneralSecurityException {
        KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(KEY_BITS);
        String host = hostName();
        byte[] certificate = certificate(keys, host).getEncoded();
        Files.deleteIfExists(key());
        createPrivate(key());
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Files.writeString(key(), pem, StandardCharsets.US_ASCII);
        Path whole = folder.resolve("own").resolve("certificate.new");
        Files.write(whole, certificate);
        Files.move(whole, certificate(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static X509Certificate certificate(KeyPair keys, String host) throws GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(keys.getPublic().getEncoded());
        String uri = "urn:" + host + ":cellwright:" + HexFormat.of().formatHex(hash, 0, 8);
        try {
            return new SelfSignedCertificateBuilder(keys)
                    .setCommonName("Cellwright on " + host)
                    .setOrganization("Cellwright")
                    .setApplicationUri(uri)
                    .addDnsName(host)
                    .setValidityPeriod(VALIDITY)
                    .build();
        } catch (GeneralSecurityException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new GeneralSecurityException("no certificate could be made: " + failed.getMessage(), failed);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "-");
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
