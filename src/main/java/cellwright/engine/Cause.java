package cellwright.engine;

/**
 * Why a run is held or has ended.
 *
 * @param kind what kind of reason
 * @param message what happened, with numbers, and what to do
 */
public record Cause(Kind kind, String message) {
    /** Kinds of reasons. */
    public enum Kind {
        /** Every step was done. */
        COMPLETE,
        /** An operator asked. */
        ASKED,
        /** A limit of the run was violated; an operator may resume. */
        LIMIT,
        /** The cell's own envelope was violated; latched. */
        ENVELOPE,
        /** A step did not get where it should in its time and says stop. */
        LATE,
        /** An instrument, a link or the journal failed, or nothing was heard of the cell. */
        FAILURE,
        /** The engine was gone for a while. */
        INTERRUPTION
    }
}
