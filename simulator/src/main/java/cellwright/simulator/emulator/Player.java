package cellwright.simulator.emulator;

import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;

/**
 * Plays one kind of instrument. Stateless, any thread. A player that needs a library has a module of its own and is found by {@link
 * java.util.ServiceLoader}.
 */
public interface Player {
    /** What it plays. */
    Kind kind();

    /** Whether it drives the cell; of those there is one on a bench. */
    default boolean drives() {
        return false;
    }

    /**
     * Puts an instrument beside a cell.
     *
     * @param settings free of faults, defaults filled in
     * @param cell what it touches
     * @param atNanos where its time begins
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    Device play(Settings settings, MountedCell cell, long atNanos);
}
