package cellwright.simulator;

import cellwright.instrument.Regulator.Span;
import cellwright.instrument.Settings;

/**
 * Settings as they were told, checked as they are asked for; every refusal names its setting and what was told. Immutable.
 *
 * @param settings with every default filled in
 */
record Answers(Settings settings) {
    /** Text that stands for the cathode material's own value. */
    static final String MATERIAL = "material";

    String text(String key) {
        return settings.require(key);
    }

    boolean ofMaterial(String key) {
        return text(key).equals(MATERIAL);
    }

    double positive(String key) {
        double value = settings.number(key);
        demand(value > 0, key, "must be above 0");
        return value;
    }

    double positive(String key, double ofMaterial) {
        return ofMaterial(key) ? ofMaterial : positive(key);
    }

    double within(String key, Span span) {
        return within(key, span.low(), span.high());
    }

    double within(String key, double low, double high) {
        double value = settings.number(key);
        demand(value >= low && value <= high, key, "must lie between " + low + " and " + high);
        return value;
    }

    double within(String key, double ofMaterial, double low, double high) {
        return ofMaterial(key) ? ofMaterial : within(key, low, high);
    }

    boolean on(String key) {
        return switch (text(key)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw fault(key, "must be on or off");
        };
    }

    /** A whole number. */
    long whole(String key, long low, long high) {
        String text = text(key);
        try {
            long value = Long.parseLong(text);
            demand(value >= low && value <= high, key, "must lie between " + low + " and " + high);
            return value;
        } catch (NumberFormatException notWhole) {
            throw new IllegalArgumentException(
                    "setting \"" + key + "\" must be a whole number, got \"" + text + "\"", notWhole);
        }
    }

    void demand(boolean fulfilled, String key, String otherwise) {
        if (!fulfilled) {
            throw fault(key, otherwise);
        }
    }

    IllegalArgumentException fault(String key, String sentence) {
        return new IllegalArgumentException("setting \"" + key + "\" " + sentence + ", got \"" + text(key) + "\"");
    }
}
