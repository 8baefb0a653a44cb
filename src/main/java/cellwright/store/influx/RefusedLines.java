package cellwright.store.influx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** Lines that a server will never take, in a file: each once, below a comment with the server's words. One thread. */
final class RefusedLines {
    private final Path file;
    private final Set<String> known = new HashSet<>();

    /**
     * Goes on with what is in the file.
     *
     * @throws IOException if it cannot be read
     */
    RefusedLines(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(known::add);
        }
    }

    /** How many there are. */
    long count() {
        return known.size();
    }

    Path file() {
        return file;
    }

    /**
     * Puts a line aside, durably; one that is there already is not put there again.
     *
     * @throws IOException if the disk fails
     */
    void put(String line, String why) throws IOException {
        if (known.contains(line)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        String text = "# " + why.replaceAll("\\s+", " ") + "\n" + line + "\n";
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        known.add(line);
    }
}
