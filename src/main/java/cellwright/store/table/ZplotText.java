package cellwright.store.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads ZPlot text: a heading that ends with {@code End Comments}, then frequency, amplitude, bias, time, Z', Z'' and more. */
final class ZplotText {
    private static final int COLUMNS_MIN = 6;

    private ZplotText() {}

    static boolean isFirst(String line) {
        return line.startsWith("ZPLOT2 ASCII");
    }

    static TextTables.Read read(TextLines lines, Predicate<String> wanted, TableSink sink) throws IOException, Misread {
        lines.areCp1252();
        Map<String, String> facts = heading(lines);
        String first = lines.next()
                .orElseThrow(
                        () -> new Misread(lines.number(), 0, "the file ends after its heading: there are no rows"));
        int width = CellText.split(first.strip(), '\t').size();
        if (width < COLUMNS_MIN) {
            throw new Misread(
                    lines.number(),
                    0,
                    "the row has " + width + " cells between tabulators, at least " + COLUMNS_MIN + " were expected");
        }
        List<Heading> headings = new ArrayList<>(Impedance.headings(0, 4, 5, 1, wanted));
        if (wanted.test("Test Time / s")) {
            headings.add(Heading.number(3, "Test Time / s"));
        }
        DelimitedRows rows = new DelimitedRows(headings, '\t', width, sink);
        for (Optional<String> line = Optional.of(first); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                rows.read(line.get().strip(), lines.number());
            }
        }
        rows.flush();
        List<String> passedOver = List.of("Ampl", "Bias", "and what follows Z''");
        return new TextTables.Read(TableFormat.ZPLOT, rows.rows(), facts, passedOver);
    }

    private static Map<String, String> heading(TextLines lines) throws IOException, Misread {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (line.get().strip().equals("End Comments")) {
                return facts;
            }
            int colon = line.get().indexOf(':');
            if (colon > 0 && facts.size() < 200) {
                facts.putIfAbsent(
                        line.get().substring(0, colon).strip(),
                        line.get().substring(colon + 1).strip());
            }
        }
        throw new Misread(lines.number(), 0, "the file ends within its heading; \"End Comments\" was expected");
    }
}
