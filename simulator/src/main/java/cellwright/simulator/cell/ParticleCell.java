package cellwright.simulator.cell;

import cellwright.simulator.impedance.Impedance;
import java.util.Optional;

/**
 * A cell whose cathode is particles: one in series with resistances, or a ladder of them through the composite's depth.
 *
 * <pre>
 * V = U(x_s) - U_anode + (2RT/F) asinh(I / 2 I0) + R I          I above 0 charges
 * I0 = i0 m 2 sqrt(x_s (1 - x_s)) K(x_s) contact activation     Butler-Volmer with both transfer coefficients 1/2
 * d(mean x)/dt = -I / Q                                          charging takes lithium out
 * </pre>
 *
 * <p>Each implicit stage is linear in diffusion, so at constant current a single particle iterates nothing, and at constant
 * voltage or power one scalar equation; a ladder iterates over the currents of its segments, and an ageing cell over its
 * voltage. With {@link Layers#LEFT_OUT} the first voltage after a jump of the current is the one some milliseconds later
 * in a real cell; with {@link Layers#STEPPED} it is the ohmic drop, and the rest follows. Ageing moves on at the end of each accepted step.
 *
 * <p>What 20 nodes cost: diffusion in a full oxide is slow, and the full core a new cell starts with is eaten up in the
 * first four cycles, one coarse inner element at a time. Their capacities wander by up to 1 mAh/g at 2C and 3C, whatever
 * the time step; the settled capacity lies 0.1 mAh/g above that of 120 nodes (85.95 against 85.84 at 3C). Mutable, one
 * thread.
 */
public final class ParticleCell implements CellModel {
    /** Surface stoichiometries outside this and one minus this are not described. */
    public static final double EDGE = 1e-4;

    private static final double VOLTS_PER_TOLERANCE = 5;
    /** A searched current may be off, before extrapolation, by this many times the tolerance of itself: 2 % at 2e-4 ... */
    private static final double SHARE_PER_TOLERANCE = 100;
    /** ... but needs no better than that of a current that would take 10^4 hours to empty the cathode. */
    private static final double LEAST_PER_SECOND = 1e-4 / 3600;

    /** What a cell with a temperature of its own may come to, K. */
    private static final double COLDEST = 200;

    private static final double HOTTEST = 500;

    private final CellDesign design;
    private final Body body;
    private final double tolerance;
    private final double coulombs;
    private final Cathode cathode;
    private final Astray astray;
    private final Terminals terminals;
    private final boolean ages;
    private final long bornNanos;
    private CellDesign.Climate climate;
    private boolean disturbed = true;
    private double mostPascals;
    private double netCoulombs;
    private double settledWatts;

    private double surface;
    private double filmOhms;
    private long stepEndNanos;
    private double stepSeconds;
    private double stepCoulombs;
    private double stepJoules;
    private final StepLedger step = new StepLedger();
    private Ledger ledger = Ledger.EMPTY;

    /**
     * A rested cell.
     *
     * @param design what it is made of
     * @param depth nodes through the cathode's depth, at least 1; a film has one whatever is asked for
     * @param stoichiometry lithium fraction of the cathode, everywhere the same
     * @param surroundings temperature and pressure over time
     * @param tolerance of a time step: in stoichiometry, and in volts per 5 V
     * @param layers whether double layers are part of the steps
     * @param atNanos when the cell begins
     */
    public ParticleCell(
            CellDesign design,
            int depth,
            double stoichiometry,
            Surroundings surroundings,
            double tolerance,
            Layers layers,
            long atNanos) {
        this.design = design;
        this.body = new Body(design.warmth(), design.stack(), surroundings, atNanos);
        this.tolerance = tolerance;
        this.coulombs = design.coulombs();
        this.cathode = new Cathode(design, depth, stoichiometry, layers);
        this.ages = !design.ageing().equals(Ageing.NONE);
        this.astray = new Astray(design, ages);
        this.terminals = new Terminals(cathode, astray);
        this.bornNanos = atNanos;
        double kelvins = body.kelvins(atNanos);
        this.mostPascals = body.pascals(atNanos, kelvins);
        this.climate = design.climate(kelvins, mostPascals, mostPascals);
        cathode.face(climate);
        settle(Drive.OPEN, atNanos);
    }

