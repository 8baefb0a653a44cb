package cellwright.lab;

import cellwright.protocol.Result;
import cellwright.protocol.yaml.Library;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The protocols beside a protocol: what {@code use:} may name. Only files in the same folder or below it are found, so
 * that a protocol from elsewhere cannot read what it should not.
 */
final class FolderLibrary implements Library {
    private final Path folder;

    FolderLibrary(Path protocolFile) {
        Path parent = protocolFile.toAbsolutePath().normalize().getParent();
        this.folder = parent == null ? Path.of("").toAbsolutePath() : parent;
    }

    @Override
    public Optional<String> text(String file) {
        return within(file).flatMap(FolderLibrary::read);
    }

    private Optional<Path> within(String file) {
        try {
            return Optional.of(folder.resolve(file).normalize()).filter(wanted -> wanted.startsWith(folder));
        } catch (InvalidPathException notAName) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(Path file) {
        return switch (InputText.read(file)) {
            case Result.Made<String> made -> Optional.of(made.value());
            case Result.Refused<String> ignored -> Optional.empty();
        };
    }
}
