package cellwright.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names for run folders: when and which cell, never one that exists. */
public final class RunName {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunName() {}

    /** A folder in {@code runs} that does not exist yet. */
    public static Path fresh(Path runs, Instant now, String cell) {
        String name = MINUTE.format(now) + "_" + cell.replaceAll("[^A-Za-z0-9._-]+", "-");
        Path path = runs.resolve(name);
        for (int number = 2; Files.exists(path); number++) {
            path = runs.resolve(name + "-" + number);
        }
        return path;
    }
}
