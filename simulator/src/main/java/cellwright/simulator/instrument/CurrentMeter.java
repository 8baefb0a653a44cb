package cellwright.simulator.instrument;

/**
 * The current input of one channel: gain and offset of each range, drawn once within the specification, and the noise of
 * its converter. Immutable but for what its noise remembers; one thread.
 */
public final class CurrentMeter {
    /** Where white noise and 1/f noise are equally strong, Hz. */
    private static final double CORNER_HERTZ = 1;

    private final Traits traits;
    private final double[] gain = new double[Ranges.COUNT];
    private final double[] offset = new double[Ranges.COUNT];
    private final Converter[] converters = new Converter[Ranges.COUNT];
    private final Flicker flicker;
    private final Dice white;
    private final double deviations;

    /**
     * What the input is like. Shares are of full scale, except the gain's.
     *
     * @param gainShare largest error of the gain, at least 0
     * @param offsetShare largest offset, at least 0
     * @param noiseShare white noise of a sample, rms, at least 0
     * @param bits of the converter, 0 for a perfect one
     * @param sampleSeconds over which a sample is averaged, above 0
     */
    public record Traits(double gainShare, double offsetShare, double noiseShare, int bits, double sampleSeconds) {}

    /** The input of the channel that dice stand for. */
    public CurrentMeter(Traits traits, Dice dice) {
        this.traits = traits;
        Dice gains = dice.of("current gain");
        Dice offsets = dice.of("current offset");
        for (int range = 0; range < Ranges.COUNT; range++) {
            double fullScale = Ranges.fullScale(range);
            gain[range] = 1 + traits.gainShare() * gains.spread(range);
            offset[range] = traits.offsetShare() * fullScale * offsets.spread(range);
            converters[range] = new Converter(traits.bits(), fullScale);
        }
        double octave = Math.sqrt(2 * traits.sampleSeconds() * CORNER_HERTZ * Math.log(2));
        this.flicker = new Flicker(dice.of("current flicker"), octave * traits.noiseShare());
        this.white = dice.of("current noise");
        this.deviations = traits.noiseShare() * Math.sqrt(1 + octave * octave * Flicker.OCTAVES);
    }

    /** What the loop sees of a true current, A. */
    public double shown(int range, double amps) {
        return gain[range] * amps + offset[range];
    }

    /** The true current of which the loop sees this much, A. */
    public double truth(int range, double shown) {
        return (shown - offset[range]) / gain[range];
    }

    /** How much the loop sees more of a current that is more by one. */
    public double gain(int range) {
        return gain[range];
    }

    /** What the loop sees without a current, A. */
    public double offset(int range) {
        return offset[range];
    }

    /** An antiderivative of the 1/f noise, in seconds of full scale: what a counter adds up are its differences. */
    public double wander(double seconds) {
        return flicker.integral(seconds);
    }

    /** What a sample is off from what the loop sees, before it is converted, A. */
    public double noise(int range, long sample, double seconds) {
        if (traits.noiseShare() == 0) {
            return 0;
        }
        return Ranges.fullScale(range) * (flicker.at(seconds) + traits.noiseShare() * white.normal(sample));
    }

    /** The converter of a range. */
    public Converter converter(int range) {
        return converters[range];
    }

    /** Standard deviation of a sample, 1/f noise included, A. */
    public double deviation(int range) {
        return deviations * Ranges.fullScale(range);
    }
}