    /** Mean lithium fraction of the cathode in the accepted state. */
    public double meanStoichiometry() {
        return cathode.mean();
    }

    /**
     * Mean lithium fraction of one node's particle in the accepted state.
     *
     * @param node 0 at the separator
     */
    public double meanStoichiometry(int node) {
        return cathode.node(node).particle.mean();
    }

    /** The surface stoichiometry furthest from one half at the latest {@link #settle} or {@link #propose}. */
    public double surfaceStoichiometry() {
        return surface;
    }

    /** Charge between an empty and a full cathode, C. */
    public double cathodeCoulombs() {
        return coulombs;
    }

    /** Where the charge went so far, in the accepted state; all zero if the cell does not age. */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Charge that the double layers of the cathode hold in the accepted state, C, 0 as assembled; it is a part of what
     * counts as intercalated.
     */
    public double layerCoulombs() {
        return cathode.layerCoulombs();
    }

    /** What the cell has lost so far, in the accepted state. */
    public Condition condition() {
        return new Condition(cathode.contactLost(), cathode.activeLost(), filmOhms);
    }

    @Override
    public void disturb() {
        disturbed = true;
    }

    @Override
    public void settle(Drive drive, long atNanos) {
        terminals.forgive();
        stepCoulombs = 0;
        stepJoules = 0;
        breathe(atNanos);
        cathode.standStill();
        solve(drive, 0, 0);
        goOn();
    }

    @Override
    public double propose(Drive drive, long fromNanos, long nanos) {
        double seconds = nanos * 1e-9;
        terminals.forgive();
        cathode.lump(disturbed);

        double rate = breathe(fromNanos).rate();
        cathode.beginFull(rate, seconds);
        breathe(fromNanos + nanos);
        double fullAmps = solve(drive, seconds, 0);
        double fullVolts = terminals.volts();
        cathode.endFull(terminals.intercalating(), terminals.amps());
        step.clear();
        passed(-seconds);

        cathode.beginHalf(seconds / 2);
        breathe(fromNanos + nanos / 2);
        double firstAmps = solve(drive, seconds / 2, 0);
        cathode.endHalf(terminals.intercalating(), terminals.amps());
        double firstReacted = 0.5 * passed(seconds);

        cathode.beginTwice(climate.rate(), seconds / 2);
        breathe(fromNanos + nanos);
        double secondAmps = solve(drive, seconds / 2, firstReacted);
        cathode.endTwice(terminals.intercalating(), terminals.amps());
        passed(seconds);

        double error = Math.max(cathode.extrapolate(), electricError(fullVolts, fullAmps, secondAmps));
        error = Math.max(error, body.error(fromNanos + nanos));
        stepSeconds = seconds;
        stepEndNanos = fromNanos + nanos;
        stepCoulombs = seconds * (firstAmps + secondAmps - fullAmps);
        cathode.arrive();
        solve(drive, 0, step.reacted());
        stepJoules = 0.5 * seconds * (settledWatts + terminals.volts() * terminals.amps());
        return error / tolerance;
    }

    @Override
    public void accept() {
        double intercalated = stepCoulombs;
        if (ages) {
            cathode.acceptAged(design.ageing(), stepSeconds, climate);
            astray.accept(step.reacted(), stepCoulombs);
            ledger = ledger.plus(step.passed());
            intercalated = step.passed().intercalatedCoulombs();
        } else {
            cathode.accept();
        }
        netCoulombs += stepCoulombs;
        mostPascals = Math.max(mostPascals, climate.pascals());
        body.accept(stepEndNanos, intercalated, climate.pascals());
        goOn();
        disturbed = false;
    }

    /** What the next step begins with. */
    private void goOn() {
        settledWatts = terminals.volts() * terminals.amps();
        body.drive(design.warmth().own() ? heatWatts() : 0, terminals.intercalating());
    }

    private double heatWatts() {
        double x = Math.clamp(cathode.mean(), EDGE, 1 - EDGE);
        double open = design.cathode().volts(x) - design.anode().voltsVersusLithium();
        double reversible = climate.kelvins() * design.warmth().voltsPerKelvin();
        return terminals.amps() * (terminals.volts() - open + reversible);
    }

