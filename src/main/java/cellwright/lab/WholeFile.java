package cellwright.lab;

import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A text that becomes a file whole or not at all, and never in the place of another. */
public final class WholeFile {
    private WholeFile() {}

    /** Why a file cannot be made, or nothing. */
    public static List<Problem> objections(Path file) {
        return objections(file, List.of(file));
    }

    /** Why a file and others beside it cannot be made, or nothing. */
    static List<Problem> objections(Path file, List<Path> all) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of(objection(file, "there is no folder " + folder + " to write it into; make it first"));
        }
        if (!Files.isWritable(folder)) {
            return List.of(objection(file, "nothing may be written into " + folder + "; name another place"));
        }
        return all.stream()
                .filter(Files::exists)
                .map(there -> objection(there, "this exists already; name a file that does not"))
                .toList();
    }

    /**
     * Makes the file, in UTF-8.
     *
     * @throws IOException if it cannot be written; then nothing is left of it
     */
    public static void write(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Problem objection(Path file, String message) {
        return Problem.error(Place.whole(file.toString()), message);
    }
}
