package cellwright.protocol.yaml;

import cellwright.protocol.Cell;
import cellwright.protocol.Electrode;

/** Writes the one canonical text of a cell, for the snapshot that travels with a run. Reading it gives an equal cell. */
public final class CellWriter {
    private CellWriter() {}

    /** The text of a cell. */
    public static String write(Cell cell) {
        var draft = new Draft().put("cell", cell.name());
        putWords(draft, "chemistry", cell.chemistry());
        putWords(draft, "owner", cell.owner());
        cell.activeMassKg()
                .ifPresent(mass -> draft.put("active mass", Quantity.write(Dimension.MASS, Basis.TOTAL, mass)));
        cell.areaM2().ifPresent(area -> draft.put("area", Quantity.write(Dimension.AREA, Basis.TOTAL, area)));
        draft.put("one C", cell.oneC().map(current -> AmountText.write(Dimension.CURRENT, current)));
        cell.counterElectrode().ifPresent(electrode -> draft.put("counter electrode", electrode(electrode)));
        RuleWriter.limits(draft, "envelope", cell.envelope());
        if (!cell.simulation().isEmpty()) {
            var simulation = new Draft();
            cell.simulation().forEach(simulation::put);
            draft.put("simulation", simulation.node());
        }
        return YamlPrinter.print(draft.node());
    }

    private static Node electrode(Electrode electrode) {
        return new Draft()
                .put("name", electrode.name())
                .put("vs Li+/Li", Quantity.write(Dimension.VOLTAGE, Basis.TOTAL, electrode.voltsVsLithium()))
                .node();
    }

    private static void putWords(Draft draft, String key, String words) {
        if (!words.isEmpty()) {
            draft.put(key, words);
        }
    }
}
