package cellwright.simulator.cell;

import cellwright.simulator.impedance.DiffusionResponse;
import cellwright.simulator.impedance.Impedance;

/**
 * One place in the cathode's depth: a particle that stands for all there, and what a current through its surface costs.
 *
 * <pre>
 * V  = U(x_s) - U_anode + (2RT/F) asinh(I / 2 I0) + R_film I          I above 0 takes lithium out
 * I0 = scale 2 sqrt(x_s (1 - x_s)) K(x_s)                             Butler-Volmer with both transfer coefficients 1/2
 * </pre>
 *
 * <p>In an implicit stage the surface falls linearly with the current, so V is a function of the current alone. Mutable,
 * one thread.
 */
sealed class Node permits LayeredNode {
    final Particle particle;
    private final CathodeMaterial cathode;
    private final double anodeVolts;
    private final double freshCoulombs;
    private final Wear wear = new Wear();
    private double coulombs;
    private double mean;
    private double surface;
    private double surfacePerAmp;
    private double exchangeAmps;
    private double doubleThermalVolts;
    private double filmOhms;
    private double ohms;

    /**
     * A rested node.
     *
     * @param cathode the material
     * @param mesh how its particle is cut
     * @param stoichiometry everywhere in it
     * @param coulombs between empty and full
     * @param anodeVolts potential of the counter electrode versus Li+/Li
     */
    Node(CathodeMaterial cathode, ParticleMesh mesh, double stoichiometry, double coulombs, double anodeVolts) {
        this.cathode = cathode;
        this.anodeVolts = anodeVolts;
        this.freshCoulombs = coulombs;
        this.coulombs = coulombs;
        this.mean = stoichiometry;
        this.particle = new Particle(mesh, cathode.diffusion()::at, stoichiometry);
    }

    /** Charge between empty and full, C. */
    double coulombs() {
        return coulombs;
    }

    /**
     * What the surface meets.
     *
     * @param scaleAmps of the exchange current of a fresh node
     * @param thermalVolts 2RT/F
     * @param layerSiemens double layer of a fresh node, S s^a; a node of this class has none in time
     */
    void face(double scaleAmps, double thermalVolts, double layerSiemens) {
        exchangeAmps = scaleAmps * wear.contact();
        doubleThermalVolts = thermalVolts;
    }

    /** Puts a film in front of the surface, ohm. */
    void cover(double film) {
        filmOhms = film;
    }

    /** Charge that the surface stores besides, C. */
    double layerCoulombs() {
        return 0;
    }

    /** How much of a current goes through the surface, at a current close to the one looked at last. */
    double faradaicAmps(double amps) {
        return amps;
    }

    /** What has been lost so far. */
    Wear wear() {
        return wear;
    }

    /**
     * Accepts the proposed step and ages over it.
     *
     * @param law how
     * @param seconds length of the step
     */
    void acceptAged(Ageing law, double seconds) {
        double from = mean;
        double gapBefore = particle.surface() - from;
        accept();
        mean = particle.mean();
        double gapAfter = particle.surface() - mean;
        wear.age(law, seconds, 0.5 * (gapBefore * gapBefore + gapAfter * gapAfter), from, mean);
        coulombs = freshCoulombs * wear.active();
    }

    /** Begins the full step; {@code rate} is that of diffusion in a fresh node. */
    void beginFull(double rate, double seconds) {
        stage(particle.beginFull(rate * wear.contact(), seconds), particle.fullSlope(), seconds);
    }

    /** Begins the first half step, the rate being that of the full one. */
    void beginHalf(double seconds) {
        stage(particle.beginHalf(), particle.halfSlope(), seconds);
    }

    /** Begins the second half step. */
    void beginTwice(double rate, double seconds) {
        stage(particle.beginTwice(rate * wear.contact(), seconds), particle.halfSlope(), seconds);
    }

    /** Ends the full step with a current. */
    void endFull(double amps) {
        particle.endFull(surfaceAt(amps));
    }

