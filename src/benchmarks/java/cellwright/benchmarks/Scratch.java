package cellwright.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder to write in, removed with all that it holds when it is closed.
 *
 * @param path where it is
 */
record Scratch(Path path) implements AutoCloseable {
    /** A new one below a folder, which is made if it is not there. */
    static Scratch below(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        return new Scratch(Files.createTempDirectory(parent, name + "-"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(path)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.delete(each);
            }
        }
    }
}
