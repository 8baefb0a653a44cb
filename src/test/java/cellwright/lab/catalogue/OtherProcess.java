package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The program as a process of its own, which can be killed and stopped; whoever waits for it waits for its words. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final Writer typed;

    /** Starts {@code cellwright} with some arguments. */
    OtherProcess(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "cellwright.cli.Main"));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
        type("cell");
        String[] words = until(line -> line.contains(" mA, ")).split(" ");
        return Double.parseDouble(words[2]);
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
    }
}
