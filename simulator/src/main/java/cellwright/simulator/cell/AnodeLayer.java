package cellwright.simulator.cell;

/**
 * The anode's resistance with its double layer beside it, in the stages of a step: a voltage behind a resistance. The charge
 * it holds for some milliseconds is not told apart from that in the electrode. Mutable, one thread.
 */
final class AnodeLayer {
    private final DoubleLayer layer;
    private double anodeOhms;
    private double stageSeconds;

    /** A layer without charge, S s^a above 0. */
    AnodeLayer(double siemens) {
        layer = new DoubleLayer(new LayerSteps(CellDesign.ANODE_LAYER_EXPONENT), 0);
        layer.size(siemens);
    }

    /** Sets the resistance, ohm, at least 0. */
    void face(double ohmsNow) {
        anodeOhms = ohmsNow;
    }

    /** By how much a current raises the voltage at the end of the stage, ohm. */
    double ohms() {
        return anodeOhms * share();
    }

    /** Voltage without current at the end of the stage. */
    double volts() {
        return layer.volts() * (1 - share());
    }

    void standStill() {
        layer.still();
    }

    void beginFull(double seconds) {
        layer.beginFull(seconds);
        stageSeconds = seconds;
    }

    void beginHalf(double seconds) {
        layer.beginHalf();
        stageSeconds = seconds;
    }

    void beginTwice(double seconds) {
        layer.beginTwice();
        stageSeconds = seconds;
    }

    /** Ends a stage with a current through the anode. */
    void end(double amps) {
        layer.end((volts() + ohms() * amps - layer.volts()) / layer.ohms(), stageSeconds);
    }

    void arrive() {
        layer.arrive();
    }

    void accept() {
        layer.accept();
    }

    /** Of a current, what passes the resistance: r_c / (R + r_c). */
    private double share() {
        return layer.ohms() / (anodeOhms + layer.ohms());
    }
}
