package cellwright.testkit;

import java.nio.file.Path;

/** What a test class hands to the inherited checks. */
public interface OnBench {
    /** A fresh bench: a new host, a new emulated instrument, cables good. */
    Bench bench();

    /** The README that documents the driver's settings; by default that of the Maven module under test. */
    default Path readme() {
        return Path.of(System.getProperty("basedir", "")).resolve("README.md");
    }

    /**
     * What the instrument is doing, compared before and after a command it has to refuse; by default everything sent to
     * it. A driver that simulates its instrument tells the instrument's state instead.
     */
    default Object doing(Bench bench) {
        return bench.host().sent();
    }

    /** Whether a thread belongs to the emulated instrument, not to the driver. */
    default boolean isOfTheBench(Thread thread) {
        return false;
    }

    /**
     * Whether a thread belongs to a library the driver cannot do without. Such threads are daemons, bear a name by which
     * they are known here, and end soon after {@code close}; the driver itself decides nothing on them and says so in its
     * README.
     */
    default boolean isOfALibrary(Thread thread) {
        return false;
    }
}
