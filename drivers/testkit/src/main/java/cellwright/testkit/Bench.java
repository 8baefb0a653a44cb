package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Driver;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Settings;

/**
 * A driver with everything it needs to open its instrument, fresh for each check.
 *
 * @param driver the driver under test
 * @param settings good settings, as an operator would write them
 * @param host lends links to an emulated instrument, or nothing to a driver that simulates one
 */
public record Bench(Driver driver, Settings settings, FakeHost host) {
    /** Opens the instrument the way the house does: settings checked, defaults filled in. */
    public Instrument open() throws InstrumentException {
        assertThat(settings.faults(driver.settings()))
                .as("faults of the bench's settings")
                .isEmpty();
        return driver.open(settings.withDefaults(driver.settings()), host);
    }
}
