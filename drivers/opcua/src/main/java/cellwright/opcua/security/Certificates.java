package cellwright.opcua.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Certificates on disk and in words. */
public final class Certificates {
    private Certificates() {}

    /** What tells a certificate from all others: the SHA-256 of it, in hexadecimal digits. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(hash);
        } catch (CertificateEncodingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a certificate that was read can be written", impossible);
        }
    }

    /** Reads one certificate, DER or PEM. */
    static X509Certificate read(byte[] bytes) throws CertificateException {
        return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(bytes));
    }

    /** Every certificate of a folder's files; other files are passed over, broken ones are an error. */
    static List<X509Certificate> in(Path folder) throws IOException, CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        for (Path file : files(folder, "der", "pem", "crt", "cer")) {
            try (InputStream in = Files.newInputStream(file)) {
                for (Certificate each : factory().generateCertificates(in)) {
                    found.add((X509Certificate) each);
                }
            } catch (CertificateException broken) {
                throw new CertificateException(file + " holds no certificate: " + broken.getMessage(), broken);
            }
        }
        return found;
    }

    /** Every revocation list of a folder's files. */
    static List<X509CRL> revocations(Path folder) throws IOException, GeneralSecurityException {
        List<X509CRL> found = new ArrayList<>();
        for (Path file : files(folder, "crl")) {
            try (InputStream in = Files.newInputStream(file)) {
                found.add((X509CRL) factory().generateCRL(in));
            }
        }
        return found;
    }

    private static List<Path> files(Path folder, String... endings) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                if (List.of(endings).contains(name.substring(name.lastIndexOf('.') + 1))) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        return files;
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
