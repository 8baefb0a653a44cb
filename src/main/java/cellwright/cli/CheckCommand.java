package cellwright.cli;

import cellwright.lab.DryRun;
import cellwright.lab.Prepared;
import cellwright.protocol.Problem;
import cellwright.protocol.compile.ProgramTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a protocol will do to a cell, before anything is energised. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a protocol would do to a cell, without running it.",
            "Every step with its current in mA and what ends it, the limits, the longest time it can take,",
            "the lowest and highest cell voltage, and what looks suspicious. Nothing is written."
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ProtocolOptions options = new ProtocolOptions();

    @Option(names = "--json", description = "prints one JSON object instead of a table")
    private boolean json;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Prepared> prepared = Complaints.value(console, Prepared.from(options.order()));
        if (prepared.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        ProgramTable table = ProgramTable.of(prepared.get().program());
        DryRun dryRun = DryRun.of(prepared.get());
        if (json) {
            console.print(Json.text(object(prepared.get(), table, dryRun)));
        } else {
            print(prepared.get(), table, dryRun);
        }
        return ExitCode.COMPLETE.code();
    }

    private void print(Prepared prepared, ProgramTable table, DryRun dryRun) {
        console.print(prepared.protocol().name() + " on " + prepared.cell().name());
        console.print("");
        for (ProgramTable.Row row : table.rows()) {
            String current = row.milliamps().isPresent()
                    ? String.format(Locale.ROOT, "%+.4g mA", row.milliamps().getAsDouble())
                    : "";
            console.print(String.format(
                    Locale.ROOT, "%-8s %12s  %s%s", row.number(), current, "  ".repeat(row.depth()), row.label()));
            row.limits().forEach(limit -> console.print(" ".repeat(24 + 2 * row.depth()) + "limit: " + limit));
        }
        console.print("");
        table.limits().forEach(limit -> console.print("limit    " + limit));
        console.print("time     at most " + Durations.words(table.time().longestSeconds())
                + (table.time().unbounded() ? " a pass of loops that end on a condition alone" : ""));
        console.print("extremes " + extremes(table));
        dryRun(dryRun).forEach(console::print);
        console.print("protocol sha256 " + prepared.program().protocolHash());
    }

    private static List<String> dryRun(DryRun dryRun) {
        List<String> lines = new ArrayList<>();
        String extent = Double.isNaN(dryRun.seconds())
                ? "ends on a condition, not met in the first cycles"
                : String.format(Locale.ROOT, "%s and %,.0f rows", Durations.words(dryRun.seconds()), dryRun.rows());
        lines.add(String.format(
                Locale.ROOT,
                "dry run  %s%s; %.4f..%.4f V, %.4g..%.4g mA (simulated cell)",
                dryRun.whole() || Double.isNaN(dryRun.seconds()) ? "" : "about ",
                extent,
                dryRun.voltsLow(),
                dryRun.voltsHigh(),
                dryRun.ampsLow() * 1e3,
                dryRun.ampsHigh() * 1e3));
        lines.add("         "
                + (dryRun.whole()
                        ? "ends: " + dryRun.cause().message()
                        : "rehearsed for " + dryRun.cycles() + " cycles"
                                + (Double.isNaN(dryRun.seconds()) ? "" : " and continued by their measure")));
        counted(dryRun.alarms())
                .forEach((alarm, times) -> lines.add("         alarm: " + alarm
                        + (times == 1 ? "" : String.format(Locale.ROOT, " (%,d times)", times))));
        return lines;
    }

    /** Each alarm once, in the order they first came, with how often it came: a loop raises the same one in every pass. */
    private static Map<String, Integer> counted(List<String> alarms) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        alarms.forEach(alarm -> counts.merge(alarm, 1, Integer::sum));
        return counts;
    }

    private static String extremes(ProgramTable table) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(Locale.ROOT, "%.4g mA", table.extremes().largestAmps() * 1e3));
        table.extremes()
                .lowestVolts()
                .ifPresent(volts -> parts.add(String.format(Locale.ROOT, "%.4g V lowest", volts)));
        table.extremes()
                .highestVolts()
                .ifPresent(volts -> parts.add(String.format(Locale.ROOT, "%.4g V highest", volts)));
        return String.join(", ", parts) + " (cell voltages)";
    }

    private static Map<String, @Nullable Object> object(Prepared prepared, ProgramTable table, DryRun dryRun) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("protocol", prepared.protocol().name());
        map.put("protocol_sha256", prepared.program().protocolHash());
        map.put("cell", prepared.cell().name());
        map.put("steps", table.rows().stream().map(CheckCommand::row).toList());
        map.put("limits", table.limits());
        map.put("longest_time_s", Json.number(table.time().longestSeconds()));
        map.put("unbounded", table.time().unbounded());
        map.put("largest_current_a", Json.number(table.extremes().largestAmps()));
        map.put("lowest_voltage_v", Json.number(table.extremes().lowestVolts()));
        map.put("highest_voltage_v", Json.number(table.extremes().highestVolts()));
        map.put("dry_run_whole", dryRun.whole());
        map.put("dry_run_outcome", dryRun.whole() ? dryRun.cause().kind().name().toLowerCase(Locale.ROOT) : null);
        map.put("duration_s", Json.number(dryRun.seconds()));
        map.put("points", Json.number(dryRun.rows()));
        map.put("dry_run_lowest_voltage_v", Json.number(dryRun.voltsLow()));
        map.put("dry_run_highest_voltage_v", Json.number(dryRun.voltsHigh()));
        map.put("warnings", prepared.warnings().stream().map(Problem::toString).toList());
        return map;
    }

    private static Map<String, @Nullable Object> row(ProgramTable.Row row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("number", row.number());
        map.put("label", row.label());
        map.put("current_ma", Json.number(row.milliamps()));
        map.put("ends_when", row.endsWhen());
        map.put("at_most_s", row.atMostNanos().isPresent() ? row.atMostNanos().getAsLong() * 1e-9 : null);
        map.put("limits", row.limits());
        return map;
    }
}
