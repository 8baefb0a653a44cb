package cellwright.simulator.cell;

/**
 * A node whose surface also stores charge: part of the current goes into the double layer, the rest through the surface.
 *
 * <pre>
 * I = I_F + I_dl        V(I_F) = V_dl(I_dl)
 * </pre>
 *
 * <p>Within a stage both voltages are known functions of their currents, the layer's a straight line; one rising function
 * of I_F has its root where they meet. Mutable, one thread, no allocation.
 */
final class LayeredNode extends Node {
    private static final int ROUNDS = 200;
    private static final double VOLTS_CLOSE = 1e-12;

    private final DoubleLayer layer;
    private double stageSeconds;
    private double faradaic;
    private double solvedFor;
    /** Of a little more current, what goes through the surface. */
    private double share;

    private double ohms;

    /**
     * A rested node.
     *
     * @param cathode the material
     * @param mesh how its particle is cut
     * @param stoichiometry everywhere in it
     * @param coulombs between empty and full
     * @param anodeVolts potential of the counter electrode versus Li+/Li
     * @param steps shared by all nodes
     */
    LayeredNode(
            CathodeMaterial cathode,
            ParticleMesh mesh,
            double stoichiometry,
            double coulombs,
            double anodeVolts,
            LayerSteps steps) {
        super(cathode, mesh, stoichiometry, coulombs, anodeVolts);
        layer = new DoubleLayer(steps, cathode.volts(stoichiometry) - anodeVolts);
    }

    @Override
    void face(double scaleAmps, double thermalVolts, double layerSiemens) {
        super.face(scaleAmps, thermalVolts, layerSiemens);
        layer.size(layerSiemens * wear().contact());
    }

    @Override
    double layerCoulombs() {
        return layer.coulombs();
    }

    @Override
    double faradaicAmps(double amps) {
        return faradaic + share * (amps - solvedFor);
    }

    @Override
    double volts(double amps) {
        return voltsWithSlope(amps);
    }

    /** {@inheritDoc} Newton where that gets on, bisection where it does not. */
    @Override
    double voltsWithSlope(double amps) {
        double layerOhms = layer.ohms();
        double layerVolts = layer.volts();
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double at = Double.isFinite(faradaic) ? faradaic : 0;
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            double volts = super.voltsWithSlope(at);
            double through = super.ohms();
            double slope = 1 + through / layerOhms;
            double move = (amps - at - (volts - layerVolts) / layerOhms) / slope;
            if (move > 0) {
                low = at;
            } else {
                high = at;
            }
            boolean slow = !(at + move > low && at + move < high) || Math.abs(move) > 0.5 * before;
            boolean bisects = slow && high - low < Double.POSITIVE_INFINITY;
            double next = bisects ? 0.5 * (low + high) : at + move;
            before = Math.abs(next - at);
            if (!(Math.abs(move) * through > VOLTS_CLOSE && before > 0)) {
                faradaic = at + move;
                solvedFor = amps;
                share = 1 / slope;
                ohms = through / slope;
                return volts + through * move;
            }
            at = next;
        }
        return Double.NaN;
    }

    @Override
    double ohms() {
        return ohms;
    }

    @Override
    void standStill() {
        super.standStill();
        layer.still();
    }

    @Override
    void beginFull(double rate, double seconds) {
        super.beginFull(rate, seconds);
        layer.beginFull(seconds);
        stageSeconds = seconds;
    }

    @Override
    void beginHalf(double seconds) {
        super.beginHalf(seconds);
        layer.beginHalf();
        stageSeconds = seconds;
    }

    @Override
    void beginTwice(double rate, double seconds) {
        super.beginTwice(rate, seconds);
        layer.beginTwice();
        stageSeconds = seconds;
    }

    @Override
    void endFull(double amps) {
        super.endFull(amps);
        store(amps);
    }

    @Override
    void endHalf(double amps) {
        super.endHalf(amps);
        store(amps);
    }

    @Override
    void endTwice(double amps) {
        super.endTwice(amps);
        store(amps);
    }

    @Override
    void arrive() {
        super.arrive();
        layer.arrive();
    }

    @Override
    void accept() {
        super.accept();
        layer.accept();
    }

    private void store(double amps) {
        layer.end(amps - faradaicAmps(amps), stageSeconds);
    }
}
