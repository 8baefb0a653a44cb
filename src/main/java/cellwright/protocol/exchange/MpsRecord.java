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
    private final Ledger ledger;

    MpsRecord(MpsTable table, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
    }

    /** The rule of a sequence; first and last reading alone if it has none. */
    RecordRule of(int sequence) throws Complaint {
        Optional<Duration> every = Optional.empty();
        OptionalDouble volts = OptionalDouble.empty();
        Optional<Amount> amps = Optional.empty();
        int count = Math.min(MOST_RULES, MpsEnds.counted(table.cell("rec_nb", sequence)));
        for (int rule = 1; rule <= count; rule++) {
            String name = "rec" + rule;
            String type = table.cell(name + "_type", sequence);
            boolean none = table.number(name + "_value", sequence).signum() == 0;
            switch (none ? "" : type) {
                case "" -> {}
                case "Time" -> every = Exact.seconds(table.seconds(name + "_value", sequence));
                case "Ewe", "Ecell" -> volts = OptionalDouble.of(Math.abs(table.si(name + "_value", sequence, "V")));
                case "I", "|I|" ->
                    amps = Optional.of(new Amount.Si(Math.abs(table.si(name + "_value", sequence, "A"))));
                default ->
                    ledger.lost(
                            table.place(name + "_type", sequence).toString(),
                            "a record on \"" + type + "\" is not known here");
            }
        }
        return new RecordRule(every, volts, amps, Optional.empty());
    }
}
