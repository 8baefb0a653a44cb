package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The program as a process of its own, which can be killed and stopped; whoever waits for it waits for its words. It does not
 * outlive the tests: it is ended with their process, and where the system can see to that, also if that one is killed.
 */
final class OtherProcess implements AutoCloseable {
    private static final Path WITH_ITS_PARENT = Path.of("/usr/bin/setpriv");
    private static final Set<Process> LIVING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final BufferedReader lines;
    private final Writer typed;

    /** Starts {@code cellwright} with some arguments. */
    OtherProcess(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(WITH_ITS_PARENT)) {
            command.addAll(List.of(WITH_ITS_PARENT.toString(), "--pdeathsig", "KILL"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "cellwright.cli.Main"));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        LIVING.add(process);
        lines = process.inputReader(StandardCharsets.UTF_8);
        typed = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** A potentiostat at a simulated cell, at a serial port with a name that stays. */
    static OtherProcess potentiostat(Path port, Path cell) throws IOException {
        var played = new OtherProcess(
                "emulate",
                "palmsens",
                "--cell",
                cell,
                "--at",
                "serial:" + port,
                "--simulate",
                "start_pressure_pa=250e6",
                "--simulate",
                "start_stoichiometry=0.5");
        played.until(line -> line.startsWith("palmsens at"));
        return played;
    }

    /** The first line that fits. */
    String until(Predicate<String> fits) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (fits.test(line)) {
                return line;
            }
        }
        throw new AssertionError("the process ended");
    }

    /** Everything it says until it ends. */
    String everything() throws IOException {
        var all = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
        }
        return all.toString();
    }

    /** Types a line. */
    void type(String line) throws IOException {
        typed.write(line + "\n");
        typed.flush();
    }

    /** The current of the emulated cell in truth, mA. */
    double milliamps() throws IOException {
        return truth(2);
    }

    /** The voltage of the emulated cell in truth, V. */
    double volts() throws IOException {
        return truth(0);
    }

    private double truth(int word) throws IOException {
        type("cell");
        return Double.parseDouble(until(line -> line.contains(" mA, ")).split(" ")[word]);
    }

    /** Sends it one of the system's signals, for example {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(code).as("kill -%s", name).isZero();
    }

    /** Ends it without asking. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        LIVING.remove(process);
    }
}
