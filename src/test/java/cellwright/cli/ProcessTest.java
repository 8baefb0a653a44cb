package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.lab.House;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped: a jar, started as a process of its own. One that says nothing any more is given up. */
@Timeout(value = 3 * ProcessTest.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProcessTest {
    private static final Path JAR = House.ROOT.resolve("src/target/cellwright.jar");
    static final long SECONDS = 60;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void theJarIsThere() {
        assumeTrue(Files.exists(JAR), "the program is not built yet: mvn package makes " + JAR.normalize());
    }

    @AfterEach
    void nothingIsLeftRunning() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aRunFromOutside() throws IOException, InterruptedException {
        Process process = start(
                "",
                "run",
                House.protocol("cccv-basic"),
                "--cell",
                House.CELL,
                "--set",
                "cycles=1",
                "--out",
                folder.resolve("run"),
                "--json");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(code(process)).isZero();
        assertThat(out).startsWith("{").contains("\"outcome\" : \"complete\"");
    }

    @Test
    void aRunThatIsEndedFromOutsideIsSealedAndTheFolderIsItsAlone() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        Process process = longRun(run);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            until(lines, "    3  ");
            assertThat(Said.by("run", House.protocol("cccv-basic"), "--cell", House.CELL, "--out", run)
                            .code())
                    .isEqualTo(2);
            assertThat(process.toHandle().destroy()).isTrue();
            until(lines, "asked: stopped by the keyboard");
        }
        assertThat(code(process)).isIn(130, 143);
        assertThat(run.resolve("outcome.yaml")).content().contains("outcome: asked");
        assertThat(Said.by("verify", run).code()).isZero();
    }

    @Test
    void aLaboratoryIsServedAskedAndEnded() throws IOException, InterruptedException {
        Path config = folder.resolve("lab.yaml");
        Files.writeString(config, """
                lab: bench
                folder: data
                instruments:
                  rig:
                    driver: simulator
                    settings:
                      { cell: A7, active_mass_kg: 4.885e-6, area_m2: 7.854e-5, start_stoichiometry: 0.985 }
                channels: { A1: { potentiostat: rig, press: rig, chamber: rig } }
                """);
        Process process = start("", "serve", "--config", config);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            until(lines, "it listens at");
            assertThat(Said.by("serve", "--config", config).err()).contains("is another Cellwright running on it?");
            Said begun = startedOnceConnected(config);
            assertThat(begun.code()).as(begun.err()).isZero();
            untilSaid(lines, "A1 step 1: temperature");
            assertThat(Said.by("hold", "A1", "--config", config).out()).contains("held", "because: held by");
            assertThat(Said.by("resume", "A1", "--config", config).code()).isZero();
            assertThat(Said.by("stop-all", "--config", config).code()).isZero();
            assertThat(Said.by("status", "--config", config, "--json").out()).contains("\"at_rest\" : true");
            assertThat(Said.by("stop", "A1", "--config", config).code()).isZero();
            untilSaid(lines, "is sealed");
            assertThat(process.toHandle().destroy()).isTrue();
            until(lines, "ended; all cells at rest");
        }
        assertThat(code(process)).isIn(130, 143);
        assertThat(folder.resolve("data/control/engine.sock")).doesNotExist();
    }

    /** The rig is connected a moment after the laboratory listens; who is too early is told so. */
    private Said startedOnceConnected(Path config) {
        Said said = new Said(2, "", "");
        for (int tries = 0; tries < 200 && said.code() != 0; tries++) {
            said = Said.by(
                    "start", House.protocol("cccv-basic"), "--cell", House.CELL, "--channel", "A1", "--config", config);
        }
        return said;
    }

    @Test
    void aRunThatIsKilledIsInterrupted() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        Process process = longRun(run);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            until(lines, "   20  ");
        }
        process.destroyForcibly();
        code(process);
        Said summary = Said.by("summary", run);
        assertThat(summary.code()).isZero();
        assertThat(summary.out()).contains("interrupted or still going on").contains("\n    2  ");
    }

    @Test
    void filesThatMayNotGrowAreGivenUpAndNothingIsLost() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "needs a shell that limits the size of files");
        Path run = folder.resolve("run");
        Process process = run("ulimit -f 512; ", run, 60);
        process.getInputStream().readAllBytes();
        assertThat(code(process)).isZero();
        assertThat(folder.resolve("err.txt")).content().contains("warning: ", "is given up", "check the disk");
        Said verify = Said.by("verify", run);
        assertThat(verify.code()).as(verify.out()).isZero();
        assertThat(verify.out()).contains("gave up after a failed write and wrote again elsewhere");
    }

    private Process longRun(Path run) throws IOException {
        return run("", run, 1_000_000);
    }

    private Process run(String before, Path run, int cycles) throws IOException {
        return start(
                before,
                "run",
                House.protocol("zhou-2022-ncm85-3c-life"),
                "--cell",
                House.CELL,
                "--set",
                "cycles=" + cycles,
                "--out",
                run);
    }

    private Process start(String before, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (!before.isEmpty()) {
            command.addAll(List.of("/bin/sh", "-c", before + "exec \"$@\"", "sh"));
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command.addAll(List.of(java, "-XX:+UseSerialGC", "-Xmx256m", "-jar", JAR.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static void until(BufferedReader lines, String beginning) throws IOException {
        until(lines, beginning, line -> line.startsWith(beginning));
    }

    /** A laboratory puts the wall clock before what it says. */
    private static void untilSaid(BufferedReader lines, String words) throws IOException {
        until(lines, words, line -> line.contains(words));
    }

    private static void until(BufferedReader lines, String words, Predicate<String> wanted) throws IOException {
        String line = lines.readLine();
        while (line != null && !wanted.test(line)) {
            line = lines.readLine();
        }
        assertThat(line).as("a line with \"%s\"", words).isNotNull();
    }

    private static int code(Process process) throws InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as("the process ends")
                .isTrue();
        return process.exitValue();
    }
}
