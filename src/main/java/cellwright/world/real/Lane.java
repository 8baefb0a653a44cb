package cellwright.world.real;

import cellwright.instrument.Host;

/** What talks over one link: takes work in, does one piece at a time, the most urgent first. */
public interface Lane {
    /** Lends links and the clock to the drivers on this lane; used by its work alone. */
    Host host();

    /** Brackets a measurement of this lane; the lane's thread. */
    void beginMeasurement();

    /** Ends the bracket; the lane's thread. */
    void endMeasurement();

    /** Ends a measurement that is under way, if one is; what waits behind it comes to its turn. The world's thread. */
    void breakOff();

    /** Whether the measurement under way is to end; the lane's thread. */
    boolean isBrokenOff();

    /** Puts work in; the world's thread. Of the same rank, what came first is done first. */
    void submit(Rank rank, Work work);

    /** How urgent a piece of work is, the most urgent first. */
    enum Rank {
        /** A cell is to go to open circuit. */
        SAFE,
        /** An instrument is told something, or measures a spectrum. */
        COMMAND,
        /** An instrument is connected or given up. */
        CONNECT,
        /** An instrument is read. */
        SAMPLE
    }

    /** A piece of work. */
    @FunctionalInterface
    interface Work {
        /** Does it, on the lane's thread; returns what the world's thread is to do about it. Must not throw. */
        Runnable carryOut();
    }
}
