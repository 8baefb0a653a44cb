package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The current of a sequence and its direction. A negative number discharges. A positive one charges, unless the box beside it
 * says Discharge: then the voltage that ends the sequence must agree, or it is refused, for a wrong direction ruins a cell.
 */
final class MpsCurrent {
    private final MpsTable table;
    private final Ledger ledger;

    MpsCurrent(MpsTable table, Ledger ledger) {
        this.table = table;
        this.ledger = ledger;
    }

    /** The current of a sequence. */
    Setting.Galvanostatic current(int sequence) throws Complaint {
        String basis = table.cell("Apply I/C", sequence).replace(" ", "");
        return switch (basis) {
            case "I", "" -> absolute(sequence);
            case "C/N", "CxN" -> rate(sequence, basis.equals("C/N"));
            default ->
                throw new Complaint(
                        table.place("Apply I/C", sequence),
                        "\"" + basis + "\" is not known; expected I, C / N or C x N");
        };
    }

    private Setting.Galvanostatic absolute(int sequence) throws Complaint {
        String versus = table.cell("ctrl1_val_vs", sequence);
        if (!versus.equals("<None>") && !versus.isEmpty()) {
            throw new Complaint(
                    table.place("ctrl1_val_vs", sequence),
                    "a current versus \"" + versus + "\" depends on what flowed before");
        }
        double amps = table.si("ctrl1_val", sequence, "A");
        if (amps == 0) {
            throw new Complaint(table.place("ctrl1_val", sequence), "a current of 0 is a Rest");
        }
        boolean charges = amps > 0 && !dischargesByItsBox(sequence);
        return new Setting.Galvanostatic(
                charges ? Direction.CHARGE : Direction.DISCHARGE, new Amount.Si(Math.abs(amps)));
    }

    /** A positive number in a box that says Discharge: two conventions are about, and the voltage limit tells which. */
    private boolean dischargesByItsBox(int sequence) throws Complaint {
        if (!box(sequence).equals(Optional.of(Direction.DISCHARGE))) {
            return false;
        }
        if (!voltageEnds(sequence).equals(Optional.of(Direction.DISCHARGE))) {
            throw new Complaint(
                    table.place("charge/discharge", sequence),
                    "the current is positive, which charges, but the box says Discharge, and no limit on a falling"
                            + " voltage says which is meant; give the current its sign in EC-Lab");
        }
        ledger.assumed(
                table.place("charge/discharge", sequence).toString(),
                "the current is positive, but the box says Discharge and the sequence ends on a falling voltage: it is"
                        + " written as a discharge");
        return true;
    }

    private Setting.Galvanostatic rate(int sequence, boolean per) throws Complaint {
        BigDecimal n = table.number("N", sequence);
        double rate = per ? 1 / n.doubleValue() : n.doubleValue();
        Optional<Direction> box = box(sequence);
        if (!(rate > 0) || !Double.isFinite(rate) || box.isEmpty()) {
            throw new Complaint(
                    table.place("N", sequence), "a C-rate needs N above 0, and Charge or Discharge beside it");
        }
        Optional<Direction> voltage = voltageEnds(sequence);
        if (voltage.isPresent() && !voltage.equals(box)) {
            throw new Complaint(
                    table.place("charge/discharge", sequence),
                    "the box and the voltage limit of the sequence do not agree which way the current goes");
        }
        ledger.assumed(
                table.place("N", sequence).toString(),
                "the C-rate is of the cell's file here; see that its 1C is the battery capacity of this file");
        return new Setting.Galvanostatic(box.get(), new Amount.CRate(rate));
    }

    private Optional<Direction> box(int sequence) {
        return switch (table.cell("charge/discharge", sequence)) {
            case "Charge" -> Optional.of(Direction.CHARGE);
            case "Discharge" -> Optional.of(Direction.DISCHARGE);
            default -> Optional.empty();
        };
    }

    /** Which way the voltage goes towards the first limit on it. */
    private Optional<Direction> voltageEnds(int sequence) {
        for (int limit = 1; limit <= MpsEnds.MOST_LIMITS; limit++) {
            boolean counts = limit <= MpsEnds.counted(table.cell("lim_nb", sequence));
            String type = table.cell("lim" + limit + "_type", sequence);
            if (counts && (type.equals("Ewe") || type.equals("Ecell"))) {
                String sign = table.cell("lim" + limit + "_comp", sequence);
                return Optional.of(sign.equals("<") ? Direction.DISCHARGE : Direction.CHARGE);
            }
        }
        return Optional.empty();
    }
}
