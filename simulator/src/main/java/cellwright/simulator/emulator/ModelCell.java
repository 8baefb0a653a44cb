package cellwright.simulator.emulator;

import cellwright.simulator.cell.CellModel;
import cellwright.simulator.cell.Drive;
import java.util.function.DoubleFunction;

/**
 * A cell model of this module on an emulated instrument's leads. Mutable, one thread.
 *
 * <p>Where the model says nothing about a state any more, its last voltage stands; a driver is tested with cells that are
 * treated better than that.
 */
public final class ModelCell implements EmulatedCell {
    private static final double GOOD_ENOUGH = 1;
    private static final int SHORTEST_NANOS = 1000;

    private final CellModel model;
    private final double mostAmps;
    private final DoubleFunction<Impedance> impedance;
    private long nowNanos;

    /**
     * A cell on the leads.
     *
     * @param model stands at {@code nowNanos} and is used by this emulator alone
     * @param mostAmps largest current of interest when a voltage is held
     * @param impedance by frequency in Hz, for spectra
     */
    public ModelCell(CellModel model, long nowNanos, double mostAmps, DoubleFunction<Impedance> impedance) {
        this.model = model;
        this.nowNanos = nowNanos;
        this.mostAmps = mostAmps;
        this.impedance = impedance;
    }

    @Override
    public double volts(double amps) {
        model.settle(new Drive.Amps(amps), nowNanos);
        return model.volts();
    }

    @Override
    public double amps(double volts) {
        model.settle(new Drive.Volts(volts, mostAmps), nowNanos);
        return model.amps();
    }

    @Override
    public void pass(double amps, long nanos) {
        Drive drive = new Drive.Amps(amps);
        model.disturb();
        long end = nowNanos + nanos;
        long step = nanos;
        while (nowNanos < end) {
            step = Math.min(step, end - nowNanos);
            double error = model.propose(drive, nowNanos, step);
            if (error <= GOOD_ENOUGH || step <= SHORTEST_NANOS) {
                model.accept();
                nowNanos += step;
                step *= 2;
            } else {
                step = Math.max(step / 4, SHORTEST_NANOS);
            }
        }
    }

    @Override
    public Impedance impedance(double hertz) {
        return impedance.apply(hertz);
    }
}
