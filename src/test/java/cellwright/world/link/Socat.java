package cellwright.world.link;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A serial port that nobody here wrote: {@code socat} makes a pseudo-terminal under a name that stays, and leads it to a socket. */
public final class Socat implements AutoCloseable {
    private static final Path PROGRAM = Stream.of("/usr/bin/socat", "/usr/local/bin/socat", "/opt/homebrew/bin/socat")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of(""));

    private final Path name;
    private Optional<Process> plugged = Optional.empty();

    /** Nothing is plugged in yet; the test is skipped where socat is not installed. */
    public Socat(Path name) {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "socat is not installed (Debian: apt install socat), so serial ports made by it are not tested");
        this.name = name;
    }

    /** What a laboratory's configuration writes. */
    public String address() {
        return "serial:" + name;
    }

    /** An adapter is plugged in whose far end is a port of this machine. */
    public void plug(int port) throws IOException {
        plugged = Optional.of(
                new ProcessBuilder(PROGRAM.toString(), "PTY,raw,echo=0,link=" + name, "TCP:127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** The adapter is gone from one moment to the next, and its name with it. */
    public void pull() throws IOException {
        plugged.ifPresent(process -> process.destroyForcibly().onExit().join());
        plugged = Optional.empty();
        Files.deleteIfExists(name);
    }

    @Override
    public void close() throws IOException {
        pull();
    }
}
