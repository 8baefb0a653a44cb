package cellwright.lab.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.figure.Drawn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReproductionTest {
    private static final Target ANYTHING = new Target.AtLeast(1);

    @TempDir
    Path folder;

    private Made made;

    @BeforeEach
    void house() throws IOException {
        made = Made.in(folder);
    }

    private static Row onlyRow(List<Outcome> outcomes) {
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.get(0).rows()).hasSize(1);
        return outcomes.get(0).rows().get(0);
    }

    private Row judged(Target target, Trial trial) {
        return onlyRow(made.outcomes(folder.resolve("runs"), Made.experiment("A", target, trial)));
    }

    @Test
    void whatIsMetPasses() {
        Row row = judged(new Target.Near(158, 5), Made.trial("cycles"));
        assertThat(row.reasons()).isEmpty();
        assertThat(row.pass()).isTrue();
        assertThat(row.answers()).hasSize(1);
    }

    @Test
    void whatIsMissedFailsWithTheNumber() {
        Row row = judged(new Target.Near(200, 3), Made.trial("cycles"));
        assertThat(row.pass()).isFalse();
        assertThat(row.reasons()).singleElement().asString().matches("seed 1: 15[0-9.]+ mAh/g is not 200 ± 3 mAh/g");
    }

    @Test
    void aRunThatEndsByALimitIsARowThatFails() {
        Row row = judged(ANYTHING, Made.trial("limited").simulated("lead_ohm", "400"));
        assertThat(row.pass()).isFalse();
        assertThat(row.reasons()).singleElement().asString().startsWith("seed 1: the run was ended (envelope): ");
        assertThat(row.answers().get(0).value()).isNaN();
    }

    @Test
    void aRunThatIsRefusedIsARowThatFails() {
        assertThat(judged(ANYTHING, Made.trial("crossed")).reasons())
                .singleElement()
                .asString()
                .startsWith("seed 1: the run was refused: ");
        assertThat(judged(ANYTHING, Made.trial("missing")).reasons())
                .singleElement()
                .asString()
                .contains("the run was refused: ", "no such file");
        assertThat(judged(ANYTHING, Made.trial("cycles").simulated("porosity", "much"))
                        .reasons())
                .singleElement()
                .asString()
                .contains("porosity");
    }

    @Test
    void aJudgementThatBreaksIsARowThatFails() {
        Experiment sound = Made.experiment("A", ANYTHING, Made.trial("cycles"));
        Check broken = new Check("1", "nothing", "", ANYTHING, Kind.INPUT, runs -> {
            throw new IllegalStateException("a fault of ours");
        });
        Check unknown = new Check("1", "nothing", "", ANYTHING, Kind.INPUT, runs -> Double.NaN);
        Experiment experiment =
                new Experiment("A", "", "", "", 1, 1, sound.trials(), List.of(broken, unknown), runs -> {
                    throw new IllegalArgumentException("cannot be drawn");
                });
        Outcome outcome = made.outcomes(folder.resolve("runs"), experiment).get(0);
        assertThat(outcome.rows().get(0).reasons()).singleElement().asString().contains("a fault of ours");
        assertThat(outcome.rows().get(1).reasons()).singleElement().asString().contains("not known");
        assertThat(outcome.drawing()).isEqualTo(new Drawing.Missing("cannot be drawn"));
    }

    @Test
    void aRunWhoseRecordsAreDamagedIsNotJudged() throws IOException {
        Laboratory laboratory = new Laboratory(folder, Instant.EPOCH, () -> false);
        Path run = folder.resolve("taken");
        Files.createDirectories(run);
        Files.writeString(run.resolve("run.yaml"), "taken");
        assertThat(laboratory.tried(Made.trial("cycles"), 1, run))
                .isInstanceOf(Tried.Failed.class)
                .asString()
                .contains("could not be written or read");
    }

    @Test
    void neitherThreadsNorOrderChangeANumber() {
        Experiment first = Made.experiment("A", new Target.Near(158, 5), Made.trial("cycles"));
        Experiment second = Made.experiment(
                "B", new Target.Near(10, 5), Made.trial("cycles").simulated("nx", "3"));
        List<String> alone = Made.told(made.reproduction(folder.resolve("one"), false, 2, 1)
                .of(List.of(first, second), () -> false, (experiment, seed, seconds) -> {}));
        List<String> abreast = Made.told(made.reproduction(folder.resolve("four"), false, 2, 4)
                .of(List.of(second, first), () -> false, (experiment, seed, seconds) -> {}));
        assertThat(abreast).containsExactlyInAnyOrderElementsOf(alone).hasSize(4);
        assertThat(abreast.get(0)).startsWith("B").as("the order of the report is that which was asked for");
    }

    @Test
    void runFoldersAreKeptOrNot() throws IOException {
        Experiment experiment = Made.experiment("A", ANYTHING, Made.trial("cycles"));
        List<String> told = new ArrayList<>();
        made.reproduction(folder.resolve("kept"), true, 2, 2)
                .of(List.of(experiment), () -> false, (each, seed, seconds) -> told.add(each.id() + seed));
        assertThat(told).containsExactlyInAnyOrder("A1", "A2");
        assertThat(folder.resolve("kept/a-seed-1/run/run.yaml")).exists();
        assertThat(folder.resolve("kept/a-seed-2/run/cycles.csv")).exists();
        made.outcomes(folder.resolve("gone"), experiment);
        assertThat(folder.resolve("gone/a-seed-1")).doesNotExist();
    }

    @Test
    void whoeverStopsItGetsRowsThatSaySo() {
        List<Outcome> outcomes = made.reproduction(folder.resolve("runs"), false, 1, 1)
                .of(
                        List.of(Made.experiment("A", ANYTHING, Made.trial("cycles"))),
                        () -> true,
                        (experiment, seed, seconds) -> {});
        assertThat(onlyRow(outcomes).reasons()).singleElement().asString().contains("stopped by the keyboard");
    }

    @Test
    void theReportTellsEverythingAndLinksToFigures() throws IOException {
        Experiment good = Made.experiment("A", new Target.Near(158, 5), Made.trial("cycles"));
        Experiment bad = Made.experiment("B", ANYTHING, Made.trial("limited").simulated("lead_ohm", "400"));
        Path report = folder.resolve("report.md");
        ReportFiles.write(report, made.outcomes(folder.resolve("runs"), good, bad), 1);
        String text = Files.readString(report);
        assertThat(text)
                .contains("**1 of 2 numbers are met.**", "simulated", "| 158 ± 5 mAh/g |", "| pass |", "| **fail** |")
                .contains("[A](#a-made-up-a)", "## A Made up A", "![Made up A](report/a.svg)")
                .contains("--cell config/cells/warm.yaml");
        Instruments.REAL.forEach((setting, value) -> assertThat(text).contains("--simulate " + setting + "=" + value));
        assertThat(text)
                .as("what is not the usual instrument is listed, what is usual is not")
                .contains("\n- [B](#b-made-up-b): `lead_ohm=400`\n")
                .doesNotContain("- [A](");
        assertThat(text)
                .contains(
                        "No figure: the run was ended (envelope)", "- **fails**: discharge capacity, cycle 2, seed 1");
        assertThat(text).doesNotContain(folder.toString());
        assertThat(folder.resolve("report/b.svg")).doesNotExist();
        new Drawn(Files.readString(folder.resolve("report/a.svg"))).isReadable();
        ReportFiles.write(report, made.outcomes(folder.resolve("runs"), good, bad), 1);
        assertThat(Files.readString(report)).as("the same again").isEqualTo(text);
    }

    @Test
    void asidesAreToldBesideTheTableAndDecideNothing() throws IOException {
        Experiment plain = Made.experiment("A", new Target.Near(158, 5), Made.trial("cycles"));
        Experiment experiment = new Experiment(
                "A",
                "Made up",
                "nowhere",
                "",
                1,
                1,
                plain.trials(),
                plain.checks(),
                List.of(
                        new Aside("cycle 2 over cycle 1", "%", runs -> Cycles.ratio(runs.only(), 2, 1)),
                        new Aside("of a cycle that is none", "%", runs -> Cycles.ratio(runs.only(), 3, 1))),
                plain.picture());
        List<Outcome> outcomes = made.outcomes(folder.resolve("runs"), experiment);
        assertThat(onlyRow(outcomes).pass()).isTrue();
        List<Noted> asides = outcomes.get(0).asides();
        assertThat(asides).hasSize(2);
        assertThat(asides.get(0).values()).singleElement().satisfies(value -> assertThat(value)
                .isBetween(90.0, 110.0));
        assertThat(asides.get(1).values()).containsExactly(Double.NaN);
        Path report = folder.resolve("report.md");
        ReportFiles.write(report, outcomes, 1);
        assertThat(Files.readString(report))
                .containsPattern("without a target:\\R\\R- cycle 2 over cycle 1: \\d+\\.\\d+ %")
                .contains("\n- of a cycle that is none: - %");
    }

    @Test
    void theTableHasUniqueIdsAndEveryExperimentAFileName() {
        List<Experiment> all = AcceptanceTable.all();
        assertThat(all.stream().map(Experiment::id)).doesNotHaveDuplicates();
        assertThat(AcceptanceTable.missing())
                .as("rows that no experiment tells")
                .isEmpty();
        assertThat(all).allSatisfy(experiment -> {
            assertThat(experiment.id()).matches("[A-Z0-9]+");
            assertThat(experiment.checks()).isNotEmpty();
            assertThat(experiment.trials().stream().map(Trial::folder)).doesNotHaveDuplicates();
            assertThat(experiment.trials().stream().map(Trial::simulation))
                    .as("instruments are real")
                    .allSatisfy(settings -> assertThat(settings).containsAllEntriesOf(Instruments.REAL));
        });
    }

    @Test
    void fewExperimentsNeedAnotherInstrumentAndTheySayWhy() {
        List<Experiment> special = AcceptanceTable.all().stream()
                .filter(experiment -> experiment.trials().stream()
                        .anyMatch(trial -> !trial.special().isEmpty()))
                .toList();
        assertThat(special).extracting(Experiment::id).containsExactly("C01", "F04");
        assertThat(special.get(0).remark()).contains("offset", "0.24 nA", "0.001 %");
        assertThat(special.get(1).remark()).contains("load cell", "5 kN");
    }

    /** Gains and offsets are drawn, so that capacities differ by more than noise would make them. */
    @Test
    void everySeedIsAChannelOfItsOwn() {
        List<Outcome> outcomes = made.reproduction(folder.resolve("runs"), false, 4, 2)
                .of(
                        List.of(Made.experiment("A", ANYTHING, Made.trial("cycles"))),
                        () -> false,
                        (experiment, seed, seconds) -> {});
        double[] capacities = onlyRow(outcomes).answers().stream()
                .mapToDouble(Answer::value)
                .sorted()
                .toArray();
        assertThat(capacities).hasSize(4);
        assertThat(capacities[3] / capacities[0] - 1).isBetween(1e-4, 1e-2);
    }

    @Test
    void aBarInATableIsNoColumn() throws IOException {
        Experiment plain = Made.experiment("A", ANYTHING, Made.trial("cycles"));
        Check barred = new Check("1", "|Z| of it", "", ANYTHING, Kind.INPUT, runs -> 2);
        Experiment experiment =
                new Experiment("A", "Made up", "", "", 1, 1, plain.trials(), List.of(barred), plain.picture());
        Path report = folder.resolve("report.md");
        ReportFiles.write(report, made.outcomes(folder.resolve("runs"), experiment), 1);
        assertThat(Files.readString(report)).contains("| \\|Z\\| of it | ≥ 1 | 2 | pass |");
    }

    @Test
    void steelIsUsualAndABetterChannelIsNot() {
        Trial trial = Trial.inSteel("p", "c");
        assertThat(trial.simulation()).containsAllEntriesOf(Instruments.STEEL).containsAllEntriesOf(Instruments.REAL);
        assertThat(trial.special()).isEmpty();
        assertThat(trial.simulated("current_offset_share", "1e-5").special())
                .isEqualTo(Map.of("current_offset_share", "1e-5"));
        assertThat(trial.simulated("instrument", "ideal").special())
                .as("what is made worse or ideal is listed too")
                .isEqualTo(Map.of("instrument", "ideal"));
    }

    @Test
    void trialsAreData() {
        Trial trial = Trial.of("p", "c").named("25 °C").with("cycles", "3").simulated("nx", "5");
        assertThat(trial.folder()).isEqualTo("25-c");
        assertThat(trial.set()).isEqualTo(Map.of("cycles", "3"));
        assertThat(trial.simulation()).containsEntry("nx", "5").containsAllEntriesOf(Instruments.REAL);
    }
}
