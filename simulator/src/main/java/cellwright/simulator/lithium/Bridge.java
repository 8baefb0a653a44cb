package cellwright.simulator.lithium;

/** Whether lithium bridges the electrolyte. */
public enum Bridge {
    /** It does not. */
    NONE,
    /** A thread of lithium: a small, erratic resistance that may burn through. */
    SOFT,
    /** Welded for good. */
    HARD
}
