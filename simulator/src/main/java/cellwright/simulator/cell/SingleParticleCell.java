package cellwright.simulator.cell;

import java.util.Optional;

/**
 * A cell whose cathode is one particle in series with resistances (a solid-electrolyte porous electrode with a single
 * node through its thickness).
 *
 * <pre>
 * V = U(x_s) - U_anode + (2RT/F) asinh(I / 2 I0) + R I          I above 0 charges
 * I0 = i0 m 2 sqrt(x_s (1 - x_s)) K(x_s) contact activation     Butler-Volmer with both transfer coefficients 1/2
 * d(mean x)/dt = -I / Q                                          charging takes lithium out
 * </pre>
 *
 * <p>Each implicit stage is linear in diffusion, so at constant current nothing is iterated, and at constant voltage or
 * power one scalar equation is. Neither double layers nor self-heating are described: the first voltage after a jump of
 * the current is the one some milliseconds later in a real cell.
 *
 * <p>What 20 nodes cost: diffusion in a full oxide is slow, and the full core a new cell starts with is eaten up in the
 * first four cycles, one coarse inner element at a time. Their capacities wander by up to 1 mAh/g at 2C and 3C, whatever
 * the time step; the settled capacity lies 0.1 mAh/g above that of 120 nodes (85.95 against 85.84 at 3C). Mutable, one
 * thread.
 */
public final class SingleParticleCell implements CellModel {
    /** Surface stoichiometries outside this and one minus this are not described. */
    public static final double EDGE = 1e-4;

    private static final int NODES = 20;
    private static final double RATIO = 1.35;
    private static final double VOLTS_PER_TOLERANCE = 5;
    /** A searched current may be off, before extrapolation, by this many times the tolerance of itself: 2 % at 2e-4 ... */
    private static final double SHARE_PER_TOLERANCE = 100;
    /** ... but needs no better than that of a current that would take 10^4 hours to empty the cathode. */
    private static final double LEAST_PER_SECOND = 1e-4 / 3600;
    /** Beyond this distance from half full the first step after a disturbance is made with lumped mass. */
    private static final double NEAR_EDGE = 0.47;

    private final CellDesign design;
    private final Surroundings surroundings;
    private final double tolerance;
    private final double coulombs;
    private final Particle particle;
    private final CurrentSearch search = new CurrentSearch(this::voltsAt);
    private CellDesign.Climate climate;
    private boolean disturbed = true;
    private double mostPascals;
    private double netCoulombs;
    private double settledWatts;

    private double surface;
    private double surfacePerAmp;
    private double volts;
    private double amps;
    private double stepCoulombs;
    private double stepJoules;
    private boolean unreachable;

    /**
     * A rested cell.
     *
     * @param design what it is made of
     * @param stoichiometry lithium fraction of the cathode, everywhere the same
     * @param surroundings temperature and pressure over time
     * @param tolerance of a time step: in stoichiometry, and in volts per 5 V
     * @param atNanos when the cell begins
     */
    public SingleParticleCell(
            CellDesign design, double stoichiometry, Surroundings surroundings, double tolerance, long atNanos) {
        this.design = design;
        this.surroundings = surroundings;
        this.tolerance = tolerance;
        this.coulombs = design.coulombs();
        this.particle = new Particle(
                new ParticleMesh(design.cathode().grain().shape(), NODES, RATIO),
                design.cathode().diffusion()::at,
                stoichiometry);
        this.mostPascals = surroundings.pascals(atNanos);
        this.climate = design.climate(surroundings.kelvins(atNanos), mostPascals, mostPascals);
        settle(Drive.OPEN, atNanos);
    }

    /** Mean lithium fraction of the cathode in the accepted state. */
    public double meanStoichiometry() {
        return particle.mean();
    }

    /** Lithium fraction at the particle's surface in the accepted state. */
    public double surfaceStoichiometry() {
        return particle.surface();
    }

    /** Charge between an empty and a full cathode, C. */
    public double cathodeCoulombs() {
        return coulombs;
    }

    @Override
    public void disturb() {
        disturbed = true;
    }

    @Override
    public void settle(Drive drive, long atNanos) {
        unreachable = false;
        stepCoulombs = 0;
        stepJoules = 0;
        breathe(atNanos);
        arrive(drive, particle.surface());
        settledWatts = volts * amps;
    }

