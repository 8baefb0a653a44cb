package cellwright.protocol;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The sample on a channel: what it is, how much of it, what it must never see.
 *
 * @param name unique in the laboratory
 * @param chemistry in words
 * @param owner who to ask; may be empty
 * @param activeMassKg mass of active material
 * @param areaM2 electrode area
 * @param oneC the current of 1C: an {@link Amount.Si} in A, per mass or per area
 * @param counterElectrode the electrode that cell volts are measured against
 * @param envelope the cell's own limits, latched when violated
 * @param simulation what the simulator should build in its place: setting keys of the {@code simulator} driver
 */
public record Cell(
        String name,
        String chemistry,
        String owner,
        OptionalDouble activeMassKg,
        OptionalDouble areaM2,
        Optional<Amount> oneC,
        Optional<Electrode> counterElectrode,
        Limits envelope,
        Map<String, String> simulation) {
    /** Takes an immutable copy. */
    public Cell {
        simulation = Collections.unmodifiableMap(new TreeMap<>(simulation));
    }

    /** The same cell with some settings of the simulator in place of its own. */
    public Cell simulatedWith(Map<String, String> settings) {
        Map<String, String> merged = new TreeMap<>(simulation);
        merged.putAll(settings);
        return new Cell(name, chemistry, owner, activeMassKg, areaM2, oneC, counterElectrode, envelope, merged);
    }
}
