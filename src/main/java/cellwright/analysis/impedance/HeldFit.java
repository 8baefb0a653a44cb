package cellwright.analysis.impedance;

import java.util.stream.IntStream;

/** A fit in which some parameters may be held. */
final class HeldFit {
    private final double[] coordinates;
    private final double chiSquared;
    private final boolean finished;
    private final boolean[] held;
    private final String[] ends;

    HeldFit(double[] coordinates, double chiSquared, boolean finished, boolean[] held, String[] ends) {
        this.coordinates = coordinates;
        this.chiSquared = chiSquared;
        this.finished = finished;
        this.held = held;
        this.ends = ends;
    }

    /** Coordinates of all parameters. */
    double[] coordinates() {
        return coordinates;
    }

    /** Weighted sum of squares. */
    double chiSquared() {
        return chiSquared;
    }

    /** Whether the last descent ended by itself. */
    boolean finished() {
        return finished;
    }

    /** Which parameters are held. */
    boolean[] held() {
        return held;
    }

    /** Where each held parameter went, in words; empty for the free ones. */
    String[] ends() {
        return ends;
    }

    /** The indices of the free parameters. */
    int[] free() {
        return IntStream.range(0, held.length).filter(i -> !held[i]).toArray();
    }

    /** With what belongs to parameters that change places. */
    HeldFit ordered(int[] order) {
        double[] moved = new double[order.length];
        boolean[] still = new boolean[order.length];
        String[] words = new String[order.length];
        for (int i = 0; i < order.length; i++) {
            moved[i] = coordinates[order[i]];
            still[i] = held[order[i]];
            words[i] = ends[order[i]];
        }
        return new HeldFit(moved, chiSquared, finished, still, words);
    }
}
