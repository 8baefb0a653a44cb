package cellwright.protocol;

/** What 1C means in a protocol. */
public sealed interface RateBasis {
    /** The cell's own definition (nominal capacity, per active mass or per area). */
    record CellDefinition() implements RateBasis {}

    /**
     * The discharge capacity measured in a cycle of this run; steps before that cycle has ended use the cell's
     * definition.
     *
     * @param cycle number of the cycle, from 1
     */
    record MeasuredIn(int cycle) implements RateBasis {}
}
