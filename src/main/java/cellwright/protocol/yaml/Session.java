package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import cellwright.protocol.RateBasis;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is shared by the files of one protocol, the one that was asked for and those it uses. */
final class Session {
    /** Most steps after inlining. */
    static final int MOST_STEPS = 20_000;
    /** Longest chain of files that use each other. */
    static final int MOST_FILES_DEEP = 8;

    private final Library library;
    private final Faults faults = new Faults();
    private final Map<String, Place> places = new HashMap<>();
    private Heading heading = new Heading(Optional.empty(), new RateBasis.CellDefinition(), 1);
    private Optional<Duration> silence = Optional.empty();
    private int steps;

    Session(Library library) {
        this.library = library;
    }

    /** The texts of used files. */
    Library library() {
        return library;
    }

    /** What is wrong so far. */
    Faults faults() {
        return faults;
    }

    /** Where parts stood, by path. */
    Map<String, Place> places() {
        return places;
    }

    /** What the outermost file states for all. */
    Heading heading() {
        return heading;
    }

    /** Takes what the outermost file states for all. */
    void heading(Heading stated) {
        heading = stated;
    }

    /** The outermost file's silence time. */
    Optional<Duration> silence() {
        return silence;
    }

    /** Takes the outermost file's silence time. */
    void silence(Optional<Duration> stated) {
        silence = stated;
    }

    /** Counts a step. */
    void countStep(Place place) throws Misfit {
        steps++;
        if (steps == MOST_STEPS + 1) {
            throw new Misfit(place, "more than " + MOST_STEPS + " steps, used files counted each time");
        }
    }

    /** Whether so many steps were met that no more are read. */
    boolean exhausted() {
        return steps > MOST_STEPS;
    }

    /**
     * What must be the same in all files.
     *
     * @param reference the electrode of voltages without one
     * @param rateBasis what 1C means
     * @param referenceCycle what retention is relative to
     */
    record Heading(Optional<String> reference, RateBasis rateBasis, int referenceCycle) {}

    /**
     * A parameter's value from outside the file.
     *
     * @param value the text
     * @param place where it was given
     */
    record Given(String value, Place place) {}
}
