package cellwright.protocol.program;

import java.util.List;

/**
 * What the engine executes.
 *
 * @param name the protocol's name
 * @param protocolHash SHA-256 of the snapshot it was compiled from, hexadecimal
 * @param scale what makes capacities comparable between cells
 * @param referenceCycle the cycle retention is relative to
 * @param measuredBasisCycle the cycle whose discharge capacity defines 1C for {@link Target.MeasuredRate}; 0 for none
 * @param bounds limits judged on every reading, run limits and cell envelope together
 * @param silenceNanos longest time without a reading before the channel goes to rest
 * @param pollNanos how often a limit in doubt is looked at again, and the real world's usual period
 * @param restAmps magnitude below which a channel counts as being at rest
 * @param ops what to do
 */
public record Program(
        String name,
        String protocolHash,
        Scale scale,
        int referenceCycle,
        int measuredBasisCycle,
        List<Bound> bounds,
        long silenceNanos,
        long pollNanos,
        double restAmps,
        List<Op> ops) {
    /** Takes immutable copies. */
    public Program {
        bounds = List.copyOf(bounds);
        ops = List.copyOf(ops);
    }
}
