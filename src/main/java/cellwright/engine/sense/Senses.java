package cellwright.engine.sense;

import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import java.util.Optional;

/**
 * What is plausible on one channel, reading by reading. Immutable; each event gives the next state. Any thread.
 *
 * <p>A single reading that is out of place is borne with; with the second of three there is a finding, so that a cell is on its
 * way to rest within two readings.
 */
public final class Senses {
    private final VoltageSense voltage;
    private final TemperatureSense temperature;
    private final Optional<String> finding;

    private Senses(VoltageSense voltage, TemperatureSense temperature, Optional<String> finding) {
        this.voltage = voltage;
        this.temperature = temperature;
        this.finding = finding;
    }

    /** A channel nothing is known of, at open circuit. */
    public static Senses of(SenseRules rules) {
        return new Senses(VoltageSense.of(rules), TemperatureSense.of(rules.jumpKelvins()), Optional.empty());
    }

    /**
     * The cell is about to be driven otherwise; its voltage is not judged before that was acknowledged. What was told is told
     * again before a current has flown for long.
     */
    public Senses driven(Control control) {
        TemperatureSense kelvins = control.energises() ? temperature.untold() : temperature;
        return new Senses(voltage.driven(control), kelvins, Optional.empty());
    }

    /** The control has been in force since an instant, or is again after a measurement. */
    public Senses inForce(long nanos) {
        return with(voltage.inForce(nanos));
    }

    /** Something else than the control moves the voltage, such as the excitation of a spectrum, until {@link #inForce}. */
    public Senses disturbed() {
        return with(voltage.disturbed());
    }

    /** The state after a reading. */
    public Senses after(Reading reading, Optional<SecondVoltage> second) {
        VoltageSense volts = voltage.after(reading, second);
        TemperatureSense kelvins = temperature.after(reading);
        return volts == voltage && kelvins == temperature && finding.isEmpty()
                ? this
                : new Senses(volts, kelvins, volts.finding().or(kelvins::finding));
    }

    /** What the last reading made certain, in words; told once. */
    public Optional<String> finding() {
        return finding;
    }

    /** Whether a reading was out of place, so that the next one should come soon. */
    public boolean doubts() {
        return voltage.doubts() || temperature.doubts();
    }

    private Senses with(VoltageSense changed) {
        return new Senses(changed, temperature, Optional.empty());
    }
}
