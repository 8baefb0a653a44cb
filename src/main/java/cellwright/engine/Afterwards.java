package cellwright.engine;

/** What follows when a cell has come to rest. */
public enum Afterwards {
    /** The run is held; a person says how it goes on. */
    HELD,
    /** The run is over. */
    ENDED,
    /** The run goes on with the next step by itself. */
    NEXT_STEP
}
