package cellwright.simulator.cell;

/**
 * Temperature and thickness of a cell: its accepted state, and what they come to within a step. Mutable, one thread.
 *
 * <p>Within a step the heat source, the pressure it creeps under and the current are those of its beginning; all three
 * change slowly, and at constant current the thickness is exact.
 */
final class Body {
    /** A disagreement of so many kelvin between one step and two counts as one in stoichiometry. */
    private static final double KELVINS_PER_TOLERANCE = 250;

    private final Warmth warmth;
    private final Stack stack;
    private final Surroundings surroundings;
    private final double firstKelvins;
    private long nanos;
    private double kelvins;
    private double coulombs;
    private double yielded;
    private double pascals;
    private double watts;
    private double amps;

    /** A body at rest with its surroundings. */
    Body(Warmth warmth, Stack stack, Surroundings surroundings, long atNanos) {
        this.warmth = warmth;
        this.stack = stack;
        this.surroundings = surroundings;
        this.nanos = atNanos;
        this.kelvins = surroundings.kelvins(atNanos);
        this.firstKelvins = kelvins;
        this.pascals = surroundings.pascals(atNanos, 0);
    }

    /** Thickness beyond that at the beginning, accepted, m. */
    double metres() {
        return thickness(coulombs, kelvins, yielded);
    }

    /** What goes on from the accepted state: heat source (W) and intercalating current (A); nothing if not finite. */
    void drive(double heatWatts, double intercalatingAmps) {
        watts = Double.isFinite(heatWatts) ? heatWatts : 0;
        amps = Double.isFinite(intercalatingAmps) ? intercalatingAmps : 0;
    }

    /** Temperature at an instant at or after the accepted one, K. */
    double kelvins(long atNanos) {
        return warmth.own() ? halves(atNanos) : surroundings.kelvins(atNanos);
    }

    /** Stack pressure at an instant at or after the accepted one, Pa. */
    double pascals(long atNanos, double kelvinsThen) {
        double seconds = (atNanos - nanos) * 1e-9;
        double yields = stack.yielded(seconds, yielded, pascals);
        return surroundings.pascals(atNanos, thickness(coulombs + amps * seconds, kelvinsThen, yields));
    }

    /** Error of the temperature at the end of a step, in stoichiometry. */
    double error(long endNanos) {
        if (!warmth.own()) {
            return 0;
        }
        double once = after(nanos, endNanos, kelvins);
        return Math.abs(halves(endNanos) - once) / KELVINS_PER_TOLERANCE;
    }

    /** Moves on to the end of a step in which so much charge was intercalated. */
    void accept(long endNanos, double moreCoulombs, double pascalsThen) {
        kelvins = kelvins(endNanos);
        yielded = stack.yielded((endNanos - nanos) * 1e-9, yielded, pascals);
        coulombs += moreCoulombs;
        pascals = pascalsThen;
        nanos = endNanos;
    }

    /** The chamber's temperature is taken in the middle of each of two halves. */
    private double halves(long atNanos) {
        long middle = nanos + (atNanos - nanos) / 2;
        return after(middle, atNanos, after(nanos, middle, kelvins));
    }

    private double after(long fromNanos, long toNanos, double from) {
        double chamber = surroundings.kelvins(fromNanos + (toNanos - fromNanos) / 2);
        return warmth.after((toNanos - fromNanos) * 1e-9, from, chamber, watts);
    }

    private double thickness(double charge, double warm, double yields) {
        return stack.metresPerCoulomb() * charge + stack.metresPerKelvin() * (warm - firstKelvins) - yields;
    }
}
