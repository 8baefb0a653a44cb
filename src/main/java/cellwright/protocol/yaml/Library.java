package cellwright.protocol.yaml;

import java.util.Optional;

/** Where the text of a file named by {@code use:} comes from; this package opens no files itself. */
@FunctionalInterface
public interface Library {
    /** A library without files. */
    Library EMPTY = file -> Optional.empty();

    /**
     * The text of a file.
     *
     * @param file its name as written behind {@code use:}
     * @return empty if there is none
     */
    Optional<String> text(String file);
}
