package cellwright.protocol.compile;

import cellwright.protocol.Amount;
import cellwright.protocol.Cell;
import cellwright.protocol.Electrode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Turns potentials stated against an electrode into the cell volts an instrument sees. */
final class Potentials {
    /** Potentials beyond this are slips of the pen; within it rounding to a nanovolt is exact enough. */
    private static final double ABSURD = 1e6;

    private static final double NANOVOLTS = 1e9;

    private final Cell cell;
    private final Optional<String> usual;
    private final Faults faults;

    Potentials(Cell cell, Optional<String> protocolReference, Faults faults) {
        this.cell = cell;
        this.usual = protocolReference;
        this.faults = faults;
    }

    /** Cell volts of a potential in a protocol; empty after a complaint. */
    OptionalDouble inProtocol(Amount amount, String path) {
        return cellVolts(amount, usual.orElse(Electrode.CELL), path);
    }

    /** Cell volts of a potential in the cell's own envelope, where no reference means cell volts. */
    OptionalDouble inEnvelope(Amount amount, String path) {
        return cellVolts(amount, Electrode.CELL, path);
    }

    private OptionalDouble cellVolts(Amount amount, String unstated, String path) {
        return switch (amount) {
            case Amount.Volts volts -> shifted(volts.volts(), volts.reference().orElse(unstated), path);
            case Amount.Si si -> shifted(si.value(), unstated, path);
            case Amount.CRate rate -> refused(path);
            case Amount.PerArea area -> refused(path);
            case Amount.PerMass mass -> refused(path);
        };
    }

    private OptionalDouble refused(String path) {
        faults.error(path, "a potential in V was expected here, for example \"4.3 V vs Li+/Li\"");
        return OptionalDouble.empty();
    }

    private OptionalDouble shifted(double volts, String reference, String path) {
        if (!(Math.abs(volts) < ABSURD)) {
            faults.error(path, "the potential " + Quantities.volts(volts) + " is not one a cell can have");
            return OptionalDouble.empty();
        }
        if (reference.equals(Electrode.CELL)) {
            return OptionalDouble.of(volts);
        }
        Optional<Electrode> stated = electrode(reference, path);
        Optional<Electrode> counter = counterElectrode(reference, path);
        if (stated.isEmpty() || counter.isEmpty()) {
            return OptionalDouble.empty();
        }
        double shift = stated.get().voltsVsLithium() - counter.get().voltsVsLithium();
        return OptionalDouble.of(Math.rint((volts + shift) * NANOVOLTS) / NANOVOLTS);
    }

    /** The electrode of a name; the cell's own value for its own counter electrode goes before the usual one. */
    private Optional<Electrode> electrode(String name, String path) {
        Optional<Electrode> found = cell.counterElectrode()
                .filter(counter -> counter.name().equals(name))
                .or(() -> Electrode.named(name));
        if (found.isEmpty()) {
            String known = Electrode.KNOWN.stream().map(Electrode::name).collect(Collectors.joining(", "));
            faults.error(
                    path,
                    "the reference electrode \"" + name + "\" is not known; use one of " + known
                            + ", the cell's own counter electrode, or \"cell\" for cell volts");
        }
        return found;
    }

    private Optional<Electrode> counterElectrode(String reference, String path) {
        Optional<Electrode> counter =
                cell.counterElectrode().filter(found -> Math.abs(found.voltsVsLithium()) < ABSURD);
        if (counter.isEmpty()) {
            faults.error(
                    path,
                    "a voltage versus " + reference + " cannot be turned into a cell voltage, because the cell \""
                            + cell.name() + "\" does not say what its counter electrode is; add the counter electrode"
                            + " with its potential (for example In/InLi, 0.622 V) to the cell file, or state cell"
                            + " volts with \"vs cell\"");
        }
        return counter;
    }
}