    /** Ends the first half step. */
    void endHalf(double amps) {
        particle.endHalf(surfaceAt(amps));
    }

    /** Ends the second half step. */
    void endTwice(double amps) {
        particle.endTwice(surfaceAt(amps));
    }

    /** Looks at the accepted state, which no current moves. */
    void standStill() {
        still(particle.surface());
    }

    /** Looks at the proposed state. */
    void arrive() {
        still(particle.proposedSurface());
    }

    /** Makes the proposal the accepted state. */
    void accept() {
        particle.accept();
    }

    /** Surface stoichiometry at a current; may lie outside what is described. */
    double surfaceAt(double amps) {
        return moved(faradaicAmps(amps));
    }

    /** Potential versus the counter electrode at a current, V. */
    double volts(double amps) {
        double x = clamped(amps);
        double open = cathode.volts(x) - anodeVolts;
        if (amps == 0) {
            return open;
        }
        return open + doubleThermalVolts * asinh(amps / (2 * exchange(x))) + filmOhms * amps;
    }

    /** The same, leaving the slope against the current in {@link #ohms()}. */
    double voltsWithSlope(double amps) {
        double x = clamped(amps);
        double moved = x == moved(amps) ? surfacePerAmp : 0;
        CathodeMaterial.Exchange kinetics = cathode.exchange();
        double shut = Math.exp((kinetics.cutoffStoichiometry() - x) / kinetics.cutoffWidth());
        double exchange = exchangeAmps * 2 * Math.sqrt(x * (1 - x)) / (1 + shut);
        double growth = (0.5 - x) / (x * (1 - x)) + shut / (1 + shut) / kinetics.cutoffWidth();
        double ratio = amps / (2 * exchange);
        double flat = doubleThermalVolts / Math.sqrt(1 + ratio * ratio);
        double slope = flat / (2 * exchange) - flat * ratio * growth * moved;
        ohms = Math.max(slope, 0) + cathode.slope(x) * moved + filmOhms;
        return cathode.volts(x) - anodeVolts + doubleThermalVolts * asinh(ratio) + filmOhms * amps;
    }

    /** Slope of the potential at the latest {@link #voltsWithSlope}, ohm, at least 0. */
    double ohms() {
        return ohms;
    }

    /**
     * The accepted state, linearised, without its double layer; it stays what it is.
     *
     * @param amps current that goes through the surface
     * @param rate of diffusion per unit of coefficient in a fresh node, 1/m2
     */
    Impedance faradaic(double amps, double rate) {
        double x = Math.clamp(particle.surface(), ParticleCell.EDGE, 1 - ParticleCell.EDGE);
        double twiceExchange = 2 * exchange(x);
        double drive = amps / twiceExchange;
        double root = Math.sqrt(1 + drive * drive);
        double ohmsAtOnce = doubleThermalVolts / (twiceExchange * root) + filmOhms;
        double voltsPerX = cathode.slope(x)
                - doubleThermalVolts * drive / root * cathode.exchange().kineticsSlope(x);
        double ohmsPerSecond = -voltsPerX / coulombs;
        DiffusionResponse diffusion = particle.response(rate * wear.contact());
        return radPerSecond -> diffusion.at(radPerSecond).times(ohmsPerSecond).plus(ohmsAtOnce);
    }

    private void stage(double base, double slope, double seconds) {
        surface = base;
        surfacePerAmp = -slope * seconds / coulombs;
    }

    private void still(double at) {
        surface = at;
        surfacePerAmp = 0;
    }

    /** The surface, which falls linearly with what goes through it. */
    private double moved(double amps) {
        return surface + surfacePerAmp * amps;
    }

    private double clamped(double amps) {
        return Math.clamp(moved(amps), ParticleCell.EDGE, 1 - ParticleCell.EDGE);
    }

    private double exchange(double x) {
        return exchangeAmps * cathode.exchange().kinetics(x);
    }

    private static double asinh(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), value);
    }
}
