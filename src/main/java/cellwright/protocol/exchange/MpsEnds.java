package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Place;
import cellwright.protocol.Setting;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ends a sequence of a Modulo Bat. Each of its limits says what follows; only going on, or stopping late, can be said. */
final class MpsEnds {
    /** Limits a sequence can have. */
    static final int MOST_LIMITS = 10;

    private static final String STOP = "9999";

    private final MpsTable table;
    private final Ledger ledger;

    MpsEnds(MpsTable table, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
    }

    /**
     * What ends a sequence.
     *
     * @param until any of these
     * @param time or this
     * @param timeStops whether the run is over when time is
     */
    record Ends(List<Until> until, Optional<Duration> time, boolean timeStops) {}

    /** How many limits of a sequence count. */
    int count(int sequence) {
        return counted(table.cell("lim_nb", sequence));
    }

    /** A number of limits as written; 0 for anything else. */
    static int counted(String written) {
        return written.matches("[0-9]{1,2}") ? Integer.parseInt(written) : 0;
    }

    /** The ends of a sequence. */
    Ends of(int sequence, Setting setting) throws Complaint {
        int count = count(sequence);
        if (count == 0 || count > MOST_LIMITS) {
            throw new Complaint(table.place("lim_nb", sequence), "the sequence has no limit, so it would never end");
        }
        List<Until> until = new ArrayList<>();
        Optional<Duration> time = Optional.empty();
        boolean timeStops = false;
        for (int limit = 1; limit <= count; limit++) {
            boolean last = sequence == table.sequences() - 1;
            boolean stops = stops(limit, sequence) && !last;
            if (table.cell("lim" + limit + "_type", sequence).equals("Time")) {
                Duration next = time(limit, sequence);
                if (time.isPresent()) {
                    throw complaint(limit, "_type", sequence, "a second limit on time; one is enough");
                }
                time = Optional.of(next);
                timeStops = stops;
            } else {
                if (stops) {
                    throw complaint(
                            limit,
                            "_action",
                            sequence,
                            "a limit that ends the run can be on time alone here; make it a safety limit of the file");
                }
                until.add(measured(limit, sequence, setting));
            }
        }
        if (timeStops && until.isEmpty()) {
            throw new Complaint(
                    table.place("lim1_action", sequence),
                    "the file ends here, but sequences follow that are never reached; delete them");
        }
        return new Ends(until, time, timeStops);
    }

    /** Whether a limit ends the run; complains of jumps. */
    private boolean stops(int limit, int sequence) throws Complaint {
        String action = table.cell("lim" + limit + "_action", sequence);
        String to = table.cell("lim" + limit + "_seq", sequence);
        boolean next = to.isEmpty() || to.equals(String.valueOf(sequence + 1));
        boolean stop = to.equals(STOP);
        return switch (action) {
            case "Stop" -> true;
            case "Next sequence", "Goto sequence" -> {
                if (!next && !stop) {
                    throw complaint(
                            limit,
                            "_seq",
                            sequence,
                            "a limit that goes to sequence " + to
                                    + " is a jump, which cannot be said here; use a Loop");
                }
                yield stop;
            }
            default ->
                throw complaint(limit, "_action", sequence, "\"" + action + "\" is not known; expected Next sequence");
        };
    }

    private Duration time(int limit, int sequence) throws Complaint {
        if (!table.cell("lim" + limit + "_comp", sequence).equals(">")) {
            throw complaint(limit, "_comp", sequence, "a time ends a sequence when it is above a value (>)");
        }
        return Exact.seconds(table.seconds("lim" + limit + "_value", sequence))
                .orElseThrow(() -> complaint(limit, "_value", sequence, "a time must be above 0 and below a century"));
    }

    private Until measured(int limit, int sequence, Setting setting) throws Complaint {
        String type = table.cell("lim" + limit + "_type", sequence);
        String sign = table.cell("lim" + limit + "_comp", sequence);
        if (!sign.equals(">") && !sign.equals("<")) {
            throw complaint(limit, "_comp", sequence, "\"" + sign + "\" is not known; expected > or <");
        }
        boolean rising = sign.equals(">");
        return switch (type) {
            case "Ewe", "Ecell" -> {
                if (setting instanceof Setting.Potentiostatic) {
                    throw complaint(limit, "_type", sequence, "a held voltage cannot end on a voltage");
                }
                if (type.equals("Ewe")) {
                    ledger.assumed(
                            place(limit, "_type", sequence).toString(),
                            "Ewe is taken as the voltage of the cell, as with two electrodes");
                }
                yield Drives.level(rising, table.si("lim" + limit + "_value", sequence, "V"));
            }
            case "|I|" -> current(limit, sequence, setting, rising);
            default ->
                throw complaint(
                        limit,
                        "_type",
                        sequence,
                        "a limit on \"" + type + "\" is not read; Time, Ewe, Ecell and |I| are");
        };
    }

    private Until current(int limit, int sequence, Setting setting, boolean rising) throws Complaint {
        double amps = table.si("lim" + limit + "_value", sequence, "A");
        if (!(setting instanceof Setting.Potentiostatic) || !(amps > 0)) {
            throw complaint(limit, "_value", sequence, "a current above 0 ends a held voltage, and nothing else");
        }
        var level = new Amount.Si(amps);
        return rising ? new Until.Above(Subject.CURRENT, level) : new Until.Below(Subject.CURRENT, level);
    }

    private Place place(int limit, String part, int sequence) {
        return table.place("lim" + limit + part, sequence);
    }

    private Complaint complaint(int limit, String part, int sequence, String message) {
        return new Complaint(place(limit, part, sequence), message);
    }
}
