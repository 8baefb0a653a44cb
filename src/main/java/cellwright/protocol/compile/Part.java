package cellwright.protocol.compile;

import cellwright.protocol.program.Op;
import java.util.List;
import java.util.Optional;

/**
 * A compiled step, and what a loop around it must know even if the step had faults.
 *
 * @param op the operation; empty after a complaint
 * @param takesTime whether every way through it drives the cell, measures or waits
 * @param instants how many operations it may do while nothing passes time
 */
record Part(Optional<Op> op, boolean takesTime, long instants) {
    /** A step that passes time. */
    static Part slow(Optional<? extends Op> op) {
        return new Part(op.map(made -> made), true, 0);
    }

    /** A step that passes no time. */
    static Part quick(Optional<? extends Op> op, long instants) {
        return new Part(op.map(made -> made), false, instants);
    }

    /**
     * Steps one after the other.
     *
     * @param ops those without faults
     * @param takesTime whether every way through them passes time
     * @param instants how many operations they may do while no time passes
     */
    record Body(List<Op> ops, boolean takesTime, long instants) {
        Body {
            ops = List.copyOf(ops);
        }
    }
}
