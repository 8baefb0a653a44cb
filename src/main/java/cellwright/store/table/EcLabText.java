package cellwright.store.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads EC-Lab and BT-Lab text, with decimal points or commas. */
final class EcLabText {
    private static final Pattern COUNT = Pattern.compile("Nb header lines : (\\d{1,6})\\s*");
    private static final int HEADER_MAX = 100_000;
    private static final double MILLI = 1000;

    private EcLabText() {}

    static boolean isFirst(String line) {
        return line.equals("EC-Lab ASCII FILE") || line.equals("BT-Lab ASCII FILE");
    }

    /** Reads on after the first line. */
    static TextTables.Read read(TextLines lines, Predicate<String> wanted, TableSink sink) throws IOException, Misread {
        lines.areCp1252();
        Map<String, String> facts = new LinkedHashMap<>();
        List<String> names = names(lines, facts);
        List<Heading> headings = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<Heading> heading = heading(names.get(i), i)
                    .filter(each -> wanted.test(each.label()))
                    .filter(each ->
                            headings.stream().noneMatch(other -> other.label().equals(each.label())));
            heading.ifPresent(headings::add);
            if (heading.isEmpty()) {
                passedOver.add(names.get(i));
            }
        }
        if (headings.isEmpty()) {
            throw new Misread(
                    lines.number(), 0, "no column of this file is known; freq/Hz or time/s and Ewe/V were expected");
        }
        return new TextTables.Read(TableFormat.EC_LAB, rows(lines, headings, names.size(), sink), facts, passedOver);
    }

    private static List<String> names(TextLines lines, Map<String, String> facts) throws IOException, Misread {
        String second = lines.next().orElse("");
        Matcher matcher = COUNT.matcher(second);
        if (!matcher.matches()) {
            throw new Misread(2, 1, "\"Nb header lines : N\" was expected");
        }
        int count = Integer.parseInt(matcher.group(1));
        if (count < 3 || count > HEADER_MAX) {
            throw new Misread(2, 19, "a heading of " + count + " lines; 3 to " + HEADER_MAX + " were expected");
        }
        for (int number = 3; number < count; number++) {
            String line = lines.next().orElseThrow(() -> cut(lines, count));
            fact(line, facts);
        }
        String names = lines.next().orElseThrow(() -> cut(lines, count));
        if (!names.contains("\t")) {
            throw new Misread(count, 1, "names of columns between tabulators were expected here");
        }
        return CellText.split(names.stripTrailing(), '\t');
    }

    private static Misread cut(TextLines lines, int count) {
        return new Misread(lines.number(), 0, "the file ends within its heading of " + count + " lines");
    }

    private static long rows(TextLines lines, List<Heading> headings, int width, TableSink sink)
            throws IOException, Misread {
        DelimitedRows rows = new DelimitedRows(headings, '\t', width, sink);
        Optional<Boolean> commas = Optional.empty();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get().stripTrailing();
            if (text.isEmpty()) {
                continue;
            }
            int comma = text.indexOf(',');
            int point = text.indexOf('.');
            boolean mixed = comma >= 0 && point >= 0;
            boolean other = commas.isPresent() && (commas.get() ? point : comma) >= 0;
            if (mixed || other) {
                throw new Misread(
                        lines.number(),
                        1 + Math.max(comma, point),
                        "decimal commas and decimal points in one file; one of them was expected throughout");
            }
            if (comma >= 0 || point >= 0) {
                commas = Optional.of(comma >= 0);
            }
            rows.read(comma >= 0 ? text.replace(',', '.') : text, lines.number());
        }
        rows.flush();
        if (rows.rows() == 0) {
            throw new Misread(lines.number(), 0, "the file ends after its heading: there are no rows");
        }
        return rows.rows();
    }

    private static void fact(String line, Map<String, String> facts) {
        int colon = line.indexOf(" : ");
        if (colon > 0 && facts.size() < 100) {
            facts.putIfAbsent(
                    line.substring(0, colon).strip(), line.substring(colon + 3).strip());
        } else if (!line.isBlank() && facts.isEmpty()) {
            facts.put("technique", line.strip());
        }
    }

    private static Optional<Heading> heading(String name, int index) {
        return switch (name) {
            case "time/s" -> number(index, "Test Time / s", 1);
            case "Ewe/V", "<Ewe>/V", "Ecell/V", "<Ecell>/V" -> number(index, "Voltage / V", 1);
            case "I/mA", "<I>/mA" -> number(index, "Current / A", MILLI);
            case "(Q-Qo)/mA.h" -> number(index, "Net Capacity / Ah", MILLI);
            case "Q charge/mA.h" -> number(index, "Cycle Charging Capacity / Ah", MILLI);
            case "Q discharge/mA.h" -> number(index, "Cycle Discharging Capacity / Ah", MILLI);
            case "cycle number" -> number(index, "Cycle Count / 1", 1);
            case "Ns" -> number(index, "Step ID", 1);
            case "step time/s" -> number(index, "Step Time / s", 1);
            case "P/W" -> number(index, "Power / W", 1);
            case "Temperature/\u00b0C" -> number(index, "Temperature T1 / degC", 1);
            case "freq/Hz" -> number(index, "Frequency / Hz", 1);
            case "Re(Z)/Ohm" -> number(index, "Real Impedance / ohm", 1);
            case "-Im(Z)/Ohm" -> number(index, "Imaginary Impedance / ohm", -1);
            case "|Z|/Ohm" -> number(index, "Absolute Impedance / ohm", 1);
            case "Phase(Z)/deg" -> number(index, "Phase / deg", 1);
            default -> Optional.empty();
        };
    }

    private static Optional<Heading> number(int index, String label, double divisor) {
        return Optional.of(new Heading(index, label, divisor, Heading.Reading.NUMBER_OR_NONE));
    }
}
