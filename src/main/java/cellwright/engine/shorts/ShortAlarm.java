package cellwright.engine.shorts;

import java.util.Locale;

/**
 * A short was recognised.
 *
 * @param rule by which rule
 * @param atSeconds when, in the time of the readings
 * @param observed the value that broke the rule: ohm, relative noise, or ohm at low frequency
 * @param reference what it was compared with, in the same unit
 */
public record ShortAlarm(Rule rule, double atSeconds, double observed, double reference) {
    /** The rules. */
    public enum Rule {
        /** |V|/|I| fell within the window at constant current. */
        RESISTANCE_FELL,
        /** The relative noise of the voltage is many times its baseline. */
        VOLTAGE_ERRATIC,
        /** The real part of the impedance at low frequency collapsed from one spectrum to the next. */
        IMPEDANCE_COLLAPSED
    }

    /** What was seen, in a few words with numbers: {@code |V|/|I| fell from 83.1 to 9.42 ohm}. */
    public String words() {
        return switch (rule) {
            case RESISTANCE_FELL ->
                String.format(Locale.ROOT, "|V|/|I| fell from %.3g to %.3g ohm", reference, observed);
            case VOLTAGE_ERRATIC ->
                String.format(
                        Locale.ROOT,
                        "the voltage turned erratic, its relative noise went from %.2g to %.2g",
                        reference,
                        observed);
            case IMPEDANCE_COLLAPSED ->
                String.format(Locale.ROOT, "Z' at low frequency fell from %.3g to %.3g ohm", reference, observed);
        };
    }
}
