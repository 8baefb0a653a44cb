package cellwright.simulator.blocking;

import cellwright.simulator.cell.CellModel;
import cellwright.simulator.cell.Drive;
import cellwright.simulator.cell.Surroundings;
import cellwright.simulator.cell.Thevenin;
import cellwright.simulator.impedance.ConstantPhaseChain;
import cellwright.simulator.impedance.Impedance;
import java.util.Optional;

/**
 * A pellet between blocking electrodes, in time: ions move through a resistance and gather at the interfaces, electrons
 * leak past them.
 *
 * <pre>
 * V = R_ion I_ion + V_interfaces        I = I_ion + V / R_e        V_interfaces by a chain of RC branches
 * </pre>
 *
 * <p>A step holds the ionic current; one step and two half steps are extrapolated to second order. The arcs of grains and
 * grain boundaries relax within microseconds and are resistors here; {@link #impedance()} has them. The chain covers 10 µs
 * to 11 days. Mutable, one thread.
 */
public final class BlockingCell implements CellModel {
    private static final double SLOWEST = 1e-6;
    private static final double FASTEST = 1e5;
    private static final double BRANCHES_PER_DECADE = 2.5;
    private static final double VOLTS_PER_TOLERANCE = 5;
    /** A current under a held voltage may be off, before extrapolation, by this many times the tolerance of itself ... */
    private static final double SHARE_PER_TOLERANCE = 100;
    /** ... but no better than this is asked for. */
    private static final double LEAST_AMPS = 1e-12;

    private final BlockingDesign design;
    private final Surroundings surroundings;
    private final double tolerance;
    private final ConstantPhaseChain chain;
    private final double[] accepted;
    private final double[] full;
    private final double[] half;
    private final double[] twice;
    private final double[] proposed;

    private double kelvins;
    private double pascals;
    private double ionicOhms;
    private double electronicSiemens;
    private double volts;
    private double amps;
    private double ionicAmps;
    private double stepCoulombs;
    private double stepJoules;
    private double settledWatts;

    /**
     * A cell without any charge at its interfaces.
     *
     * @param design what it is made of
     * @param surroundings temperature and pressure over time; pressure does not matter to a dense pellet
     * @param tolerance of a time step: in volts per 5 V, and a hundredth of it in a current's own share
     * @param atNanos when the cell begins
     */
    public BlockingCell(BlockingDesign design, Surroundings surroundings, double tolerance, long atNanos) {
        this.design = design;
        this.surroundings = surroundings;
        this.tolerance = tolerance;
        this.chain = new ConstantPhaseChain(design.interfaces(), SLOWEST, FASTEST, BRANCHES_PER_DECADE);
        this.accepted = chain.relaxed();
        this.full = chain.relaxed();
        this.half = chain.relaxed();
        this.twice = chain.relaxed();
        this.proposed = chain.relaxed();
        settle(Drive.OPEN, atNanos);
    }

    /** {@inheritDoc} That is at the temperature of the latest {@link #settle} or step; neither charge nor current matter. */
    @Override
    public Impedance impedance() {
        return design.impedance(kelvins);
    }

    /** {@inheritDoc} Steps here lean on nothing. */
    @Override
    public void disturb() {
        // nothing is remembered
    }

    @Override
    public void settle(Drive drive, long atNanos) {
        breathe(atNanos);
        stage(accepted, drive, 0);
        stepCoulombs = 0;
        stepJoules = 0;
        settledWatts = volts * amps;
    }

    @Override
    public double propose(Drive drive, long fromNanos, long nanos) {
        double seconds = nanos * 1e-9;
        breathe(fromNanos + nanos);
        double fullAmps = step(accepted, full, drive, seconds);
        double fullVolts = volts;
        breathe(fromNanos + nanos / 2);
        double firstAmps = step(accepted, half, drive, seconds / 2);
        breathe(fromNanos + nanos);
        double secondAmps = step(half, twice, drive, seconds / 2);
        for (int i = 0; i < proposed.length; i++) {
            proposed[i] = 2 * twice[i] - full[i];
        }
        double error = Math.max(Math.abs(volts - fullVolts) / VOLTS_PER_TOLERANCE, off(fullAmps, secondAmps));
        stage(proposed, drive, 0);
        stepCoulombs = seconds * (firstAmps + secondAmps - fullAmps);
        stepJoules = 0.5 * seconds * (settledWatts + volts * amps);
        return error / tolerance;
    }

    @Override
    public void accept() {
        System.arraycopy(proposed, 0, accepted, 0, accepted.length);
        settledWatts = volts * amps;
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

    /** {@inheritDoc} Nothing is plated or stripped, so there is none. */
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

    private void breathe(long atNanos) {
        pascals = surroundings.pascals(atNanos, swellingMetres());
        double now = surroundings.kelvins(atNanos);
        if (now != kelvins) {
            kelvins = now;
            ionicOhms = design.ionicOhms(now);
            electronicSiemens = design.electronicSiemens(now);
        }
    }

    /** Steps from one state into another; returns the current. */
    private double step(double[] from, double[] into, Drive drive, double seconds) {
        stage(from, drive, seconds);
        chain.hold(from, into, ionicAmps, seconds);
        return amps;
    }

    /** Voltage and currents at the end of a step, or of a state as it is if the step lasts 0 s. */
    private void stage(double[] from, Drive drive, double seconds) {
        Thevenin ionic = new Thevenin(chain.decayed(from, seconds), ionicOhms + chain.ohms(seconds));
        Thevenin cell = ionic.beside(electronicSiemens);
        amps = cell.amps(drive);
        volts = cell.volts(amps);
        ionicAmps = (volts - ionic.openVolts()) / ionic.ohms();
    }

    private static double off(double fullAmps, double secondAmps) {
        double size = Math.max(Math.abs(secondAmps), LEAST_AMPS);
        return Math.abs(secondAmps - fullAmps) / (SHARE_PER_TOLERANCE * size);
    }
}
