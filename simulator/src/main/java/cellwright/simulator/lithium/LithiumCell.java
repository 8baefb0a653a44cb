package cellwright.simulator.lithium;

import cellwright.simulator.cell.CellModel;
import cellwright.simulator.cell.Drive;
import cellwright.simulator.cell.Surroundings;
import cellwright.simulator.cell.Thevenin;
import cellwright.simulator.impedance.Impedance;
import java.util.Optional;

/**
 * Two lithium electrodes and a solid electrolyte, in time: a resistance that voids raise and shorts lower.
 *
 * <pre>
 * V = I R_cell || R_short     R_cell = R_SE + two interfaces / contact     R_short = 0.15 R_cell exp(X), 1 ohm when welded
 * </pre>
 *
 * <p>X flickers with a correlation time of 60 s and a deviation of 0.6, as a function of seed and time; when a short burns
 * through hangs on the seed and on the heat it has taken. At a constant current without a short a step of any length is
 * exact. The beginning and the end of a short are located to a millisecond and sit at the end of a step; the voltage jumps
 * with the next. Mutable, one thread.
 */
public final class LithiumCell implements CellModel {
    private static final double SHORT_SHARE = 0.15;
    private static final double HARD_OHMS = 1;
    private static final double FLICKER_SECONDS = 60;
    private static final double FLICKER_DEVIATION = 0.6;
    /** A flickering short is followed in steps of this length. */
    private static final double FOLLOWED_SECONDS = 3;

    private static final double LOCATED_SECONDS = 1e-3;
    private static final double SHARE_PER_TOLERANCE = 100;
    private static final double LEAST_AMPS = 1e-12;
    /** Counter of the first draw that is not the flicker's. */
    private static final long FIRST_WAIT = 1_000_000;

    private static final double VOLTS_PER_TOLERANCE = 5;

    private final LithiumDesign design;
    private final Penetration laws;
    private final Surroundings surroundings;
    private final double tolerance;
    private final long seed;
    private final long beginNanos;
    private final Flicker flicker;
    private final Growth accepted = new Growth();
    private final Growth coarse = new Growth();
    private final Growth proposed = new Growth();
    private final Passage passage = new Passage();
    private double mostPascals;

    private double kelvins;
    private double pascals;
    private double volts;
    private double amps;
    private double cellOhms;
    private double shortSiemens;
    private double stepCoulombs;
    private double stepJoules;

    /**
     * A fresh cell.
     *
     * @param design what it is made of
     * @param surroundings temperature and pressure over time
     * @param tolerance of a time step: of contact and filament, in volts per 5 V, and a hundredth in a current's own share
     * @param seed selects how a short flickers and when it burns
     * @param atNanos when the cell begins
     */
    public LithiumCell(LithiumDesign design, Surroundings surroundings, double tolerance, long seed, long atNanos) {
        this.design = design;
        this.laws = design.penetration();
        this.surroundings = surroundings;
        this.tolerance = tolerance;
        this.seed = seed;
        this.beginNanos = atNanos;
        this.flicker = new Flicker(seed, FLICKER_SECONDS, FLICKER_DEVIATION);
        this.mostPascals = surroundings.pascals(atNanos, swellingMetres());
        settle(Drive.OPEN, atNanos);
    }

    /** Whether the electrolyte is bridged in the accepted state. */
    public Bridge bridge() {
        return accepted.bridge;
    }

    /** How far lithium has got through the electrolyte in the accepted state; 1 bridges it. */
    public double reach() {
        return accepted.reach();
    }

    /** Share of the contact that voids have left at the working electrode, which charging strips. */
    public double workingContact() {
        return accepted.working.contact();
    }

    /** The same at the counter electrode, which charging plates. */
    public double counterContact() {
        return accepted.counter.contact();
    }

    /** {@inheritDoc} That is the accepted state, with the short as it is at the instant of the latest {@link #settle} or step. */
    @Override
    public Impedance impedance() {
        return design.impedance(
                kelvins,
                new double[] {interfaceOhms(accepted.working), interfaceOhms(accepted.counter)},
                new double[] {accepted.working.contact(), accepted.counter.contact()},
                shortSiemens);
    }

    /** {@inheritDoc} Steps here lean on nothing. */
    @Override
    public void disturb() {
        // nothing is remembered
    }

    @Override
    public void settle(Drive drive, long atNanos) {
        look(accepted, drive, atNanos);
        stepCoulombs = 0;
        stepJoules = 0;
    }

    @Override
    public double propose(Drive drive, long fromNanos, long nanos) {
        double seconds = nanos * 1e-9;
        passage.begin(seconds);
        look(accepted, drive, fromNanos);
        passage.add(1, volts, amps, shortSiemens);
        coarse.copy(accepted);
        grow(coarse, fromNanos + nanos / 2, seconds);
        proposed.copy(accepted);
        look(accepted, drive, fromNanos);
        grow(proposed, fromNanos + nanos / 4, seconds / 2);
        look(proposed, drive, fromNanos + nanos / 2);
        passage.add(4, volts, amps, shortSiemens);
        grow(proposed, fromNanos + nanos / 2 + nanos / 4, seconds / 2);
        look(coarse, drive, fromNanos + nanos);
        double coarseVolts = volts;
        double coarseAmps = amps;
        look(proposed, drive, fromNanos + nanos);
        passage.add(1, volts, amps, shortSiemens);
        proposed.hazard += passage.shortJoules() / laws.burnJoules();
        proposed.shortCoulombs += passage.shortCoulombs();
        stepCoulombs = passage.coulombs();
        stepJoules = passage.joules();
        return Math.max(error(coarseVolts, coarseAmps, seconds), lateness(seconds));
    }

