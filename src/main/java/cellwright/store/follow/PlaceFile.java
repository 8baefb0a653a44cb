package cellwright.store.follow;

import cellwright.journal.Bookmark;
import cellwright.journal.RealDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A follower's place on disk: one line with a checksum, written beside and renamed, so that a power cut leaves the old one or
 * the new one. One thread.
 */
public final class PlaceFile {
    private static final Pattern LINE = Pattern.compile(
            "follower 1 segment=(\\d+) sequence=(\\d+) check=(-?\\d+) replay-from=(\\d+) crc=([0-9a-f]{8})\n");

    private final Path file;

    /** At a path; its folder is made when something is saved. */
    public PlaceFile(Path file) {
        this.file = file;
    }

    /**
     * The place that was saved; the beginning if none was.
     *
     * @throws IOException if the disk fails, or the file is not one that {@link #save} wrote
     */
    public FollowerPlace load() throws IOException {
        if (!Files.exists(file)) {
            return FollowerPlace.BEGINNING;
        }
        return parsed(Files.readString(file))
                .orElseThrow(
                        () -> new IOException(file + " is damaged: it should hold how far was handed on; delete it to"
                                + " hand everything on again, which overwrites what is there with the same"));
    }

    private static Optional<FollowerPlace> parsed(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches() || !line.group(5).equals(checksum(text.substring(0, line.start(5))))) {
            return Optional.empty();
        }
        Bookmark mark = new Bookmark(
                Integer.parseInt(line.group(1)), Long.parseLong(line.group(2)), Integer.parseInt(line.group(3)));
        return Optional.of(new FollowerPlace(mark, Integer.parseInt(line.group(4))));
    }

    /**
     * Saves a place, durably.
     *
     * @throws IOException if the disk fails; the earlier place is kept then
     */
    public void save(FollowerPlace place) throws IOException {
        Bookmark mark = place.upTo();
        String text = "follower 1 segment=" + mark.segment() + " sequence=" + mark.sequence() + " check=" + mark.check()
                + " replay-from=" + place.replayFrom() + " crc=";
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap((text + checksum(text) + "\n").getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (folder != null) {
            new RealDisk().syncDirectory(folder);
        }
    }

    private static String checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format(java.util.Locale.ROOT, "%08x", checksum.getValue());
    }
}
