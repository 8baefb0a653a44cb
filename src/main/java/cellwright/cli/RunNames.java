package cellwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names for run folders: when and which cell, never one that exists. */
final class RunNames {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunNames() {}

    static Path fresh(Instant now, String cell) {
        String name = MINUTE.format(now) + "_" + cell.replaceAll("[^A-Za-z0-9._-]+", "-");
        Path path = Path.of("runs", name);
        for (int number = 2; Files.exists(path); number++) {
            path = Path.of("runs", name + "-" + number);
        }
        return path;
    }
}
