package cellwright.opcua.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the number in a node means: {@code SI = number × factor + offset}.
 *
 * @param dimension the SI unit, for example {@code N}, {@code N/s} or {@code m2}
 * @param factor SI units per unit of the node, scale included, not 0
 * @param offset SI value of the node's zero
 */
public record Measure(String dimension, double factor, double offset) {
    private static final double CELSIUS_ZERO = 273.15;
    private static final Map<String, Measure> UNITS = new LinkedHashMap<>();

    static {
        unit("1", "1", 1);
        unit("%", "1", 0.01);
        unit("V", "V", 1);
        unit("kV", "V", 1e3);
        unit("mV", "V", 1e-3);
        unit("uV", "V", 1e-6);
        unit("A", "A", 1);
        unit("mA", "A", 1e-3);
        unit("uA", "A", 1e-6);
        unit("nA", "A", 1e-9);
        unit("C", "C", 1);
        unit("mAh", "C", 3.6);
        unit("Ah", "C", 3600);
        unit("J", "J", 1);
        unit("Wh", "J", 3600);
        unit("W", "W", 1);
        unit("mW", "W", 1e-3);
        unit("K", "K", 1);
        UNITS.put("degC", new Measure("K", 1, CELSIUS_ZERO));
        UNITS.put("°C", new Measure("K", 1, CELSIUS_ZERO));
        unit("Pa", "Pa", 1);
        unit("kPa", "Pa", 1e3);
        unit("MPa", "Pa", 1e6);
        unit("mbar", "Pa", 100);
        unit("bar", "Pa", 1e5);
        unit("psi", "Pa", 6894.757293168361);
        unit("N", "N", 1);
        unit("kN", "N", 1e3);
        unit("kgf", "N", 9.80665);
        unit("m", "m", 1);
        unit("mm", "m", 1e-3);
        unit("um", "m", 1e-6);
        unit("m2", "m2", 1);
        unit("cm2", "m2", 1e-4);
        unit("mm2", "m2", 1e-6);
        unit("ohm", "ohm", 1);
        unit("mohm", "ohm", 1e-3);
        unit("Hz", "Hz", 1);
        unit("kHz", "Hz", 1e3);
        unit("s", "s", 1);
        unit("ms", "s", 1e-3);
        unit("min", "s", 60);
        unit("h", "s", 3600);
    }

    /** A pure number that stands for itself. */
    public static final Measure PLAIN = new Measure("1", 1, 0);

    private static void unit(String word, String dimension, double factor) {
        UNITS.put(word, new Measure(dimension, factor, 0));
    }

    /** The meaning of a unit as written; a rate has {@code /s}, {@code /min} or {@code /h} behind. */
    static Optional<Measure> of(String unit) {
        int slash = unit.indexOf('/');
        if (slash < 0) {
            return Optional.ofNullable(UNITS.get(unit));
        }
        Measure above = UNITS.get(unit.substring(0, slash));
        Measure below = UNITS.get(unit.substring(slash + 1));
        return above == null || below == null || !below.dimension.equals("s")
                ? Optional.empty()
                : Optional.of(new Measure(above.dimension + "/s", above.factor / below.factor, 0));
    }

    static String words() {
        return String.join(", ", UNITS.keySet()) + ", and these per s, min or h";
    }

    /** The same for numbers that count so many units each. */
    Measure scaled(double scale) {
        return new Measure(dimension, factor * scale, offset);
    }

    /** The SI value of a number in the node. */
    public double si(double number) {
        return number * factor + offset;
    }

    /** The number in the node for an SI value. */
    public double number(double si) {
        return (si - offset) / factor;
    }
}
