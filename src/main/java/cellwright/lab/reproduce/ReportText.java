package cellwright.lab.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The report as Markdown: the table, then each experiment with its figure. The same measurements give the same text. */
final class ReportText {
    /** What the table asks for and no run tells, and what differs from how the table puts it. */
    private static final String ELSEWHERE = """
            Two rows are no runs. Row N2, the simulator against solutions on paper, is tested with every build:

            | solution | demand | test, in `simulator/src/test` |
            |---|---|---|
            | Cottrell, a surface that is held | 0.5 % | `DiffusionTest` |
            | Sand, a surface that is drained, at three fluxes | 1 % | `DiffusionTest` |
            | Warburg, impedance of a sphere and of a film below ωτ = 10⁴ | 0.5 % | `DiffusionResponseTest` |
            | Kramers and Kronig, a spectrum without noise | 10⁻³ rms | `CellImpedanceTest` |

            Row N3, at most 5 s for the cell model in 3000 cycles of Z08 on one core, is measured by `LifeBenchmark` in
            `src/benchmarks/run`.

            **Retention** is relative to the second cycle of the loop it belongs to, since the first one starts from another
            condition. In Z08 and Z09 two cycles at C/5 come before the loop, and cycles are counted through the whole run: there
            the reference is cycle 4 of the run. Below them stands what the same capacities are relative to cycle 2 of the run,
            which was at C/5 and compares rates rather than ages, and to cycle 3. In C01 it is cycle 1, the first one at the
            rate of the last.
            """;

    private static final String REAL = """

            ## The instruments

            They are simulated as real ones (`instrument=real`), as `simulator/README.md` specifies them. Each seed is another channel: it
            draws its own gains, offsets, sensors and noise. The limits, ends of steps and charges of a run are those its channel saw.

            | instrument | errs by |
            |---|---|
            | voltage | gain 0.02 %, offset 100 µV, noise 15 µV rms, 18 bits, 1 pA into the input |
            | current | gain 0.1 %; of full scale: offset 0.02 %, noise 0.002 % rms and 1/f noise below 1 Hz, 18 bits; ranges of 10 nA to 100 mA that change by themselves |
            | impedance | noise 0.1 % of \\|Z\\|, more beyond 1 ohm and 1 Mohm; the gains of both inputs |
            | load cell, 50 kN | noise 0.05 % of its span rms; zero drifts by 0.02 % of it per kelvin, creeps by 0.03 % of the load |
            | chamber | overshoots by 0.3 K, swings by 0.1 K in 5 min, its sensor is off by 0.1 K |

            Cells with a cathode sit in half a kilogram of steel (`heat_capacity_j_per_k=245`), as cells in a press do, so that what the
            chamber swings in minutes hardly reaches them; pellets and lithium cells follow the chamber at once.

            Gains and offsets are the largest a channel may have. An offset of the current makes all efficiencies of a run wrong alike, by
            twice its share of the current: by up to 0.23 % for NCM85 at C/5 and 0.15 % at 3C. The efficiencies in figures are as the channel
            of seed 1 shows them.
            """;

    private final List<Outcome> outcomes;
    private final int seeds;
    private final String figureFolder;
    private final StringBuilder text = new StringBuilder();

    private ReportText(List<Outcome> outcomes, int seeds, String figureFolder) {
        this.outcomes = outcomes;
        this.seeds = seeds;
        this.figureFolder = figureFolder;
    }

    /**
     * The text.
     *
     * @param outcomes what the experiments came to
     * @param seeds how many seeds each was made with
     * @param figureFolder where the figures lie, as the text links to them
     */
    static String of(List<Outcome> outcomes, int seeds, String figureFolder) {
        return new ReportText(outcomes, seeds, figureFolder).written();
    }

    private String written() {
        List<Row> rows =
                outcomes.stream().flatMap(outcome -> outcome.rows().stream()).toList();
        line("# What the virtual laboratory reproduces");
        line("");
        line(
                "Written by `./cellwright reproduce`. Every number here is **simulated**: no matter moved, and the cells are");
        line("illustrative, tuned to published headline numbers. Each run is a protocol of the library on a cell of");
        line("`config/cells`, through the runner that leaves a run folder, measured with real instruments, with "
                + (seeds == 1 ? "one seed." : seeds + " seeds."));
        line(
                "Each number is what the shipped analysis makes of what such a run recorded; nothing is read from inside of the");
        line("simulator. A run whose records `cellwright verify` would not pass fails its rows.");
        line("");
        kinds(rows);
        line("");
        table(rows);
        line("");
        if (!AcceptanceTable.missing().isEmpty()) {
            line("Still to come: rows " + String.join(", ", AcceptanceTable.missing()) + ", which need spectra.");
            line("");
        }
        text.append(ELSEWHERE);
        instruments();
        outcomes.forEach(this::experiment);
        return text.toString();
    }

