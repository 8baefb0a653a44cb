package cellwright.protocol.compile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of a protocol's text, by which a run knows that its snapshot is the one it was compiled from. */
public final class Hashing {
    private Hashing() {}

    /** SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("this Java runtime lacks SHA-256; install a complete one", everyJavaHasIt);
        }
    }
}
