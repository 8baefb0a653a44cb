package cellwright.instrument.emulation;

import cellwright.instrument.Settings;

/** One simulated cell in its press and chamber, and the instruments around it. Mutable; one thread for it and all its devices. */
public interface Bench {
    /**
     * Puts an instrument on the bench.
     *
     * @param kind name of a kind
     * @param settings free of faults by the kind's settings, defaults filled in
     * @param atNanos not before any earlier time this bench was given
     * @throws IllegalArgumentException naming the setting whose value makes no sense, or that there is no such kind
     */
    Device device(String kind, Settings settings, long atNanos);

    /** Lets the bench's time pass, and that of everything on it. */
    void advance(long toNanos);

    /** When something on the bench will happen by itself; {@link Long#MAX_VALUE} if nothing will. */
    long nextNanos();

    /** One line for people: voltage, current, stack pressure and temperature of the cell, in truth. */
    String truth();
}
