package cellwright.lab.reproduce;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of an experiment.
 *
 * @param name what tells it from the experiment's other runs, and its run folder; empty if there is one only
 * @param protocol file of the library, without folder and ending
 * @param cell file of the cells, without folder and ending
 * @param set parameters of the protocol
 * @param simulation settings of the simulator in place of the cell's own
 */
public record Trial(
        String name, String protocol, String cell, Map<String, String> set, Map<String, String> simulation) {
    /** Takes immutable copies. */
    public Trial {
        set = Collections.unmodifiableMap(new TreeMap<>(set));
        simulation = Collections.unmodifiableMap(new TreeMap<>(simulation));
    }

    /** The only run of an experiment, with real instruments. */
    static Trial of(String protocol, String cell) {
        return new Trial("", protocol, cell, Map.of(), Instruments.REAL);
    }

    /** The only run of an experiment on a cell with a cathode, in its steel, with real instruments. */
    static Trial inSteel(String protocol, String cell) {
        Trial trial = of(protocol, cell);
        for (Map.Entry<String, String> setting : Instruments.STEEL.entrySet()) {
            trial = trial.simulated(setting.getKey(), setting.getValue());
        }
        return trial;
    }

    /** The simulator's settings in which it differs from the usual runs of the table. */
    Map<String, String> special() {
        Map<String, String> special = new TreeMap<>(simulation);
        special.entrySet().removeIf(setting -> Instruments.isUsual(setting.getKey(), setting.getValue()));
        return special;
    }

    /** The run's folder, below that of its experiment and seed. */
    String folder() {
        return name.isEmpty() ? "run" : name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    }

    Trial named(String other) {
        return new Trial(other, protocol, cell, set, simulation);
    }

    /** With a parameter of the protocol. */
    Trial with(String parameter, String value) {
        Map<String, String> more = new TreeMap<>(set);
        more.put(parameter, value);
        return new Trial(name, protocol, cell, more, simulation);
    }

    /** With a setting of the simulator. */
    Trial simulated(String setting, String value) {
        Map<String, String> more = new TreeMap<>(simulation);
        more.put(setting, value);
        return new Trial(name, protocol, cell, set, more);
    }
}
