package cellwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A folder of files that appears whole or not at all: it is filled as {@code NAME.part} and moved to its place. */
public final class WholeFolder {
    /** What fills it. */
    public interface Filling<T> {
        /** Writes files into the folder, no further folders. */
        T into(Path part) throws IOException;
    }

    private WholeFolder() {}

    /**
     * Makes a folder.
     *
     * @param folder where it will be; nothing may be there
     * @throws IOException if it cannot be filled; nothing remains of it then
     */
    public static <T> T make(Path folder, Filling<T> filling) throws IOException {
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Files.createDirectory(part);
        try {
            T made = filling.into(part);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            return made;
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) throws IOException {
        if (!Files.exists(part)) {
            return;
        }
        List<Path> begun;
        try (Stream<Path> files = Files.list(part)) {
            begun = files.toList();
        }
        for (Path file : begun) {
            Files.delete(file);
        }
        Files.delete(part);
    }
}
