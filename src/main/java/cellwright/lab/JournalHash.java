package cellwright.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The fingerprint of a run's journal: equal for equal bytes in equally named segments. */
public final class JournalHash {
    private JournalHash() {}

    /**
     * SHA-256 over the segments in the order of their names, 64 lower-case hexadecimal digits.
     *
     * @throws IOException if the journal cannot be read, or has no segment
     */
    public static String of(RunFolder folder) throws IOException {
        MessageDigest digest = digest();
        List<Path> segments;
        try (Stream<Path> files = Files.list(folder.journal())) {
            segments = files.filter(file -> file.toString().endsWith(".cwj"))
                    .sorted()
                    .toList();
        }
        if (segments.isEmpty()) {
            throw new IOException(folder.journal() + " holds no journal");
        }
        for (Path segment : segments) {
            digest.update(String.valueOf(segment.getFileName()).getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(segment));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("this Java runtime lacks SHA-256; install a complete one", everyJavaHasIt);
        }
    }
}
