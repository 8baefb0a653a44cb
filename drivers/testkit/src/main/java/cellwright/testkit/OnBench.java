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
}
