package cellwright.engine;

import cellwright.instrument.Reading;
import cellwright.protocol.program.Op;

/** Follows how long a settling quantity has been where it should be. */
final class Steadiness {
    private Steadiness() {}

    /** The steadiness after a reading. */
    static Leaf.Steady after(Turn turn, Reading reading) {
        Leaf.Steady before = turn.leaf.steady();
        if (!(turn.leaf.op() instanceof Op.Settle settle) || !turn.leaf.commanded()) {
            return before;
        }
        double value = reading.value(settle.subject().signal());
        double aim = settle.target().orElse(before.value());
        boolean near = Math.abs(value - aim) <= settle.within();
        if (near && before.inside()) {
            return before;
        }
        boolean inside = near || (settle.target().isEmpty() && !Double.isNaN(value));
        return new Leaf.Steady(inside, reading.atNanos(), value);
    }

    /** Whether the step waits for a quantity to stop drifting, so that what it is compared with moves along. */
    static boolean drifts(Leaf leaf) {
        return leaf.op() instanceof Op.Settle settle && settle.target().isEmpty();
    }

    /** Whether the running settle has what it wanted at an instant. */
    static boolean reached(Leaf leaf, Op.Settle settle, long atNanos) {
        return leaf.commanded()
                && leaf.steady().inside()
                && atNanos - leaf.steady().sinceNanos() >= settle.stableNanos();
    }
}
