package cellwright.lab;

import cellwright.journal.RealDisk;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A run as a folder: {@code run.yaml} (the card), {@code protocol.yaml} and {@code cell.yaml} (hashed snapshots),
 * {@code journal/} (the truth) and, when the run is over, {@code outcome.yaml} and {@code cycles.csv}. It can be copied and
 * moved as a whole.
 *
 * @param path where it is
 */
public record RunFolder(Path path) {
    private static final String CARD = "run.yaml";
    private static final String PROTOCOL = "protocol.yaml";
    private static final String CELL = "cell.yaml";

    /** Why a folder cannot be made at a path, or nothing. */
    public static List<Problem> objections(Path path) {
        try {
            Path there = path.toAbsolutePath().normalize();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            if (!Files.isDirectory(there)) {
                return List.of(problem(path, there + " is a file; name a folder that does not exist yet"));
            }
            if (!Files.isWritable(there)) {
                return List.of(problem(path, "nothing may be written into " + there + "; name another place"));
            }
            if (Files.isDirectory(path) && hasEntries(path)) {
                String what = Files.exists(path.resolve(CARD)) ? "holds a run already" : "is not empty";
                return List.of(problem(path, "the folder " + what + "; name one that does not exist yet"));
            }
            return List.of();
        } catch (IOException failure) {
            return List.of(problem(path, "the folder cannot be looked into: " + failure.getMessage()));
        }
    }

    /**
     * Makes a run's folder with its card and snapshots, durably.
     *
     * @throws java.nio.file.FileAlreadyExistsException if another run has the folder
     * @throws IOException if it cannot be written; what was made so far remains and says so by having no card
     */
    public static RunFolder create(Path path, RunCard card, String protocolText, String cellText) throws IOException {
        new RealDisk().createDirectories(path);
        RunFolder folder = new RunFolder(path);
        if (Files.exists(path.resolve(CARD))) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Files.createFile(folder.part(CARD));
        folder.put(PROTOCOL, protocolText);
        folder.put(CELL, cellText);
        folder.put(CARD, RunCardText.write(card));
        return folder;
    }

    /** The run's card, or why the folder is not a run's. */
    public Result<RunCard> card() {
        if (!Files.isDirectory(path)) {
            return refuse("there is no such run folder");
        }
        return switch (InputText.read(path.resolve(CARD))) {
            case Result.Refused<String> refused -> refuse("this is not a run folder: " + message(refused));
            case Result.Made<String> made -> parse(made.value());
        };
    }

    /** Where the journal lies. */
    public Path journal() {
        return path.resolve("journal");
    }

    /**
     * Where the run's records lie if they are still among those of the laboratory; empty once the folder has its own journal.
     *
     * @throws IOException if {@code live.yaml} cannot be read or understood
     */
    public Optional<LiveRun> live() throws IOException {
        Path file = path.resolve(LiveRun.FILE);
        if (Files.isDirectory(journal()) || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LiveRun.read(this, Files.readString(file)));
        } catch (IllegalArgumentException | ArithmeticException | YamlEngineException damaged) {
            throw new IOException(file + " cannot be understood: " + damaged.getMessage(), damaged);
        }
    }

    /** The text of the protocol's snapshot. */
    Result<String> protocolText() {
        return InputText.read(path.resolve(PROTOCOL));
    }

    /** The text of the cell's snapshot. */
    Result<String> cellText() {
        return InputText.read(path.resolve(CELL));
    }

    /** Writes a file of the folder so that it is there whole or not at all, also after a power cut. */
    public void put(String name, String text) throws IOException {
        Path part = part(name);
        try {
            write(part, text);
            Files.move(part, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        new RealDisk().syncDirectory(path);
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private Path part(String name) {
        return path.resolve(name + ".part");
    }

    private Result<RunCard> parse(String text) {
        try {
            return new Result.Made<>(RunCardText.read(text), List.of());
        } catch (IllegalArgumentException | YamlEngineException damaged) {
            return refuse("run.yaml cannot be understood: " + damaged.getMessage());
        }
    }

    private static String message(Result.Refused<String> refused) {
        return refused.problems().get(0).message();
    }

    private <T> Result<T> refuse(String message) {
        return new Result.Refused<>(List.of(problem(path, message)));
    }

    private static Problem problem(Path path, String message) {
        return Problem.error(Place.whole(path.toString()), message);
    }

    private static boolean hasEntries(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isPresent();
        }
    }
}
