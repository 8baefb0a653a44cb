package cellwright.simulator;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Progress;
import cellwright.instrument.Quality;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.simulator.cell.Drive;
import cellwright.simulator.impedance.Complex;
import cellwright.simulator.impedance.Element;
import cellwright.simulator.impedance.Impedance;
import cellwright.simulator.impedance.Linearised;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures the impedance of a simulated cell, in the time that takes: each point moves the cell on by some periods, under
 * whatever drives it, and shows the impedance of the state half way. A cell that drifts during the sweep yields a spectrum
 * that belongs to no single state, as in a laboratory.
 *
 * <p>The excitation itself is taken to be small: it moves neither charge nor state. Noise is a function of seed and time.
 * Watches that fire during a sweep are passed over. Mutable, one thread.
 */
final class VirtualAnalyser {
    private static final int MOST_PER_DECADE = 100;
    private static final long SECOND_PART = 0x5DEECE66DL;

    private final String serial;
    private final Simulation simulation;
    private final Circuit circuit;
    private final Linearised cell;
    private final AnalyserTraits traits;
    private final Noise realNoise;
    private final Noise imaginaryNoise;

    /**
     * Connects an analyser to a rig's cell.
     *
     * @param serial of the rig, for messages
     * @param simulation moves the cell on
     * @param circuit drives it
     * @param cell the same cell, to be linearised
     * @param traits of the analyser
     * @param seed selects the noise
     */
    VirtualAnalyser(
            String serial, Simulation simulation, Circuit circuit, Linearised cell, AnalyserTraits traits, long seed) {
        this.serial = serial;
        this.simulation = simulation;
        this.circuit = circuit;
        this.cell = cell;
        this.traits = traits;
        this.realNoise = new Noise(seed, 1);
        this.imaginaryNoise = new Noise(seed ^ SECOND_PART, 1);
    }

    /**
     * Measures a spectrum; the cell goes on as it was driven before.
     *
     * <p>It ends early, with the points it has, when told to or when the guard opens the circuit.
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} if the sweep cannot be made, with {@code REFUSED} if
     *     the circuit is not in the state the sweep is for, nothing having moved in both cases; with {@code MODEL_LEFT} if
     *     the cell leaves its model under way
     */
    Spectrum measure(Sweep sweep, Progress progress) throws InstrumentException {
        check(sweep);
        Drive drive = circuit.drive();
        long start = simulation.nowNanos();
        List<Spectrum.Point> points = new ArrayList<>();
        int count = count(sweep);
        boolean wanted = true;
        for (int i = 0; i < count && wanted; i++) {
            double hertz = count == 1
                    ? sweep.fromHz()
                    : sweep.fromHz() * Math.pow(sweep.toHz() / sweep.fromHz(), i / (count - 1.0));
            long nanos = traits.nanos(hertz);
            pass(nanos / 2);
            Impedance impedance = cell.impedance();
            Spectrum.Point point = point(sweep, hertz, impedance);
            pass(nanos - nanos / 2);
            if (!circuit.drive().equals(drive)) {
                break;
            }
            points.add(point);
            wanted = progress.measured(point);
        }
        return new Spectrum(start, simulation.nowNanos(), points);
    }

    /** How many points a sweep has, both ends included. */
    static int count(Sweep sweep) {
        return (int) Math.round(Math.abs(Math.log10(sweep.fromHz() / sweep.toHz())) * sweep.pointsPerDecade()) + 1;
    }

    private void pass(long nanos) throws InstrumentException {
        long end = simulation.nowNanos() + nanos;
        while (simulation.nowNanos() < end) {
            Optional<String> left = simulation.step(end);
            if (left.isPresent()) {
                throw new InstrumentException(
                        Kind.MODEL_LEFT, serial, "during a spectrum the cell left its model: " + left.get());
            }
            simulation.react();
        }
    }

    private Spectrum.Point point(Sweep sweep, double hertz, Impedance impedance) {
        Complex z = impedance.atHertz(hertz);
        if (traits.strayFarads() > 0) {
            z = z.beside(new Element.Capacitor(traits.strayFarads()).at(2 * Math.PI * hertz));
        }
        double ohms = z.magnitude();
        boolean potentiostatic = sweep.mode() == Sweep.Mode.POTENTIOSTATIC;
        double volts = potentiostatic ? sweep.amplitude() : sweep.amplitude() * ohms;
        double amps = potentiostatic ? sweep.amplitude() / ohms : sweep.amplitude();
        double share = traits.share(ohms, volts);
        long at = simulation.nowNanos();
        return new Spectrum.Point(
                hertz,
                z.real() + share * ohms * realNoise.at(at),
                z.imaginary() + share * ohms * imaginaryNoise.at(at),
                quality(volts, amps, share));
    }

    private Quality quality(double volts, double amps, double share) {
        if (volts > traits.maxVolts() || amps > traits.maxAmps()) {
            return Quality.OVERLOAD;
        }
        return share > 0 && share >= traits.mostShare() ? Quality.UNCERTAIN : Quality.GOOD;
    }

    private void check(Sweep sweep) throws InstrumentException {
        double most = sweep.mode() == Sweep.Mode.POTENTIOSTATIC ? traits.maxVolts() : traits.maxAmps();
        demand(within(sweep.fromHz()) && within(sweep.toHz()), Kind.OUT_OF_ENVELOPE, sweep);
        demand(sweep.amplitude() > 0 && sweep.amplitude() <= most, Kind.OUT_OF_ENVELOPE, sweep);
        demand(sweep.pointsPerDecade() >= 1 && sweep.pointsPerDecade() <= MOST_PER_DECADE, Kind.OUT_OF_ENVELOPE, sweep);
        boolean held = circuit.drive() instanceof Drive.Volts;
        demand(sweep.atHold() ? held : circuit.drive().equals(Drive.OPEN), Kind.REFUSED, sweep);
    }

    private boolean within(double hertz) {
        return hertz >= traits.slowestHz() && hertz <= traits.fastestHz();
    }

    private void demand(boolean fulfilled, Kind otherwise, Sweep sweep) throws InstrumentException {
        if (!fulfilled) {
            String sentence = otherwise == Kind.REFUSED
                    ? "a spectrum " + (sweep.atHold() ? "at a hold needs a held voltage" : "needs an open circuit")
                            + ", the cell is driven by " + circuit.drive()
                    : sweep + " exceeds what the analyser can do: " + traits;
            throw new InstrumentException(otherwise, serial, sentence);
        }
    }
}
