package cellwright.world.real;

import cellwright.instrument.Driver;
import cellwright.instrument.Settings;
import java.util.Optional;

/**
 * An instrument of the laboratory, as configured.
 *
 * @param name unique in the laboratory
 * @param lane what it shares with the other instruments on its link
 * @param driver opens it
 * @param settings free of faults by the driver's declarations, defaults filled in
 * @param serial the serial number it must have; empty to take whatever is found first and insist on it from then on
 * @param periodNanos time between readings while a run needs them, above 0
 */
public record InstrumentOrder(
        String name, String lane, Driver driver, Settings settings, Optional<String> serial, long periodNanos) {
    /** The same, insisting on a serial number unless it insists on one already. */
    public InstrumentOrder insistingOn(Optional<String> other) {
        return serial.isPresent() ? this : new InstrumentOrder(name, lane, driver, settings, other, periodNanos);
    }
}
