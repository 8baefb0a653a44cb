package cellwright.protocol.exchange;

import cellwright.instrument.Sweep;
import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.Place;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Step;
import cellwright.protocol.Step.WhenLate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Steps of ours for the sequences of a Modulo Bat. */
final class MpsSequences {
    private static final int MOST_PER_DECADE = 100;
    private static final String READ = "Rest, CC, CV, PEIS, GEIS and Loop";

    private final MpsTable table;
    private final Ledger ledger;
    private final Drives drives;
    private final MpsCurrent currents;
    private final MpsEnds ends;
    private final FlatLoops loops;

    MpsSequences(MpsTable table, Ledger ledger, LongestTime longest) {
        this.table = table;
        this.ledger = ledger;
        this.drives = new Drives(ledger, longest);
        this.currents = new MpsCurrent(table, ledger);
        this.ends = new MpsEnds(table, ledger);
        this.loops = new FlatLoops(ledger);
    }

    /** The steps, nested. */
    List<Step> steps() {
        for (int sequence = 0; sequence < table.sequences(); sequence++) {
            try {
                numbered(sequence);
                step(sequence);
            } catch (Complaint complaint) {
                ledger.error(complaint.place(), "sequence " + sequence + ": " + complaint.message());
            }
        }
        return loops.steps();
    }

    private void numbered(int sequence) throws Complaint {
        boolean right = !table.has("Ns") || table.cell("Ns", sequence).equals(String.valueOf(sequence));
        if (!right) {
            throw new Complaint(place("Ns", sequence), "Ns was expected to be " + sequence);
        }
    }

    private Place place(String row, int sequence) {
        return table.place(row, sequence);
    }

    private void step(int sequence) throws Complaint {
        Place place = place("ctrl_type", sequence);
        String type = table.cell("ctrl_type", sequence);
        switch (type) {
            case "Rest" -> loops.add(sequence, drive(sequence, new Setting.Rest()), place);
            case "CC" -> loops.add(sequence, drive(sequence, currents.current(sequence)), place);
            case "CV" -> loops.add(sequence, drive(sequence, hold(sequence)), place);
            case "PEIS" -> loops.add(sequence, spectrum(sequence, Sweep.Mode.POTENTIOSTATIC, "V"), place);
            case "GEIS" -> loops.add(sequence, spectrum(sequence, Sweep.Mode.GALVANOSTATIC, "A"), place);
            case "Loop" -> loop(sequence);
            default -> throw new Complaint(place, "\"" + type + "\" cannot be said here; " + READ + " are read");
        }
    }

    private Step drive(int sequence, Setting setting) throws Complaint {
        MpsEnds.Ends found = ends.of(sequence, setting);
        Optional<RecordRule> record = Optional.of(new MpsRecord(table, ledger).of(sequence));
        if (found.timeStops()) {
            return new Step.Drive(
                    setting,
                    Drives.any(found.until()),
                    found.time(),
                    WhenLate.STOP,
                    record,
                    Limits.NONE,
                    Optional.empty());
        }
        return drives.drive(
                setting,
                Drives.any(found.until()),
                found.time(),
                record,
                place("ctrl_type", sequence).toString());
    }

    private Setting hold(int sequence) throws Complaint {
        String versus = table.cell("ctrl1_val_vs", sequence);
        if (!versus.equals("Ref") && !versus.isEmpty()) {
            throw new Complaint(
                    place("ctrl1_val_vs", sequence),
                    "a voltage versus \"" + versus + "\" depends on what the cell shows then; only \"Ref\" is read");
        }
        double volts = table.si("ctrl1_val", sequence, "V");
        ledger.assumed(
                place("ctrl1_val_vs", sequence).toString(),
                "the voltage is taken as that of the cell, as with two electrodes");
        return new Setting.Potentiostatic(new Amount.Volts(volts, Optional.empty()), Optional.empty());
    }

    private Step spectrum(int sequence, Sweep.Mode mode, String base) throws Complaint {
        double amplitude = table.si("ctrl1_val", sequence, base);
        double from = table.si("ctrl2_val", sequence, "Hz");
        double to = table.si("ctrl3_val", sequence, "Hz");
        if (!(amplitude > 0 && from > 0 && to > 0)) {
            throw new Complaint(place("ctrl1_val", sequence), "amplitude and frequencies must be above 0");
        }
        if (ends.count(sequence) > 0) {
            ledger.lost(place("lim_nb", sequence).toString(), "a spectrum has no end conditions here");
        }
        if (!table.cell("ctrl_Na", sequence).equals("1")) {
            ledger.lost(place("ctrl_Na", sequence).toString(), "the instrument decides how often a point is measured");
        }
        if (table.cell("ctrl_corr", sequence).equals("1")) {
            ledger.lost(place("ctrl_corr", sequence).toString(), "spectra are judged for drift here, not corrected");
        }
        ledger.assumed(place("ctrl_type", sequence).toString(), "the spectrum is taken at open circuit");
        return new Step.Measure(
                new Sweep(mode, amplitude, from, to, whole("ctrl_Nd", sequence, 1, MOST_PER_DECADE), false));
    }

    private void loop(int sequence) throws Complaint {
        if (ends.count(sequence) > 0) {
            throw new Complaint(
                    place("lim_nb", sequence),
                    "a loop that also ends on a limit cannot be said here; set its number of limits to 0");
        }
        int target = whole("ctrl_seq", sequence, 0, Integer.MAX_VALUE);
        int again = whole("ctrl_repeat", sequence, 0, FlatLoops.MOST_TIMES - 1);
        if (target >= sequence) {
            throw new Complaint(place("ctrl_seq", sequence), "a loop must go back to an earlier sequence");
        }
        loops.loop(sequence, target, again + 1, place("ctrl_type", sequence));
    }

    private int whole(String row, int sequence, int least, int most) throws Complaint {
        BigDecimal number = table.number(row, sequence);
        boolean fits = number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!fits) {
            throw new Complaint(place(row, sequence), row + " must be a whole number from " + least + " to " + most);
        }
        return number.intValueExact();
    }
}
