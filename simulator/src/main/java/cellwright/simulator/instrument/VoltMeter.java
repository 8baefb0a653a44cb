package cellwright.simulator.instrument;

/** The voltage input of one channel: gain and offset, drawn once within the specification, and noise. Immutable. */
public final class VoltMeter {
    private final double gain;
    private final double offset;
    private final double deviation;
    private final Converter converter;
    private final Dice white;

    /**
     * What the input is like.
     *
     * @param gainShare largest error of the gain, at least 0
     * @param offsetVolts largest offset, at least 0
     * @param noiseVolts white noise of a sample, rms, at least 0
     * @param converter of the input
     */
    public record Traits(double gainShare, double offsetVolts, double noiseVolts, Converter converter) {}

    /** The input of the channel that dice stand for. */
    public VoltMeter(Traits traits, Dice dice) {
        this.gain = 1 + traits.gainShare() * dice.of("voltage gain").spread(0);
        this.offset = traits.offsetVolts() * dice.of("voltage offset").spread(0);
        this.deviation = traits.noiseVolts();
        this.converter = traits.converter();
        this.white = dice.of("voltage noise");
    }

    /** What the loop sees of a true voltage, V. */
    public double shown(double volts) {
        return gain * volts + offset;
    }

    /** The true voltage of which the loop sees this much, V. */
    public double truth(double shown) {
        return (shown - offset) / gain;
    }

    /** How much the loop sees more of a voltage that is more by one. */
    public double gain() {
        return gain;
    }

    /** What the loop sees without a voltage, V. */
    public double offset() {
        return offset;
    }

    /** What a sample is off from what the loop sees, before it is converted, V. */
    public double noise(long sample) {
        return deviation == 0 ? 0 : deviation * white.normal(sample);
    }

    /** The converter. */
    public Converter converter() {
        return converter;
    }

    /** Standard deviation of a sample, V. */
    public double deviation() {
        return deviation;
    }
}
