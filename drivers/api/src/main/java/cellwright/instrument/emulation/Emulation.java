package cellwright.instrument.emulation;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.util.List;

/** The way to emulated instruments: found by {@link java.util.ServiceLoader}. Stateless, any thread. */
public interface Emulation {
    /** What can be put on a bench, in the order to be listed. */
    List<Kind> kinds();

    /** What a bench wants to be told: its cell, press and chamber. */
    List<Setting> settings();

    /**
     * Sets up a bench.
     *
     * @param settings free of faults by {@link #settings()}
     * @param atNanos where its time begins
     * @throws IllegalArgumentException naming the setting whose value makes no sense
     */
    Bench bench(Settings settings, long atNanos);
}
