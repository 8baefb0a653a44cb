package cellwright.simulator.cell;

/** What the particles of one node have lost so far. Mutable, one thread. */
final class Wear {
    private double xi;
    private double lambda;

    /** Share of the contact left, 1 when new. */
    double contact() {
        return Math.max(Contact.FLOOR, 1 - xi * xi);
    }

    /** Share of the active material left, 1 when new. */
    double active() {
        return Math.exp(-lambda);
    }

    /**
     * Ages over one step.
     *
     * @param law how
     * @param seconds length of the step
     * @param square mean square of the surface's deviation from the particle's mean
     * @param fromMean the particle's mean at the beginning
     * @param toMean and at the end
     */
    void age(Ageing law, double seconds, double square, double fromMean, double toMean) {
        xi += law.fatigue(seconds, square);
        lambda += law.loss(fromMean, toMean);
    }
}
