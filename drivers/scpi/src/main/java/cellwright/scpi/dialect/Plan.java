package cellwright.scpi.dialect;

/**
 * What the instrument shall do.
 *
 * @param source what is sourced
 * @param level V or A, by the source; positive current charges
 * @param limit largest magnitude of the other quantity, A or V, above 0
 * @param sourceRange what the source's range must cover, in the unit of the level, above 0
 * @param measureRange what the range of the other, measured, quantity must cover; 0 to leave it to the instrument
 * @param protection largest voltage the terminals may have whatever the sense leads say, V
 * @param regulated which of level and limit is meant to be reached
 */
public record Plan(
        Source source,
        double level,
        double limit,
        double sourceRange,
        double measureRange,
        double protection,
        Regulated regulated) {
    /** What is sourced. */
    public enum Source {
        /** A current, up to a voltage of either sign. */
        CURRENT,
        /** A voltage, up to a current of either sign. */
        VOLTAGE
    }

    /** What is meant to be reached, so that the other can be told apart as unexpected. */
    public enum Regulated {
        /** The level: in its limit the instrument does something else than it was asked for. */
        LEVEL,
        /** The limit: at its level the instrument does something else. */
        LIMIT,
        /** Either, one after the other: a hold that is approached with a limited current. */
        EITHER
    }

    /** Whether an instrument can go over from this to another plan with its output on. */
    public boolean turnsInto(Plan other) {
        return source == other.source
                && sourceRange == other.sourceRange
                && measureRange == other.measureRange
                && protection == other.protection;
    }
}