    @Override
    public void accept() {
        accepted.copy(proposed);
        mostPascals = Math.max(mostPascals, pascals);
        switch (accepted.bridge) {
            case NONE -> {
                if (accepted.reach() >= 1) {
                    accepted.close();
                }
            }
            case SOFT -> {
                if (accepted.shortCoulombs >= weldCoulombs()) {
                    accepted.bridge = Bridge.HARD;
                } else if (accepted.hazard >= endurance()) {
                    accepted.burn();
                }
            }
            case HARD -> {}
        }
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
    public double kelvins() {
        return kelvins;
    }

    @Override
    public double pascals() {
        return pascals;
    }

    /** {@inheritDoc} What one electrode loses the other one gains, so there is none. */
    @Override
    public double swellingMetres() {
        return 0;
    }

    @Override
    public Optional<String> left() {
        return Double.isFinite(volts) && Double.isFinite(amps)
                ? Optional.empty()
                : Optional.of(
                        "voltage " + volts + " V at current " + amps + " A: no current gives the power asked for");
    }

    /** Voltage and current of a state at an instant. */
    private void look(Growth state, Drive drive, long atNanos) {
        kelvins = surroundings.kelvins(atNanos);
        pascals = surroundings.pascals(atNanos, swellingMetres());
        cellOhms = design.electrolyteOhms(kelvins) + interfaceOhms(state.working) + interfaceOhms(state.counter);
        shortSiemens = shortSiemens(state.bridge, (atNanos - beginNanos) * 1e-9);
        Thevenin cell = new Thevenin(0, cellOhms).beside(shortSiemens);
        amps = cell.amps(drive);
        volts = cell.volts(amps);
    }

    private double interfaceOhms(Electrode electrode) {
        return design.interfaceOhms(electrode.contact(), kelvins, pascals, Math.max(mostPascals, pascals));
    }

    private double shortSiemens(Bridge bridge, double seconds) {
        return switch (bridge) {
            case NONE -> 0;
            case SOFT -> Math.exp(-flicker.at(seconds)) / (SHORT_SHARE * cellOhms);
            case HARD -> 1 / HARD_OHMS;
        };
    }

    /** Moves a state on with the ionic current looked at last, in the surroundings of an instant. */
    private void grow(Growth state, long atNanos, double seconds) {
        double ionic = volts / cellOhms / design.areaM2();
        double atKelvins = surroundings.kelvins(atNanos);
        double atPascals = surroundings.pascals(atNanos, swellingMetres());
        double heal = laws.healAmpsPerM2(atKelvins, atPascals);
        double critical = laws.criticalAmpsPerM2(atKelvins);
        state.working.step(laws, ionic, heal, critical, seconds);
        state.counter.step(laws, -ionic, heal, critical, seconds);
        state.creep += laws.creepPerSecond(atPascals) * seconds;
    }

    private double error(double coarseVolts, double coarseAmps, double seconds) {
        double byVolts = Math.abs(volts - coarseVolts) / VOLTS_PER_TOLERANCE;
        double byAmps = Math.abs(amps - coarseAmps) / (SHARE_PER_TOLERANCE * Math.max(Math.abs(amps), LEAST_AMPS));
        double byState = Math.max(proposed.apart(coarse), Math.max(byVolts, byAmps)) / tolerance;
        return accepted.bridge == Bridge.SOFT ? Math.max(byState, seconds / FOLLOWED_SECONDS) : byState;
    }

    /** The error of a step that a short begins or ends in too long before its end: such that the next try ends there. */
    private double lateness(double seconds) {
        double share = Math.min(1, turn());
        if ((1 - share) * seconds <= LOCATED_SECONDS) {
            return 0;
        }
        double wanted = 0.9 / (share + 0.5 * LOCATED_SECONDS / seconds);
        return Math.max(1.001, wanted * wanted);
    }

    /** Where in the step proposed a short begins or ends, as a share of it; above 1 if it does not. */
    private double turn() {
        return switch (accepted.bridge) {
            case NONE -> share(accepted.reach(), 1, proposed.reach());
            case SOFT ->
                Math.min(
                        share(accepted.hazard, endurance(), proposed.hazard),
                        share(accepted.shortCoulombs, weldCoulombs(), proposed.shortCoulombs));
            case HARD -> Double.POSITIVE_INFINITY;
        };
    }

    private static double share(double from, double level, double to) {
        return to > from ? (level - from) / (to - from) : Double.POSITIVE_INFINITY;
    }

    /** How much hazard the present short endures. */
    private double endurance() {
        return Draw.wait(seed, FIRST_WAIT + accepted.burns);
    }

    private double weldCoulombs() {
        return laws.weldCoulombsPerM2() * design.areaM2();
    }
}
