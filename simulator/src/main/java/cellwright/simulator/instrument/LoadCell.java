package cellwright.simulator.instrument;

/**
 * A load cell beneath the stack and the indicator behind it, which divides by the area: a zero that drifts with
 * temperature, a reading that creeps after a change of load, noise, steps. The indicator shows no tension: below zero it
 * shows zero. Mutable, one thread.
 */
public final class LoadCell {
    private static final double ZEROED_KELVINS = 298.15;

    private final Traits traits;
    private final double pascalsPerKelvin;
    private final double creepShare;
    private final Dice white;
    private double pascals;
    private double lagging;
    private double nextPascals;
    private double nextLagging;

    /**
     * What the load cell is like.
     *
     * @param converter of the indicator; its span is the load cell's, divided by the area, Pa
     * @param noiseShare noise of a sample in parts of the span, rms, at least 0
     * @param driftPerKelvin largest drift of the zero in parts of the span, 1/K, at least 0
     * @param creepShare largest creep in parts of the load, at least 0
     * @param creepSeconds time constant of the creep, above 0
     */
    public record Traits(
            Converter converter, double noiseShare, double driftPerKelvin, double creepShare, double creepSeconds) {}

    /** The load cell of the channel that dice stand for, long under a load. */
    public LoadCell(Traits traits, Dice dice, double pascals) {
        this.traits = traits;
        this.pascalsPerKelvin = traits.driftPerKelvin()
                * traits.converter().span()
                * dice.of("load drift").spread(0);
        this.creepShare = traits.creepShare() * dice.of("load creep").spread(0);
        this.white = dice.of("load noise");
        this.pascals = pascals;
        this.lagging = pascals;
        this.nextPascals = pascals;
        this.nextLagging = pascals;
    }

    /**
     * What is shown of a pressure without noise, Pa, so many seconds after the accepted instant; exact for a pressure that
     * went there in a straight line.
     */
    public double shown(double pressure, double kelvins, double seconds) {
        if (creepShare == 0 && pascalsPerKelvin == 0) {
            return pressure;
        }
        nextPascals = pressure;
        nextLagging = lagged(pressure, seconds);
        return pressure + creepShare * (nextLagging - pressure) + pascalsPerKelvin * (kelvins - ZEROED_KELVINS);
    }

    /** Makes what was shown last the accepted instant. */
    public void accept() {
        pascals = nextPascals;
        lagging = nextLagging;
    }

    /** What a sample shows, Pa, of what is shown without noise. */
    public double sample(double shown, long sample) {
        if (traits.noiseShare() == 0) {
            return Math.max(0, traits.converter().code(shown));
        }
        double noise = traits.noiseShare() * traits.converter().span() * white.normal(sample);
        return Math.max(0, traits.converter().code(shown + noise));
    }

    /** Whether a pressure lies beyond what the load cell can tell. */
    public boolean overloaded(double shown) {
        return traits.converter().overloaded(shown);
    }

    private double lagged(double pressure, double seconds) {
        if (seconds == 0) {
            return lagging;
        }
        double age = seconds / traits.creepSeconds();
        double left = Math.exp(-age);
        double slope = (pressure - pascals) / age;
        return pressure - slope + (lagging - pascals + slope) * left;
    }
}
