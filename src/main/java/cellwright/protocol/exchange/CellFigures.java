package cellwright.protocol.exchange;

import cellwright.protocol.Amount;
import cellwright.protocol.Cell;
import cellwright.protocol.Electrode;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a cell's file adds to a protocol that leaves for a program which knows no cell. */
final class CellFigures {
    private static final double NANOVOLTS = 1e9;

    private final Optional<Cell> cell;
    private final Optional<String> protocolReference;

    CellFigures(Optional<Cell> cell, Optional<String> protocolReference) {
        this.cell = cell;
        this.protocolReference = protocolReference;
    }

    /** A figure that is not known; the message says what would tell it. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message);
        }
    }

    /** The cell's name. */
    Optional<String> name() {
        return cell.map(Cell::name);
    }

    /** The current of 1C in A. */
    OptionalDouble oneC() {
        try {
            Optional<Amount> oneC = cell.flatMap(Cell::oneC).filter(amount -> !(amount instanceof Amount.CRate));
            return oneC.isPresent() ? OptionalDouble.of(absolute(oneC.get())) : OptionalDouble.empty();
        } catch (Unknown unknown) {
            return OptionalDouble.empty();
        }
    }

    /** A current as an absolute amount or as a multiple of 1C, which other programs know too. */
    Amount current(Amount amount) throws Unknown {
        return amount instanceof Amount.CRate ? amount : new Amount.Si(absolute(amount));
    }

    /** An amount in SI. */
    double absolute(Amount amount) throws Unknown {
        return switch (amount) {
            case Amount.Si si -> si.value();
            case Amount.Volts volts -> cellVolts(volts);
            case Amount.PerArea area ->
                area.perSquareMetre() * known(cell.map(Cell::areaM2), "an amount per area", "the cell's area");
            case Amount.PerMass mass ->
                mass.perKilogram() * known(cell.map(Cell::activeMassKg), "an amount per mass", "its active mass");
            case Amount.CRate rate -> {
                OptionalDouble oneC = oneC();
                if (oneC.isEmpty()) {
                    throw new Unknown("a C-rate needs a cell that says what 1C is; name it with --cell");
                }
                yield rate.multiple() * oneC.getAsDouble();
            }
        };
    }

    private static double known(Optional<OptionalDouble> figure, String what, String needed) throws Unknown {
        if (figure.isEmpty() || figure.get().isEmpty()) {
            throw new Unknown(what + " needs " + needed + "; name a cell that has it with --cell");
        }
        return figure.get().getAsDouble();
    }

    /** The voltage of the cell, rounded to a nanovolt where an electrode's potential is added. */
    double cellVolts(Amount.Volts volts) throws Unknown {
        String reference = volts.reference().or(() -> protocolReference).orElse(Electrode.CELL);
        if (reference.equals(Electrode.CELL)) {
            return volts.volts();
        }
        Optional<Electrode> counter = cell.flatMap(Cell::counterElectrode);
        Optional<Electrode> stated =
                counter.filter(own -> own.name().equals(reference)).or(() -> Electrode.named(reference));
        if (counter.isEmpty() || stated.isEmpty()) {
            throw new Unknown("a voltage versus " + reference
                    + " needs the cell's counter electrode; name a cell that has it with --cell");
        }
        double shift = stated.get().voltsVsLithium() - counter.get().voltsVsLithium();
        return Math.rint((volts.volts() + shift) * NANOVOLTS) / NANOVOLTS;
    }
}
