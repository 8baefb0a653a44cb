package cellwright.world.link;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.testkit.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pseudo-terminal made by the {@code script} command, with nothing behind it but the test. */
public final class PseudoTerminal implements AutoCloseable {
    private final Process process;
    private final Path device;

    /** Makes one; the test is skipped where that cannot be done. */
    public PseudoTerminal() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "the script command makes the pseudo-terminals");
        assumeTrue(System.getProperty("os.name", "").equals("Linux"), "other systems' script command is another");
        process = new ProcessBuilder("script", "-q", "-c", "stty raw -echo; tty; exec sleep 1000", "/dev/null")
                .redirectErrorStream(true)
                .start();
        String name = hear().strip();
        assumeTrue(name.startsWith("/dev/"), "no pseudo-terminal is to be had here: " + name);
        device = Path.of(name);
    }

    /** What a serial link opens. */
    public Path device() {
        return device;
    }

    /** The far end. */
    public Wire wire() {
        return new Wire(process.getInputStream(), process.getOutputStream(), this::close);
    }

    /** The next line that was written to the port, without its end. */
    String hear() throws IOException {
        InputStream in = process.getInputStream();
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    void say(String line) throws IOException {
        process.getOutputStream().write(line.getBytes(ISO_8859_1));
        process.getOutputStream().flush();
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
