package cellwright.lab;

import cellwright.analysis.impedance.Impedances;
import cellwright.analysis.impedance.KramersKronigCheck;
import cellwright.analysis.impedance.KramersKronigVerdict;
import cellwright.engine.SpectrumRow;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.protocol.program.Scale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A spectrum of a run with the state it was measured in and what it comes to. Immutable, any thread.
 *
 * <p>The state of charge is counted: net charge into the cell since the run began over the nominal capacity, which is the cell's
 * 1C for an hour. A run begins at 0, whatever the cell held then: 0 is the state it was mounted in.
 *
 * @param row the spectrum as the engine recorded it
 * @param stateOfCharge see above, 1 for the nominal capacity; empty if the cell does not say what 1C is
 * @param verdict whether it can be one of a cell that did not change meanwhile; empty if it has no usable point
 */
public record SpectrumFigures(SpectrumRow row, OptionalDouble stateOfCharge, Optional<KramersKronigVerdict> verdict) {
    private static final double NANO = 1e-9;
    private static final double HOUR = 3600;

    /** The figures of a spectrum; judging it takes some milliseconds. */
    public static SpectrumFigures of(SpectrumRow row, Scale scale) {
        double coulombs = row.test().netCoulombs();
        OptionalDouble charge = scale.oneCAmps().isPresent()
                ? OptionalDouble.of(coulombs / (HOUR * scale.oneCAmps().getAsDouble()))
                : OptionalDouble.empty();
        return new SpectrumFigures(row, charge, verdict(row.spectrum()));
    }

    /** The figures of several. */
    public static List<SpectrumFigures> of(List<SpectrumRow> rows, Scale scale) {
        return rows.stream().map(row -> of(row, scale)).toList();
    }

    private static Optional<KramersKronigVerdict> verdict(Spectrum spectrum) {
        return usable(spectrum).isEmpty()
                ? Optional.empty()
                : Optional.of(KramersKronigCheck.screened(Impedances.of(spectrum)));
    }

    /** When it was ordered, s since the run began. */
    public double testSeconds() {
        return row.testNanos() * NANO;
    }

    /** How long it took, s. */
    public double durationSeconds() {
        return (row.spectrum().endNanos() - row.spectrum().startNanos()) * NANO;
    }

    /** Cell voltage just before, V. */
    public double volts() {
        return row.before().value(Signal.VOLTAGE);
    }

    /** Temperature just before, K; NaN if it was not measured. */
    public double kelvins() {
        return row.before().value(Signal.TEMPERATURE);
    }

    /** Stack pressure just before, Pa; NaN if it was not measured. */
    public double pascals() {
        return row.before().value(Signal.PRESSURE);
    }

    /** Lowest frequency with a usable point, Hz; NaN if there is none. */
    public double lowestHertz() {
        return least(Spectrum.Point::hertz);
    }

    /** Highest frequency with a usable point, Hz; NaN if there is none. */
    public double highestHertz() {
        return -least(point -> -point.hertz());
    }

    /** Smallest |Z| of the usable points, ohm; NaN if there is none. */
    public double lowestOhm() {
        return least(point -> Math.hypot(point.real(), point.imaginary()));
    }

    /** Largest |Z| of the usable points, ohm; NaN if there is none. */
    public double highestOhm() {
        return -least(point -> -Math.hypot(point.real(), point.imaginary()));
    }

    /** Root of the mean squared relative Kramers-Kronig residual; NaN if it cannot be told. */
    public double residual() {
        return verdict.map(KramersKronigVerdict::rms).orElse(Double.NaN);
    }

    /** The verdict in a word: what cannot be judged is undecided. */
    public KramersKronigVerdict.Outcome outcome() {
        return verdict.map(KramersKronigVerdict::outcome).orElse(KramersKronigVerdict.Outcome.UNDECIDED);
    }

    private double least(ToDoubleFunction<Spectrum.Point> of) {
        return usable(row.spectrum()).stream().mapToDouble(of).min().orElse(Double.NaN);
    }

    /** What an analysis can use: a point of good quality whose frequency and impedance are numbers. */
    private static List<Spectrum.Point> usable(Spectrum spectrum) {
        return spectrum.points().stream()
                .filter(point -> point.quality().usable()
                        && point.hertz() > 0
                        && DoubleStream.of(point.hertz(), point.real(), point.imaginary())
                                .allMatch(Double::isFinite)
                        && Math.hypot(point.real(), point.imaginary()) > 0)
                .toList();
    }
}
