package cellwright.simulator;

import cellwright.instrument.Envelope;
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
 * The guard is kept; watches that fire during a sweep are passed over. Mutable, one thread.
 */
final class VirtualAnalyser {
    private static final int MOST_PER_DECADE = 100;
    /** A point over within this time shows the state at its end, not half way: that is one step less. */
    private static final long QUICK_NANOS = 100_000_000;

    private static final long REAL_PART = 0x2545F4914F6CDD1DL;
    private static final long IMAGINARY_PART = 0x5DEECE66DL;

    private final String serial;
    private final Simulation simulation;
    private final Circuit circuit;
    private final Linearised cell;
    private final AnalyserTraits traits;
    private final Envelope envelope;
    private final Noise realNoise;
    private final Noise imaginaryNoise;
    private final long openedNanos;

    /**
     * Connects an analyser to a rig's cell.
     *
     * @param serial of the rig, for messages
     * @param simulation moves the cell on
     * @param circuit drives it
     * @param cell the same cell, to be linearised
     * @param channel what the rig can do
     */
    VirtualAnalyser(String serial, Simulation simulation, Circuit circuit, Linearised cell, Channel channel) {
        this.serial = serial;
        this.simulation = simulation;
        this.circuit = circuit;
        this.cell = cell;
        this.traits = channel.analyser();
        this.envelope = channel.envelope();
        this.realNoise = new Noise(channel.noise().seed() ^ REAL_PART, 1);
        this.imaginaryNoise = new Noise(channel.noise().seed() ^ IMAGINARY_PART, 1);
        this.openedNanos = simulation.nowNanos();
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
            long before = nanos < QUICK_NANOS ? nanos : nanos / 2;
            if (!pass(before, drive)) {
                break;
            }
            Spectrum.Point point = point(sweep, hertz, cell.impedance());
            if (!pass(nanos - before, drive)) {
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

    /** Lets time pass; false, and no longer, as soon as the cell is driven differently. */
    private boolean pass(long nanos, Drive drive) throws InstrumentException {
        long end = simulation.nowNanos() + nanos;
        while (simulation.nowNanos() < end && circuit.drive().equals(drive)) {
            Optional<String> left = simulation.step(end);
            if (left.isPresent()) {
                throw new InstrumentException(
                        Kind.MODEL_LEFT, serial, "during a spectrum the cell left its model: " + left.get());
            }
            simulation.react();
        }
        return circuit.drive().equals(drive);
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
        long at = simulation.nowNanos() - openedNanos;
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
        demand(
                within(sweep.fromHz()) && within(sweep.toHz()),
                Kind.OUT_OF_ENVELOPE,
                "a spectrum from " + sweep.fromHz() + " to " + sweep.toHz() + " Hz; the analyser does "
                        + traits.slowestHz() + " to " + traits.fastestHz() + " Hz");
        demand(
                sweep.pointsPerDecade() >= 1 && sweep.pointsPerDecade() <= MOST_PER_DECADE,
                Kind.OUT_OF_ENVELOPE,
                sweep.pointsPerDecade() + " points per decade; the analyser does 1 to " + MOST_PER_DECADE);
        checkAmplitude(sweep);
        if (sweep.atHold()) {
            demand(
                    circuit.drive() instanceof Drive.Volts,
                    Kind.REFUSED,
                    "a spectrum at a hold needs a potential that is being held; now the cell is driven by "
                            + circuit.drive());
        } else {
            demand(
                    circuit.opened(),
                    Kind.REFUSED,
                    "a spectrum at open circuit; now the cell is driven by " + circuit.drive());
        }
    }

    private void checkAmplitude(Sweep sweep) throws InstrumentException {
        boolean volts = sweep.mode() == Sweep.Mode.POTENTIOSTATIC;
        double most = volts ? traits.maxVolts() : traits.maxAmps();
        demand(
                sweep.amplitude() > 0 && sweep.amplitude() <= most,
                Kind.OUT_OF_ENVELOPE,
                "an amplitude of " + sweep.amplitude() + (volts ? " V" : " A") + "; the analyser does up to " + most);
        double at = simulation.present().volts;
        double swing = volts ? sweep.amplitude() : 0;
        demand(
                at - swing >= envelope.voltsMin() && at + swing <= envelope.voltsMax(),
                Kind.OUT_OF_ENVELOPE,
                "an amplitude of " + swing + " V around " + at + " V exceeds " + envelope);
    }

    private boolean within(double hertz) {
        return hertz >= traits.slowestHz() && hertz <= traits.fastestHz();
    }

    private void demand(boolean fulfilled, Kind otherwise, String sentence) throws InstrumentException {
        if (!fulfilled) {
            throw new InstrumentException(otherwise, serial, sentence);
        }
    }
}
