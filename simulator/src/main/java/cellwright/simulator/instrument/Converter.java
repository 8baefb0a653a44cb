package cellwright.simulator.instrument;

/**
 * An analogue-to-digital converter: rounds to its steps and ends a little beyond its span. Immutable, any thread.
 *
 * @param bits resolution; 0 for a perfect one, which neither rounds nor ends
 * @param span largest magnitude of its specification, above 0
 */
public record Converter(int bits, double span) {
    /** How far beyond its span a converter still tells values apart. */
    private static final double HEADROOM = 1.02;

    /** The width of a step, 0 for a perfect converter. */
    public double step() {
        return bits == 0 ? 0 : 2 * span / (1L << bits);
    }

    /** The nearest step, at most a little beyond the span. */
    public double code(double value) {
        if (bits == 0) {
            return value;
        }
        double step = step();
        return Math.clamp(Math.rint(value / step) * step, -HEADROOM * span, HEADROOM * span);
    }

    /** Whether the value lies beyond what the converter can tell. */
    public boolean overloaded(double value) {
        return bits > 0 && !(Math.abs(value) <= HEADROOM * span);
    }
}
