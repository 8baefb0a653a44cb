package cellwright.analysis.solid;

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
}
