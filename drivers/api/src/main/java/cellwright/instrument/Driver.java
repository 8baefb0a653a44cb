package cellwright.instrument;

import java.util.List;
import java.util.Optional;

/**
 * The way in: found by {@link java.util.ServiceLoader}, on the class path or in a jar dropped into {@code plugins/}.
 *
 * <p>A driver is stateless; each {@link #open} makes an instrument of its own.
 */
public interface Driver {
    /** The name used in the configuration: lower case, words joined by a hyphen. */
    String name();

    /** What it wants to be told. */
    List<Setting> settings();

    /**
     * How the instrument is told apart from others on its line. Only for drivers that pass over whatever is not their own
     * instrument's answer, a late one of another address included.
     *
     * @param settings as for {@link #open}
     * @return empty if it needs its line alone, as instruments without an address in their answers do
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    default Optional<Party> party(Settings settings) {
        return Optional.empty();
    }

    /**
     * Connects to the instrument and asks who it is; changes nothing on it.
     *
     * @param settings complete and free of faults by {@link #settings()}, defaults filled in
     * @param host lends links and the clock
     * @throws InstrumentException if it cannot be reached or is not the device the settings name
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    Instrument open(Settings settings, Host host) throws InstrumentException;
}