    @Override
    public double kelvins() {
        return climate.kelvins();
    }

    @Override
    public double pascals() {
        return climate.pascals();
    }

    @Override
    public double swellingMetres() {
        return body.metres();
    }

    @Override
    public double volts() {
        return terminals.volts();
    }

    @Override
    public double amps() {
        return terminals.amps();
    }

    @Override
    public double coulombs() {
        return stepCoulombs;
    }

    @Override
    public double joules() {
        return stepJoules;
    }

    /**
     * {@inheritDoc} That is the accepted state, at the current of the latest {@link #settle} or step: polarised if one
     * flows. Double layers are in it whether they are stepped or not, and so is all that ageing has changed. What goes
     * astray is counted at the present passivation.
     */
    @Override
    public Impedance impedance() {
        CellImpedance cell = new CellImpedance(design, climate);
        Impedance inside = cell.within(cathode, terminals.intercalating());
        if (!ages) {
            return cell.around(cathode).then(inside);
        }
        astray.stage(0, 0);
        astray.amps(terminals.volts());
        return CellImpedance.leaking(inside, cell.around(cathode), astray.share(terminals.amps()), astray.siemens());
    }

    @Override
    public Optional<String> left() {
        double volts = terminals.volts();
        double amps = terminals.amps();
        if (terminals.unreachable()) {
            return Optional.of("current " + amps + " A: no current gives the voltage or power asked for");
        }
        if (!Double.isFinite(volts) || !Double.isFinite(amps)) {
            return Optional.of("no voltage and spread of the current over the cathode fit together");
        }
        if (ages && amps != 0 && condition().end()) {
            return Optional.of("end of life: " + condition().told());
        }
        if (design.warmth().own() && !(climate.kelvins() >= COLDEST && climate.kelvins() <= HOTTEST)) {
            return Optional.of("cell at " + climate.kelvins() + " K, described from " + COLDEST + " to " + HOTTEST);
        }
        if (!(surface >= EDGE && surface <= 1 - EDGE)) {
            return Optional.of("surface stoichiometry of the cathode " + surface + ", described from " + EDGE + " to "
                    + (1 - EDGE) + "; the cell is " + (surface < 0.5 ? "overcharged" : "over-discharged"));
        }
        return design.anode().usedUp(netCoulombs + stepCoulombs);
    }

    /** Looks up temperature and pressure; recomputes what hangs on them only when they moved. */
    private CellDesign.Climate breathe(long atNanos) {
        double kelvins = body.kelvins(atNanos);
        double pascals = body.pascals(atNanos, kelvins);
        if (kelvins != climate.kelvins() || pascals != climate.pascals()) {
            climate = design.climate(kelvins, pascals, Math.max(mostPascals, pascals));
            cathode.face(climate);
        }
        if (ages) {
            filmOhms = design.ageing().filmOhms((atNanos - bornNanos) * 1e-9, design.activeKg());
            cathode.cover(filmOhms);
        }
        return climate;
    }

    /**
     * Finds voltage and current of the stage or state the cathode looks at.
     *
     * @param seconds length of the stage; 0 for a state
     * @param reacted charge of the passivating reaction since the accepted state
     * @return the current
     */
    private double solve(Drive drive, double seconds, double reacted) {
        if (ages) {
            astray.stage(seconds, reacted);
        }
        terminals.solve(drive);
        surface = cathode.extremeSurface(terminals.intercalating());
        return terminals.amps();
    }

    /** Counts a stage, if there is anything to count; the reacted charge it adds. */
    private double passed(double seconds) {
        if (!ages) {
            return 0;
        }
        double before = step.reacted();
        step.add(terminals, astray, seconds);
        return step.reacted() - before;
    }

    /** Disagreement between one step and two, besides the profile: of the voltage, or of the current it is held by. */
    private double electricError(double fullVolts, double fullAmps, double secondAmps) {
        double byVolts = Math.abs(terminals.volts() - fullVolts) / VOLTS_PER_TOLERANCE;
        double size = Math.max(Math.abs(secondAmps), coulombs * LEAST_PER_SECOND);
        return Math.max(byVolts, Math.abs(secondAmps - fullAmps) / (SHARE_PER_TOLERANCE * size));
    }
}
