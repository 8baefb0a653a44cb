package cellwright.lab.reproduce;

import cellwright.figure.Figure;
import cellwright.lab.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small library of its own, so that a test's experiments take tenths of a second, and short ways to make them. */
public final class Made {
    /** A protocol that does two cycles at 1C. */
    static final String CYCLES = """
            - cycles: 2
              steps:
                - { charge: 1C, until: voltage >= 4.3 V, at most: 2 h }
                - { discharge: 1C, until: voltage <= 2.8 V, at most: 2 h }
            """;

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Path folder;

    Made(Path folder) {
        this.folder = folder;
    }

    /** A house with two cycles at 1C, a protocol that meets a limit, and a warm cell. */
    static Made in(Path folder) throws IOException {
        Made made = new Made(folder);
        Files.createDirectories(folder.resolve("config/cells"));
        Files.createDirectories(folder.resolve("protocols"));
        made.protocol("cycles", "voltage: 2.7..4.4 V", CYCLES);
        made.protocol(
                "limited",
                "voltage: 2.7..4.0 V",
                CYCLES.replace(">= 4.3 V", ">= 3.9 V, when late: next").replace("charge: 1C", "charge: 3C"));
        made.protocol("crossed", "current: -0.1..0.1 mA", CYCLES);
        Path warm = House.warmCell(folder);
        Files.move(warm, folder.resolve("config/cells/warm.yaml"));
        return made;
    }

    void protocol(String name, String limits, String steps) throws IOException {
        Path written = House.written(folder, limits, steps);
        Files.writeString(
                folder.resolve("protocols").resolve(name + ".yaml"),
                Files.readString(written, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
        Files.delete(written);
    }

    /** An experiment with one check of the second cycle's capacity. */
    static Experiment experiment(String id, Target target, Trial... trials) {
        return new Experiment(
                id,
                "Made up " + id,
                "nowhere",
                "",
                1,
                1,
                List.of(trials),
                List.of(new Check(
                        "1",
                        "discharge capacity, cycle 2",
                        "mAh/g",
                        target,
                        Kind.INPUT,
                        runs -> Cycles.dischargePerGram(runs.of(trials[0].name()), 2))),
                runs -> new Figure("made up", "", List.of(Curves.capacities(runs.of(trials[0].name()), 1))));
    }

    static Trial trial(String protocol) {
        return new Trial("", protocol, "warm", Map.of(), Instruments.REAL);
    }

    Reproduction reproduction(Path runs, boolean keep, int seeds, int threads) {
        return new Reproduction(folder, runs, keep, seeds, threads, NOW);
    }

    List<Outcome> outcomes(Path runs, Experiment... experiments) {
        return reproduction(runs, false, 1, 1).of(List.of(experiments), () -> false, (experiment, seed, seconds) -> {});
    }

    /** Every number of every row, with the reasons. */
    static List<String> told(List<Outcome> outcomes) {
        List<String> told = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            for (Row row : outcome.rows()) {
                row.answers().forEach(answer -> told.add(row.experiment() + " " + answer));
            }
        }
        return told;
    }
}
