package cellwright.protocol.exchange;

import cellwright.protocol.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of a technique in EC-Lab settings: columns of 20 characters, the first a row's name, then one for each sequence. A
 * text that does not begin where its column does is refused, since it would be taken for another sequence's.
 */
final class MpsTable {
    private static final int WIDTH = 20;
    private static final int MOST_COLUMNS = 1_000;

    private final String file;
    private final MpsUnits units;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    MpsTable(String file, MpsUnits units) {
        this.file = file;
        this.units = units;
    }

    private record Row(int line, List<String> cells) {}

    /** Adds a line. */
    void add(String line, int number) throws Complaint {
        int tab = line.indexOf('\t');
        if (tab >= 0) {
            throw new Complaint(
                    new Place(file, number, tab + 1),
                    "a tab stands in a table of 20-character columns; save the file again from EC-Lab");
        }
        String name = column(line, 0).strip();
        List<String> cells = new ArrayList<>();
        for (int at = WIDTH; at < line.length(); at += WIDTH) {
            String cell = column(line, at);
            if (!cell.isBlank() && cell.startsWith(" ")) {
                throw new Complaint(
                        new Place(file, number, at + 1),
                        "\"" + cell.strip() + "\" does not begin at its column; columns are 20 characters wide");
            }
            cells.add(cell.strip());
        }
        if (cells.size() > MOST_COLUMNS) {
            throw new Complaint(new Place(file, number, 1), "more than " + MOST_COLUMNS + " sequences");
        }
        if (rows.put(name, new Row(number, cells)) != null) {
            throw new Complaint(new Place(file, number, 1), "the row \"" + name + "\" is there twice");
        }
    }

    private static String column(String line, int at) {
        return line.substring(Math.min(at, line.length()), Math.min(at + WIDTH, line.length()));
    }

    /** How many sequences there are. */
    int sequences() {
        return Math.max(filled("Ns"), filled("ctrl_type"));
    }

    private int filled(String name) {
        Row row = rows.get(name);
        return row == null
                ? 0
                : (int) row.cells().stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** What stands in a row for a sequence; nothing if the row is not there. */
    String cell(String name, int sequence) {
        Row row = rows.get(name);
        return row == null || sequence >= row.cells().size() ? "" : row.cells().get(sequence);
    }

    /** Whether a row is there. */
    boolean has(String name) {
        return rows.containsKey(name);
    }

    /** Where that stands. */
    Place place(String name, int sequence) {
        Row row = rows.get(name);
        return row == null ? Place.whole(file) : new Place(file, row.line(), WIDTH * (sequence + 1) + 1);
    }

    /** The number in a row. */
    BigDecimal number(String name, int sequence) throws Complaint {
        try {
            return units.number(cell(name, sequence));
        } catch (MpsUnits.Wrong wrong) {
            throw complaint(name, sequence, wrong);
        }
    }

    /** The number in a row, with its unit in the row named alike, in SI. */
    double si(String name, int sequence, String base) throws Complaint {
        try {
            return units.si(cell(name, sequence), cell(name + "_unit", sequence), base);
        } catch (MpsUnits.Wrong wrong) {
            throw complaint(name, sequence, wrong);
        }
    }

    /** The time in a row, with its unit in the row named alike, in seconds. */
    BigDecimal seconds(String name, int sequence) throws Complaint {
        try {
            return units.seconds(cell(name, sequence), cell(name + "_unit", sequence));
        } catch (MpsUnits.Wrong wrong) {
            throw complaint(name, sequence, wrong);
        }
    }

    private Complaint complaint(String name, int sequence, MpsUnits.Wrong wrong) {
        return new Complaint(place(name, sequence), name + ": " + wrong.getMessage());
    }
}
