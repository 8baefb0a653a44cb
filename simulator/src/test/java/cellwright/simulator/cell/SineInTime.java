package cellwright.simulator.cell;

import cellwright.simulator.impedance.Complex;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;

/**
 * Measures a cell with a small sine stepped in time, as held currents or voltages: each value is that of the middle of its
 * interval, and so is what is read, so that neither lags behind the other.
 *
 * <p>The sine is laid over two equal cells with opposite signs and the answers are subtracted, so that whatever else goes
 * on in them, a net current or a drift, cancels; what the sine itself stirs up by beginning is straight within a period.
 */
final class SineInTime {
    private static final int PER_PERIOD = 200;
    private static final long SECOND = 1_000_000_000L;

    private final Supplier<ParticleCell> cells;
    private final long fromNanos;
    private final double hertz;
    private final int periods;

    /**
     * Prepares a measurement.
     *
     * @param cells gives equal cells, as they are at the beginning
     * @param fromNanos when that is
     * @param hertz of the sine
     * @param periods that pass, the last of which is measured; at least two
     */
    SineInTime(Supplier<ParticleCell> cells, long fromNanos, double hertz, int periods) {
        this.cells = cells;
        this.fromNanos = fromNanos;
        this.hertz = hertz;
        this.periods = periods;
    }

    /** Impedance by a sine of current on top of a mean current. */
    Complex overCurrent(double meanAmps, double amplitude) {
        Complex volts = answer(amps -> new Drive.Amps(meanAmps + amplitude * amps), ParticleCell::volts);
        return volts.times(1 / amplitude);
    }

    /** Impedance by a sine of voltage on top of a held one. */
    Complex overVoltage(double heldVolts, double amplitude) {
        Complex amps = answer(volts -> new Drive.Volts(heldVolts + amplitude * volts, 0.1), ParticleCell::amps);
        return amps.reciprocal().times(amplitude);
    }

    /** When the middle of the measured period is. */
    long middleNanos() {
        return fromNanos + 2 * halfNanos() * PER_PERIOD * (periods - 1) + halfNanos() * PER_PERIOD;
    }

    private long halfNanos() {
        return Math.round(SECOND / hertz / PER_PERIOD / 2);
    }

    private interface Probe {
        double of(ParticleCell cell);
    }

    private Complex answer(DoubleFunction<Drive> drive, Probe probe) {
        double[] up = record(drive, 1, probe);
        double[] down = record(drive, -1, probe);
        int last = (periods - 1) * PER_PERIOD;
        double drift = 0;
        double real = 0;
        double imaginary = 0;
        for (int i = last; i < periods * PER_PERIOD; i++) {
            double angle = angle(i);
            double value = (up[i] - down[i]) / 2;
            drift += (value - (up[i - PER_PERIOD] - down[i - PER_PERIOD]) / 2) / PER_PERIOD;
            real += value * Math.sin(angle) * 2 / PER_PERIOD;
            imaginary += value * Math.cos(angle) * 2 / PER_PERIOD;
        }
        // a straight drift by d over a period has a sine part of -d/pi
        return new Complex(real + drift / Math.PI, imaginary);
    }

    private double[] record(DoubleFunction<Drive> drive, int sign, Probe probe) {
        ParticleCell cell = cells.get();
        double[] seen = new double[periods * PER_PERIOD];
        long half = halfNanos();
        for (int i = 0; i < seen.length; i++) {
            Drive now = drive.apply(sign * Math.sin(angle(i)));
            step(cell, now, fromNanos + 2L * i * half, half);
            seen[i] = probe.of(cell);
            step(cell, now, fromNanos + (2L * i + 1) * half, half);
        }
        return seen;
    }

    static void step(ParticleCell cell, Drive drive, long fromNanos, long nanos) {
        cell.propose(drive, fromNanos, nanos);
        cell.accept();
    }

    private static double angle(int i) {
        return 2 * Math.PI * (i + 0.5) / PER_PERIOD;
    }
}
