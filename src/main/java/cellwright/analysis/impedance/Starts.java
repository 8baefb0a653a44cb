package cellwright.analysis.impedance;

import java.util.List;
import java.util.SplittableRandom;

/** Starting points drawn around what the data suggest: resistances of the size of the spectrum, time constants within its range. */
final class Starts {
    private static final double SMALLEST_SHARE = 0.02;
    private static final double LARGEST_SHARE = 2;
    private static final double SLOWER = 100;

    private final Circuit circuit;
    private final SplittableRandom dice;
    private final double fastest;
    private final double slowest;
    private final double offsetOhm;
    private final double spanOhm;
    private final double largestOhm;

    Starts(Circuit circuit, Impedances data, long seed) {
        this.circuit = circuit;
        this.dice = new SplittableRandom(seed);
        fastest = 1 / (2 * Math.PI * data.highestHertz());
        slowest = 1 / (2 * Math.PI * data.lowestHertz());
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < data.size(); i++) {
            least = Math.min(least, data.realOhm(i));
            most = Math.max(most, data.realOhm(i));
            largest = Math.max(largest, data.modulusOhm(i));
        }
        largestOhm = largest;
        spanOhm = Math.max(most - least, 0.01 * largest);
        offsetOhm = least > 0 ? least : 0.1 * largest;
    }

    /** The middle of what is plausible, by which one sees whether a value ran to 0 or to infinity. */
    double typical(Quantity quantity) {
        double middle = Math.sqrt(fastest * slowest);
        return switch (quantity) {
            case RESISTANCE -> spanOhm;
            case CAPACITANCE, CONSTANT_PHASE -> middle / spanOhm;
            case INDUCTANCE -> fastest * largestOhm;
            case EXPONENT -> 0.5;
            case WARBURG -> spanOhm / Math.sqrt(middle);
            case TIME -> middle;
        };
    }

    /** Coordinates of one start. */
    double[] draw() {
        double[] values = new double[circuit.parameters().size()];
        for (Block.Leaf leaf : circuit.leaves()) {
            drawLeaf(leaf, values);
        }
        drawCapacities(circuit.root(), values);
        double[] coordinates = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            coordinates[i] = circuit.parameters().get(i).quantity().coordinate(values[i]);
        }
        return coordinates;
    }

    private void drawLeaf(Block.Leaf leaf, double[] values) {
        for (int i = leaf.from(); i < leaf.to(); i++) {
            values[i] = switch (leaf.kind().quantities().get(i - leaf.from())) {
                case RESISTANCE -> between(SMALLEST_SHARE * spanOhm, LARGEST_SHARE * spanOhm);
                case CAPACITANCE, CONSTANT_PHASE -> between(fastest, slowest) / spanOhm;
                case INDUCTANCE -> between(1e-3, 1) * fastest * largestOhm;
                case EXPONENT -> 0.55 + 0.43 * dice.nextDouble();
                case WARBURG -> between(SMALLEST_SHARE, LARGEST_SHARE) * spanOhm / Math.sqrt(slowest);
                case TIME -> between(fastest, SLOWER * slowest);
            };
        }
        if (leaf.kind() == ElementKind.RESISTOR && isThroughout(leaf)) {
            values[leaf.from()] = offsetOhm * between(0.5, 1.2);
        }
    }

    /** Capacities that bridge a resistance get a time constant within the range of the data. */
    private void drawCapacities(Block block, double[] values) {
        for (Block part : parts(block)) {
            drawCapacities(part, values);
        }
        if (!(block instanceof Block.Parallel parallel)) {
            return;
        }
        double ohm = parallel.branches().stream()
                .filter(branch -> !isCapacitive(branch))
                .mapToDouble(branch -> values[branch.from()])
                .findFirst()
                .orElse(spanOhm);
        for (Block branch : parallel.branches()) {
            if (isCapacitive(branch)) {
                double exponent = branch.to() - branch.from() == 2 ? values[branch.from() + 1] : 1;
                values[branch.from()] = Math.pow(between(fastest, slowest), exponent) / ohm;
            }
        }
    }

    private boolean isThroughout(Block.Leaf leaf) {
        return switch (circuit.root()) {
            case Block.Leaf only -> only.equals(leaf);
            case Block.Series series -> series.parts().contains(leaf);
            case Block.Parallel ignored -> false;
        };
    }

    private static boolean isCapacitive(Block block) {
        return block instanceof Block.Leaf leaf && leaf.kind().isCapacitive();
    }

    private static List<Block> parts(Block block) {
        return switch (block) {
            case Block.Leaf ignored -> List.of();
            case Block.Series series -> series.parts();
            case Block.Parallel parallel -> parallel.branches();
        };
    }

    private double between(double low, double high) {
        return low * Math.pow(high / low, dice.nextDouble());
    }
}
