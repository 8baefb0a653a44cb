package cellwright.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Instruments that are played around one simulated cell, as an operator writes it down.
 *
 * @param name unique in the laboratory
 * @param cell the cell's file, as written; relative to the laboratory's
 * @param simulation settings of the simulator in place of the cell's own
 * @param instruments in the order written
 */
public record EmulatedBench(String name, String cell, Map<String, String> simulation, List<Played> instruments) {
    /** Takes immutable copies. */
    public EmulatedBench {
        simulation = Collections.unmodifiableMap(new LinkedHashMap<>(simulation));
        instruments = List.copyOf(instruments);
    }

    /**
     * An instrument that is played.
     *
     * @param name unique among all emulated instruments of the laboratory
     * @param kind what it is, for example {@code palmsens}
     * @param at where it listens: {@code serial}, {@code serial:PATH}, {@code tcp:PORT}, or {@code line:NAME} to share
     *     the line of another one; empty for what it usually has
     * @param settings its settings
     */
    public record Played(String name, String kind, String at, Map<String, String> settings) {
        /** Takes an immutable copy. */
        public Played {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }
}
