package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.RecordRule;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** When a sequence is recorded. */
final class MpsRecord {
    private static final int MOST_RULES = 10;

    private final MpsTable table;
    private final MpsUnits units;
    private final Ledger ledger;

    MpsRecord(MpsTable table, MpsUnits units, Ledger ledger) {
        this.table = table;
        this.units = units;
        this.ledger = ledger;
    }

    /** The rule of a sequence; first and last reading alone if it has none. */
    RecordRule of(int sequence) throws Complaint, MpsUnits.Wrong {
        Optional<Duration> every = Optional.empty();
        OptionalDouble volts = OptionalDouble.empty();
        Optional<Amount> amps = Optional.empty();
        int count = Math.min(MOST_RULES, MpsEnds.counted(table.cell("rec_nb", sequence)));
        for (int rule = 1; rule <= count; rule++) {
            String name = "rec" + rule;
            String value = table.cell(name + "_value", sequence);
            String unit = table.cell(name + "_value_unit", sequence);
            String type = table.cell(name + "_type", sequence);
            boolean none = units.number(value).signum() == 0;
            switch (none ? "" : type) {
                case "" -> {}
                case "Time" -> every = Exact.seconds(units.seconds(value, unit));
                case "Ewe", "Ecell" -> volts = OptionalDouble.of(Math.abs(units.si(value, unit, "V")));
                case "I", "|I|" -> amps = Optional.of(new Amount.Si(Math.abs(units.si(value, unit, "A"))));
                default ->
                    ledger.lost(
                            table.place(name + "_type", sequence).toString(),
                            "a record on \"" + type + "\" is not known here");
            }
        }
        return new RecordRule(every, volts, amps, Optional.empty());
    }
}