    /** What the runs are measured with, and every setting in which an experiment departs from that. */
    private void instruments() {
        text.append(REAL);
        Map<String, Map<String, String>> special = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            Map<String, String> settings = new TreeMap<>();
            outcome.experiment().trials().forEach(trial -> settings.putAll(trial.special()));
            if (!settings.isEmpty()) {
                special.put(outcome.experiment().id(), settings);
            }
        }
        line("");
        if (special.isEmpty()) {
            line("Every experiment is made with these.");
            return;
        }
        line("All experiments are made with these but the following, whose remarks say why:");
        line("");
        special.forEach((id, settings) -> line("- [" + id + "](#" + anchor(id) + "): "
                + settings.entrySet().stream()
                        .map(setting -> "`" + setting.getKey() + "=" + setting.getValue() + "`")
                        .collect(Collectors.joining(", "))));
    }

    private void kinds(List<Row> rows) {
        long met = rows.stream().filter(Row::pass).count();
        line("**" + met + " of " + rows.size() + " numbers are met.** What that says differs:");
        line("");
        for (Kind kind : Kind.values()) {
            long count = rows.stream().filter(row -> row.check().kind() == kind).count();
            if (count > 0) {
                line("- " + count + " **" + kind.word() + "**: " + kind.meaning());
            }
        }
    }

    private void table(List<Row> rows) {
        line("| row | experiment | measured is | target | measured" + (seeds == 1 ? "" : ", seeds 1 to " + seeds)
                + " | | kind |");
        line("|---|---|---|---|---|---|---|");
        for (Row row : rows) {
            line("| " + row.check().row() + " | [" + row.experiment() + "](#" + anchor(row.experiment()) + ") | "
                    + row.check().what().replace("|", "\\|") + " | "
                    + row.check().demand() + " | " + measured(row) + " | "
                    + (row.pass() ? "pass" : "**fail**") + " | "
                    + row.check().kind().word() + " |");
        }
    }

    private static String measured(Row row) {
        return row.answers().stream()
                .map(answer -> Numbers.words(answer.value()))
                .collect(Collectors.joining(", "));
    }

    private String anchor(String id) {
        return outcomes.stream()
                .map(Outcome::experiment)
                .filter(experiment -> experiment.id().equals(id))
                .map(ReportText::heading)
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .findFirst()
                .orElseThrow();
    }

    private static String heading(Experiment experiment) {
        return experiment.id() + " " + experiment.title();
    }

    private void experiment(Outcome outcome) {
        Experiment experiment = outcome.experiment();
        line("");
        line("## " + heading(experiment));
        line("");
        line("Source: " + experiment.source() + "." + (experiment.remark().isEmpty() ? "" : " " + experiment.remark()));
        line("");
        switch (outcome.drawing()) {
            case Drawing.Drawn ignored ->
                line("![" + experiment.title() + "](" + figureFolder + "/" + ReportFiles.figureName(experiment) + ")");
            case Drawing.Missing missing -> line("No figure: " + missing.why());
        }
        line("");
        asides(outcome.asides());
        line("```");
        experiment.trials().stream().map(ReportText::commands).distinct().forEach(this::line);
        line("```");
        List<String> reasons = new ArrayList<>();
        outcome.rows().forEach(row -> row.reasons()
                .forEach(reason -> reasons.add(row.check().what() + ", " + reason)));
        if (!reasons.isEmpty()) {
            line("");
            reasons.forEach(reason -> line("- **fails**: " + reason.replace("\n", " ")));
        }
    }

    private void asides(List<Noted> asides) {
        if (asides.isEmpty()) {
            return;
        }
        line("Beside the table, without a target:");
        line("");
        for (Noted noted : asides) {
            Aside aside = noted.aside();
            line("- " + aside.what() + ": " + values(noted.values()) + " " + aside.unit());
        }
        line("");
    }

    private static String values(List<Double> values) {
        return values.stream().map(Numbers::words).collect(Collectors.joining(", "));
    }

    /** How a person makes a trial's run. */
    private static String commands(Trial trial) {
        return "./cellwright run protocols/" + trial.protocol() + ".yaml --cell config/cells/" + trial.cell() + ".yaml"
                + options(" --set ", trial.set()) + options(" --simulate ", trial.simulation()) + " --seed 1";
    }

    private static String options(String option, Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> option + quoted(entry.getKey() + "=" + entry.getValue()))
                .collect(Collectors.joining());
    }

    private static String quoted(String word) {
        return word.matches("[\\w=./+-]+") ? word : "\"" + word + "\"";
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
