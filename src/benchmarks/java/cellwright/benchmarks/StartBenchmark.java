package cellwright.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * How long a person waits before a rehearsal says its first word, once the program is built: through the launcher, from
 * the start of the shell to the first byte on standard output. Beside it {@code java -version}, the least that any Java
 * program can take; the two in turn.
 *
 * <p>Arguments: the project's folder, a folder to write below, and the number of rounds.
 */
@TouchesTheRealWorld
public final class StartBenchmark {
    private static final double FIRST_WORD_SECONDS = 1.5;
    private static final String EXPECTED = "NCM85 life at C/5";

    private final Path house;
    private final Path folder;
    private int runs;

    private StartBenchmark(Path house, Path folder) {
        this.house = house;
        this.folder = folder;
    }

    /** Seconds to the first byte and to the end. */
    private record Waited(double first, double whole) {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path house = Path.of(arguments.length > 0 ? arguments[0] : ".").toAbsolutePath();
        Path parent = Path.of(arguments.length > 1 ? arguments[1] : "target");
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        try (Scratch scratch = Scratch.below(parent, "start-benchmark")) {
            new StartBenchmark(house, scratch.path()).measure(rounds);
        }
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        Rounds first = new Rounds();
        Rounds whole = new Rounds();
        Rounds bare = new Rounds();
        launch();
        for (int round = 0; round < rounds; round++) {
            bare.add(bare());
            Waited waited = launch();
            first.add(waited.first());
            whole.add(waited.whole());
        }
        Verdict.atMost("start, to the first word of a run", first.median(), " s", FIRST_WORD_SECONDS);
        Verdict.remark("start, whole run of one cycle", whole.median(), " s");
        Verdict.remark("start, bare java -version", bare.median(), " s");
        Verdict.remark("start, first word / bare java", first.median() / bare.median(), "");
    }

    private Waited launch() throws IOException, InterruptedException {
        runs++;
        List<String> command = List.of(
                house.resolve("cellwright").toString(),
                "run",
                house.resolve("protocols/zhou-2022-ncm85-c5-life.yaml").toString(),
                "--cell",
                house.resolve("config/cells/ncm85-zhou.yaml").toString(),
                "--set",
                "cycles=1",
                "--out",
                folder.resolve("run-" + runs).toString());
        return timed(command, EXPECTED);
    }

    private static double bare() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return timed(List.of(java, "-XX:+UseSerialGC", "-version"), "").whole();
    }

    private static Waited timed(List<String> command, String expected) throws IOException, InterruptedException {
        long before = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectError(expected.isEmpty() ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = process.getInputStream()) {
            int head = out.read();
            long first = System.nanoTime();
            String rest = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            long end = System.nanoTime();
            String said = head < 0 ? "" : (char) head + rest;
            if (code != 0 || !said.startsWith(expected)) {
                throw new IllegalStateException(command + " ended with " + code + " and said: " + said);
            }
            return new Waited((first - before) * 1e-9, (end - before) * 1e-9);
        }
    }
}
