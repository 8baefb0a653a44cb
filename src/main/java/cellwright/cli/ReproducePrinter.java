package cellwright.cli;

import cellwright.lab.reproduce.Answer;
import cellwright.lab.reproduce.Experiment;
import cellwright.lab.reproduce.Noted;
import cellwright.lab.reproduce.Numbers;
import cellwright.lab.reproduce.Outcome;
import cellwright.lab.reproduce.Reproduction;
import cellwright.lab.reproduce.Row;
import cellwright.world.WallClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how far a reproduction is, and prints its table. */
final class ReproducePrinter implements Reproduction.Listener {
    private final Console console;
    private final int of;
    private final long began = WallClock.monotonicNanos();
    private int done;

    ReproducePrinter(Console console, int of) {
        this.console = console;
        this.of = of;
    }

    @Override
    public void done(Experiment experiment, long seed, double seconds) {
        done++;
        console.error(
                String.format(Locale.ROOT, "%3d of %d: %s, seed %d, %.1f s", done, of, experiment.id(), seed, seconds));
    }

    void table(List<Outcome> outcomes, Optional<Path> report, int threads) {
        List<Row> rows =
                outcomes.stream().flatMap(outcome -> outcome.rows().stream()).toList();
        console.print(line("row", "id", "what", "target", "measured", "kind", ""));
        for (Row row : rows) {
            console.print(line(
                    row.check().row(),
                    row.experiment(),
                    row.check().what(),
                    row.check().demand(),
                    measured(row),
                    row.check().kind().word(),
                    row.pass() ? "pass" : "FAIL"));
            row.reasons().forEach(reason -> console.print("          " + reason));
        }
        asides(outcomes);
        console.print("");
        console.print("seconds: "
                + outcomes.stream()
                        .map(outcome -> String.format(
                                Locale.ROOT, "%s %.1f", outcome.experiment().id(), outcome.seconds()))
                        .collect(Collectors.joining(", ")));
        console.print(String.format(
                Locale.ROOT,
                "%d of %d numbers pass; %.0f s with %d %s; all of it simulated",
                rows.stream().filter(Row::pass).count(),
                rows.size(),
                (WallClock.monotonicNanos() - began) * 1e-9,
                threads,
                threads == 1 ? "thread" : "threads"));
        report.ifPresent(file -> console.print("report: " + file));
    }

    private void asides(List<Outcome> outcomes) {
        if (outcomes.stream().allMatch(outcome -> outcome.asides().isEmpty())) {
            return;
        }
        console.print("");
        console.print("beside the table, without a target:");
        for (Outcome outcome : outcomes) {
            outcome.asides()
                    .forEach(noted -> console.print(line(outcome.experiment().id(), noted)));
        }
    }

    private static String line(String id, Noted noted) {
        String values = numbers(noted.values().stream());
        return line("", id, noted.aside().what(), noted.aside().unit(), values, "", "");
    }

    private static String numbers(Stream<Double> values) {
        return values.map(Numbers::words).collect(Collectors.joining(", "));
    }

    private static String measured(Row row) {
        return numbers(row.answers().stream().map(Answer::value));
    }

    private static String line(String... words) {
        return String.format(Locale.ROOT, "%-4s %-4s %-53s %-22s %-34s %-15s %s", (Object[]) words)
                .stripTrailing();
    }
}