    @Override
    public double propose(Drive drive, long fromNanos, long nanos) {
        double seconds = nanos * 1e-9;
        long middleNanos = fromNanos + nanos / 2;
        long endNanos = fromNanos + nanos;
        unreachable = false;
        particle.lump(disturbed && Math.abs(particle.surface() - 0.5) > NEAR_EDGE);

        double rate = breathe(fromNanos).rate();
        double base = particle.beginFull(rate, seconds);
        breathe(endNanos);
        double fullAmps = current(drive, base, seconds);
        double fullVolts = volts;
        particle.endFull(surface);

        base = particle.beginHalf(rate, seconds / 2);
        breathe(middleNanos);
        double firstAmps = current(drive, base, seconds / 2);
        particle.endHalf(surface);

        base = particle.beginTwice(climate.rate(), seconds / 2);
        breathe(endNanos);
        double secondAmps = current(drive, base, seconds / 2);
        particle.endTwice(surface);

        double error = Math.max(particle.extrapolate(), electricError(fullVolts, fullAmps, secondAmps));
        stepCoulombs = seconds * (firstAmps + secondAmps - fullAmps);
        arrive(drive, particle.proposedSurface());
        stepJoules = 0.5 * seconds * (settledWatts + volts * amps);
        return error / tolerance;
    }

    @Override
    public void accept() {
        particle.accept();
        netCoulombs += stepCoulombs;
        mostPascals = Math.max(mostPascals, climate.pascals());
        settledWatts = volts * amps;
        disturbed = false;
    }

    @Override
    public double volts() {
        return volts;
    }

    @Override
    public double amps() {
        return amps;
    }

    @Override
    public double coulombs() {
        return stepCoulombs;
    }

    @Override
    public double joules() {
        return stepJoules;
    }

    @Override
    public Optional<String> left() {
        if (unreachable) {
            return Optional.of("current " + amps + " A: no current gives the voltage or power asked for");
        }
        if (!Double.isFinite(volts) || !Double.isFinite(amps)) {
            return Optional.of("voltage " + volts + " V at current " + amps + " A: not a number");
        }
        if (!(surface >= EDGE && surface <= 1 - EDGE)) {
            return Optional.of("surface stoichiometry of the cathode " + surface + ", described from " + EDGE + " to "
                    + (1 - EDGE));
        }
        return design.anode().usedUp(netCoulombs + stepCoulombs);
    }

    /** Looks up temperature and pressure; recomputes what hangs on them only when they moved. */
    private CellDesign.Climate breathe(long atNanos) {
        double kelvins = surroundings.kelvins(atNanos);
        double pascals = surroundings.pascals(atNanos);
        if (kelvins != climate.kelvins() || pascals != climate.pascals()) {
            climate = design.climate(kelvins, pascals, Math.max(mostPascals, pascals));
        }
        return climate;
    }

    /** Ends a stage: the surface is {@code base} at no current and falls linearly with the charging current. */
    private double current(Drive drive, double base, double seconds) {
        surface = base;
        surfacePerAmp = -particle.slope() * seconds / coulombs;
        solve(drive);
        surface = base + surfacePerAmp * amps;
        return amps;
    }

    /** Voltage and current of a given surface. */
    private void arrive(Drive drive, double atSurface) {
        surface = atSurface;
        surfacePerAmp = 0;
        solve(drive);
    }

    private void solve(Drive drive) {
        switch (drive) {
            case Drive.Amps current -> {
                amps = current.amps();
                volts = voltsAt(amps);
            }
            case Drive.Volts hold -> {
                amps = search.forVolts(hold.volts(), amps, 2 * hold.maxAmps());
                volts = search.atBound() ? voltsAt(amps) : hold.volts();
            }
            case Drive.Watts power -> {
                amps = search.forWatts(power.watts());
                unreachable |= search.failed();
                volts = voltsAt(amps);
            }
        }
    }

    private double voltsAt(double current) {
        double x = Math.clamp(surface + surfacePerAmp * current, EDGE, 1 - EDGE);
        CathodeMaterial cathode = design.cathode();
        double open = cathode.openCircuit().value(x) - design.anode().voltsVersusLithium();
        if (current == 0) {
            return open;
        }
        CathodeMaterial.Exchange kinetics = cathode.exchange();
        double cutoff = 1 + Math.exp((kinetics.cutoffStoichiometry() - x) / kinetics.cutoffWidth());
        double exchange = climate.exchangeAmps() * 2 * Math.sqrt(x * (1 - x)) / cutoff;
        return open + climate.doubleThermalVolts() * asinh(current / (2 * exchange)) + climate.seriesOhms() * current;
    }

    /** Disagreement between one step and two, besides the profile: of the voltage, or of the current it is held by. */
    private double electricError(double fullVolts, double fullAmps, double secondAmps) {
        double byVolts = Math.abs(volts - fullVolts) / VOLTS_PER_TOLERANCE;
        double size = Math.max(Math.abs(secondAmps), coulombs * LEAST_PER_SECOND);
        return Math.max(byVolts, Math.abs(secondAmps - fullAmps) / (SHARE_PER_TOLERANCE * size));
    }

    private static double asinh(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), value);
    }
}
