package cellwright.protocol.exchange;

import cellwright.protocol.Place;
import cellwright.protocol.Protocol;
import cellwright.protocol.RateBasis;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings of EC-Lab and BT-Lab that consist of one Modulo Bat technique. */
final class MpsReader {
    private static final Pattern TECHNIQUE = Pattern.compile("Technique : ([0-9]+)\\s*");
    private static final String MODULO_BAT = "Modulo Bat";
    private static final List<String> INSTRUMENT = List.of("E range max (V)", "I Range", "Bandwidth", "auto rest");

    private final ForeignProtocol.Order order;
    private final Ledger ledger;
    private final MpsUnits units = new MpsUnits();
    private final MpsHeader header;
    private final MpsTable table;
    private Part part = Part.HEADER;

    private enum Part {
        HEADER,
        NAME,
        TABLE,
        BEHIND
    }

    private MpsReader(ForeignProtocol.Order order, Ledger ledger) {
        this.order = order;
        this.ledger = ledger;
        this.header = new MpsHeader(ledger, units);
        this.table = new MpsTable(order.file(), units);
    }

    /** The protocol; what is wrong stands in the ledger. */
    static Protocol read(ForeignProtocol.Order order, Ledger ledger) throws Complaint {
        return new MpsReader(order, ledger).protocol();
    }

    private Protocol protocol() throws Complaint {
        int number = 0;
        for (String line : (Iterable<String>) order.text().lines()::iterator) {
            line(line, ++number);
        }
        if (part == Part.HEADER || table.sequences() == 0) {
            throw new Complaint(
                    Place.whole(order.file()), "there is no Modulo Bat technique in it; only that one is read");
        }
        ledger.lost(
                order.file(),
                "ranges, bandwidth and rest of the instrument (" + instrument() + ") are chosen by its driver here");
        var sequences = new MpsSequences(table, ledger, new LongestTime(order.longest(), header.capacityCoulombs()));
        List<Step> steps = sequences.steps();
        return new Protocol(
                order.name(),
                "imported from " + ForeignFormat.MPS.title(),
                Optional.empty(),
                new RateBasis.CellDefinition(),
                1,
                RecordRule.ENDS_ONLY,
                header.limits(),
                Map.of(),
                steps);
    }

    private String instrument() {
        return String.join(", ", INSTRUMENT.stream().filter(table::has).toList());
    }

    private void line(String line, int number) throws Complaint {
        Matcher technique = TECHNIQUE.matcher(line);
        if (technique.matches()) {
            if (part != Part.HEADER) {
                throw new Complaint(
                        place(number),
                        "a second technique is linked; only files with one Modulo Bat are read, save them one by one");
            }
            part = Part.NAME;
            return;
        }
        switch (part) {
            case HEADER -> header.line(line, number);
            case NAME -> name(line, number);
            case TABLE -> row(line, number);
            case BEHIND -> behind(line, number);
        }
    }

    private void name(String line, int number) throws Complaint {
        if (!line.strip().equals(MODULO_BAT)) {
            throw new Complaint(
                    place(number), "the technique \"" + line.strip() + "\" is not read; expected " + MODULO_BAT);
        }
        part = Part.TABLE;
    }

    private void row(String line, int number) throws Complaint {
        if (line.isBlank()) {
            part = Part.BEHIND;
        } else {
            table.add(line, number);
        }
    }

    private void behind(String line, int number) throws Complaint {
        if (!line.isBlank()) {
            throw new Complaint(
                    place(number), "\"" + line.strip() + "\" stands behind the technique and is not understood");
        }
    }

    private Place place(int number) {
        return new Place(order.file(), number, 1);
    }
}
