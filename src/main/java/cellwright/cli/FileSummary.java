package cellwright.cli;

import cellwright.analysis.ColumnCycles;
import cellwright.protocol.Result;
import cellwright.store.table.Extent;
import cellwright.store.table.Table;
import cellwright.store.table.TableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was read of a data file: its columns in brief, and the cycles if it has any. */
final class FileSummary {
    private static final String TIME = "Test Time / s";
    private static final String CURRENT = "Current / A";
    private static final String VOLTAGE = "Voltage / V";
    private static final String CYCLE = "Cycle Count / 1";
    private static final String STEP_COUNT = "Step Count / 1";
    private static final String STEP_ID = "Step ID";
    private static final Set<String> CYCLING = Set.of(TIME, CURRENT, VOLTAGE, CYCLE, STEP_COUNT, STEP_ID);

    private static final int FACTS_MAX = 40;

    private final Console console;

    FileSummary(Console console) {
        this.console = console;
    }

    /** Prints it; gives the exit code. */
    int print(Path file, boolean json) {
        Optional<TableFile.Brief> brief = Complaints.value(console, TableFile.brief(file));
        if (brief.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        List<ColumnCycles> cycles = cycles(file, brief.get());
        if (json) {
            console.print(Json.text(object(brief.get(), cycles)));
        } else {
            lines(brief.get(), cycles).forEach(console::print);
        }
        return ExitCode.COMPLETE.code();
    }

    /** Empty if the file has none, or if there is more of it than memory takes, which is said. */
    private List<ColumnCycles> cycles(Path file, TableFile.Brief brief) {
        List<String> labels = brief.columns().stream().map(Extent::label).toList();
        boolean countsSteps = labels.contains(STEP_COUNT) || labels.contains(STEP_ID);
        if (!countsSteps || !labels.containsAll(List.of(TIME, CURRENT, VOLTAGE, CYCLE))) {
            return List.of();
        }
        return switch (TableFile.read(file, CYCLING::contains)) {
            case Result.Refused<Table> refused -> {
                Complaints.print(console, refused.problems());
                yield List.of();
            }
            case Result.Made<Table> made -> {
                Table table = made.value();
                double[] steps =
                        table.column(STEP_COUNT).or(() -> table.column(STEP_ID)).orElseThrow();
                yield ColumnCycles.of(
                                column(table, TIME),
                                column(table, CURRENT),
                                column(table, VOLTAGE),
                                column(table, CYCLE),
                                steps)
                        .stream()
                        .filter(cycle -> cycle.chargeAh() + cycle.dischargeAh() > 0)
                        .toList();
            }
        };
    }

    private static double[] column(Table table, String label) {
        return table.column(label).orElseThrow();
    }

    private static List<String> lines(TableFile.Brief brief, List<ColumnCycles> cycles) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, %,d rows",
                brief.origin().format().words(),
                brief.origin().rows()));
        brief.origin().facts().entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .limit(FACTS_MAX)
                .forEach(fact -> lines.add("  " + fact.getKey() + ": " + fact.getValue()));
        lines.add(String.format(
                Locale.ROOT,
                "%-34s %14s %14s %14s %14s %9s",
                "column",
                "first",
                "last",
                "least",
                "greatest",
                "missing"));
        brief.columns().forEach(extent -> lines.add(line(extent)));
        if (!brief.origin().passedOver().isEmpty()) {
            lines.add("not read: " + String.join(", ", brief.origin().passedOver()));
        }
        if (!cycles.isEmpty()) {
            lines.add("cycles, integrated within each step:");
            lines.add(String.format(Locale.ROOT, "%6s %14s %14s %10s", "cycle", "charge mAh", "discharge mAh", "CE %"));
            cycles.forEach(cycle -> lines.add(String.format(
                    Locale.ROOT,
                    "%6d %14.6f %14.6f %10s",
                    cycle.cycle(),
                    cycle.chargeAh() * 1e3,
                    cycle.dischargeAh() * 1e3,
                    Double.isNaN(cycle.coulombicEfficiency())
                            ? "-"
                            : String.format(Locale.ROOT, "%.4f", cycle.coulombicEfficiency() * 100))));
        }
        return lines;
    }

    private static String line(Extent extent) {
        String numbers = Stream.of(extent.first(), extent.last(), extent.least(), extent.greatest())
                .map(value -> String.format(Locale.ROOT, "%14s", Double.isNaN(value) ? "-" : digits(value)))
                .reduce("", (left, right) -> left + " " + right);
        return String.format(Locale.ROOT, "%-34s%s %9d", extent.label(), numbers, extent.missing());
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, "%.7g", value);
    }

    private static Map<String, @Nullable Object> object(TableFile.Brief brief, List<ColumnCycles> cycles) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("file", brief.origin().file());
        map.put("format", brief.origin().format().name().toLowerCase(Locale.ROOT));
        map.put("rows", brief.origin().rows());
        map.put("facts", brief.origin().facts());
        map.put("columns", brief.columns().stream().map(FileSummary::column).toList());
        map.put("not_read", brief.origin().passedOver());
        map.put("cycles", cycles.stream().map(FileSummary::cycle).toList());
        return map;
    }

    private static Map<String, @Nullable Object> column(Extent extent) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("label", extent.label());
        map.put("first", number(extent.first()));
        map.put("last", number(extent.last()));
        map.put("least", number(extent.least()));
        map.put("greatest", number(extent.greatest()));
        map.put("missing", extent.missing());
        return map;
    }

    private static Map<String, @Nullable Object> cycle(ColumnCycles cycle) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("cycle", cycle.cycle());
        map.put("charge_capacity_ah", cycle.chargeAh());
        map.put("discharge_capacity_ah", cycle.dischargeAh());
        map.put("charge_energy_wh", cycle.chargeWh());
        map.put("discharge_energy_wh", cycle.dischargeWh());
        map.put("coulombic_efficiency", number(cycle.coulombicEfficiency()));
        return map;
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
