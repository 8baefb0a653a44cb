package cellwright.simulator.cell;

/**
 * The tridiagonal system of one implicit stage, eliminated from the centre outwards: what is left to be found is the
 * surface, which rises linearly with the flux. Mutable, one thread, no allocation after construction.
 */
final class Elimination {
    private final double[] share;
    private final double[] right;
    private double pivot;
    private double due;

    /** For a particle of so many nodes. */
    Elimination(int nodes) {
        share = new double[nodes - 1];
        right = new double[nodes - 1];
    }

    /** The surface at zero flux. */
    double base() {
        return due / pivot;
    }

    /** Rise of the surface per unit of mean uptake. */
    double slope() {
        return 1 / pivot;
    }

    /** Fills in the profile, from the surface inwards. */
    void substitute(double[] into, double surface) {
        double x = surface;
        into[share.length] = x;
        for (int i = share.length - 1; i >= 0; i--) {
            x = right[i] - share[i] * x;
            into[i] = x;
        }
    }

    /** Eliminates one stage; {@code time} is its length times the rate. */
    void eliminate(StageStart start, double time) {
        two(start, this, time, this, time);
    }

    /**
     * Eliminates two stages that begin alike. Each row waits for the one before; with two systems side by side the
     * processor has something to do meanwhile, and is as quick as with one.
     */
    static void two(StageStart start, Elimination a, double timeA, Elimination b, double timeB) {
        double[] diagonal = start.diagonal;
        double[] coupling = start.coupling;
        double exchangeA = timeA * start.exchange[0];
        double exchangeB = timeB * start.exchange[0];
        double pivotA = diagonal[0] + exchangeA;
        double pivotB = diagonal[0] + exchangeB;
        double dueA = start.stock[0];
        double dueB = dueA;
        for (int i = 0; i < coupling.length; i++) {
            double offA = coupling[i] - exchangeA;
            double offB = coupling[i] - exchangeB;
            double inverseA = 1 / pivotA;
            double inverseB = 1 / pivotB;
            double shareA = offA * inverseA;
            double shareB = offB * inverseB;
            a.share[i] = shareA;
            b.share[i] = shareB;
            a.right[i] = dueA * inverseA;
            b.right[i] = dueB * inverseB;
            dueA = start.stock[i + 1] - shareA * dueA;
            dueB = start.stock[i + 1] - shareB * dueB;
            double nextA = diagonal[i + 1] + exchangeA;
            double nextB = diagonal[i + 1] + exchangeB;
            exchangeA = timeA * start.exchange[i + 1];
            exchangeB = timeB * start.exchange[i + 1];
            pivotA = nextA + exchangeA - shareA * offA;
            pivotB = nextB + exchangeB - shareB * offB;
        }
        a.pivot = pivotA;
        b.pivot = pivotB;
        a.due = dueA;
        b.due = dueB;
    }
}
