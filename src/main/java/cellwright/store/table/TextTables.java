package cellwright.store.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the tables whose first line of text are the names of the columns, or whose lines are nothing but numbers. */
final class TextTables {
    private static final List<String> REQUIRED = List.of("Test Time / s", "Voltage / V", "Current / A");
    private static final Set<String> WORDS = Set.of("Step Type");
    private static final Map<String, Heading> NEWARE = neware();

    private TextTables() {}

    /** What was read. */
    record Read(TableFormat format, long rows, Map<String, String> facts, List<String> passedOver) {}

    static boolean isNeware(List<String> names) {
        return names.contains("DataPoint") && names.contains("Current(A)") && names.contains("Voltage(V)");
    }

    static boolean isBdf(List<String> names) {
        return names.stream().map(BdfNames::label).anyMatch(REQUIRED::contains);
    }

    static Read bdf(List<String> names, TextLines lines, Predicate<String> wanted, TableSink sink)
            throws IOException, Misread {
        List<Heading> headings = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String label = BdfNames.label(names.get(i));
            if (!seen.add(label)) {
                throw new Misread(lines.number(), i + 1, "a second column is named " + CellText.shown(label));
            }
            if (WORDS.contains(label) || label.isEmpty() || !wanted.test(label)) {
                passedOver.add(names.get(i));
            } else {
                boolean name = label.equals("Step ID");
                headings.add(new Heading(i, label, 1, name ? Heading.Reading.NAME : Heading.Reading.NUMBER));
            }
        }
        for (String label : REQUIRED) {
            if (!seen.contains(label)) {
                throw new Misread(
                        lines.number(),
                        0,
                        "the column " + CellText.shown(label)
                                + " is missing, which the Battery Data Format requires; columns stand between commas");
            }
        }
        long rows = new DelimitedRows(headings, ',', names.size(), sink).readAll(lines);
        return new Read(TableFormat.BDF_CSV, rows, Map.of(), passedOver);
    }

    static Read neware(List<String> names, TextLines lines, Predicate<String> wanted, TableSink sink)
            throws IOException, Misread {
        List<Heading> headings = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Heading known = NEWARE.get(names.get(i));
            if (known != null && wanted.test(known.label())) {
                headings.add(new Heading(i, known.label(), known.divisor(), known.reading()));
            } else {
                passedOver.add(names.get(i));
            }
        }
        long rows = new DelimitedRows(headings, ',', names.size(), sink).readAll(lines);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("zone", "dates have no zone and were taken for UTC");
        facts.put("capacities", "counted from the beginning of each step");
        return new Read(TableFormat.NEWARE_CSV, rows, facts, passedOver);
    }

    /** Frequency, Z', Z'' in lines of numbers; lines that begin with {@code #} may stand before and between them. */
    static Read impedance(String first, TextLines lines, Predicate<String> wanted, TableSink sink)
            throws IOException, Misread {
        Map<String, String> facts = new LinkedHashMap<>();
        Optional<String> line = Optional.of(first);
        while (line.isPresent() && isRemark(line.get())) {
            fact(line.get(), facts);
            line = lines.next();
        }
        if (line.isPresent() && !isPoint(line.get())) {
            throw unknown(line.get(), lines.number());
        }
        boolean commas = line.map(text -> text.contains(",")).orElse(true);
        List<Heading> headings = Impedance.headings(0, 1, 2, 1, wanted);
        DelimitedRows rows = new DelimitedRows(headings, ',', 3, sink);
        for (; line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank() && !isRemark(line.get())) {
                String text = commas ? line.get() : line.get().strip().replaceAll("[ \\t]+", ",");
                Impedance.check(CellText.split(text, ','), lines.number());
                rows.read(text, lines.number());
            }
        }
        rows.flush();
        if (rows.rows() == 0) {
            throw new Misread(lines.number(), 0, "there are no rows");
        }
        return new Read(TableFormat.IMPEDANCE_CSV, rows.rows(), facts, List.of());
    }

    static Misread unknown(String line, long number) {
        return new Misread(
                number,
                1,
                CellText.shown(line)
                        + " does not begin a data file that is known: Battery Data Format (CSV or Parquet),"
                        + " EC-Lab text, Neware CSV, ZPlot text, or frequency, Z', Z'' in three columns");
    }

    static boolean isPoint(String line) {
        String text = line.contains(",") ? line : line.strip().replaceAll("[ \\t]+", ",");
        return CellText.isNumber(CellText.split(text, ',').getFirst());
    }

    private static boolean isRemark(String line) {
        return line.startsWith("#");
    }

    private static void fact(String line, Map<String, String> facts) {
        int colon = line.indexOf(": ");
        if (colon > 1) {
            facts.put(
                    line.substring(1, colon).strip(), line.substring(colon + 2).strip());
        }
    }

    private static Map<String, Heading> neware() {
        Map<String, Heading> map = new LinkedHashMap<>();
        map.put("DataPoint", Heading.number(0, "Record Index / 1"));
        map.put("Cycle Index", Heading.number(0, "Cycle Count / 1"));
        map.put("Step Index", Heading.number(0, "Step ID"));
        map.put("Time", new Heading(0, "Step Time / s", 1, Heading.Reading.CLOCK));
        map.put("Cumulative Time", new Heading(0, "Test Time / s", 1, Heading.Reading.CLOCK));
        map.put("Current(A)", Heading.number(0, "Current / A"));
        map.put("Voltage(V)", Heading.number(0, "Voltage / V"));
        map.put("Chg. Cap.(Ah)", Heading.number(0, "Step Charging Capacity / Ah"));
        map.put("DChg. Cap.(Ah)", Heading.number(0, "Step Discharging Capacity / Ah"));
        map.put("Chg. Energy(Wh)", Heading.number(0, "Step Charging Energy / Wh"));
        map.put("DChg. Energy(Wh)", Heading.number(0, "Step Discharging Energy / Wh"));
        map.put("Power(W)", Heading.number(0, "Power / W"));
        map.put("Date", new Heading(0, "Unix Time / s", 1, Heading.Reading.DATE));
        return map;
    }
}
