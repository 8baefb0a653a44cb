package cellwright.simulator;

import cellwright.instrument.Envelope;
import cellwright.instrument.ImpedanceAnalyser;
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
import cellwright.simulator.instrument.Dice;
import java.util.Optional;

/**
 * Measures the impedance of a simulated cell, in the time that takes: each point moves the cell on by some periods, under
 * whatever drives it, and shows the impedance of the state half way. A cell that drifts during the sweep yields a spectrum
 * that belongs to no single state, as in a laboratory.
 *
 * <p>The excitation itself is taken to be small: it moves neither charge nor state. Voltage and current of it go through the
 * inputs of the channel, each point in the current range that suits it, with their gains and whatever is wrong with them.
 * Noise is a function of seed and time. The guard is kept. A sweep is either measured in one go, where watches are passed
 * over, or begun and then followed while somebody else moves the simulation. Mutable, one thread.
 */
final class VirtualAnalyser {
    private static final int MOST_PER_DECADE = 100;

    /** Between the leads when none is at the cell. */
    private static final double INPUT_OHMS = 1e12;

    private static final long REAL_PART = 0x2545F4914F6CDD1DL;
    private static final long IMAGINARY_PART = 0x5DEECE66DL;

    private final String serial;
    private final Simulation simulation;
    private final Circuit circuit;
    private final Linearised cell;
    private final AnalyserTraits traits;
    private final Envelope envelope;
    private final Meter meter;
    private final Dice realNoise;
    private final Dice imaginaryNoise;
    private final long openedNanos;
    private Optional<SweepUnderWay> underWay = Optional.empty();
    private Optional<Spectrum> finished = Optional.empty();

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
        this.meter = channel.meter();
        this.realNoise = new Dice(channel.dice().key() ^ REAL_PART);
        this.imaginaryNoise = new Dice(channel.dice().key() ^ IMAGINARY_PART);
        this.openedNanos = simulation.nowNanos();
    }

    /** Which sweeps it can make. */
    ImpedanceAnalyser.Reach reach() {
        return new ImpedanceAnalyser.Reach(traits.slowestHz(), traits.fastestHz(), traits.maxVolts(), traits.maxAmps());
    }

    /**
     * Measures a spectrum; the cell goes on as it was driven before.
     *
     * <p>It ends early, with the points it has, when told to or when the guard opens the circuit.
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} if the sweep cannot be made, with {@code REFUSED} if
     *     the circuit is not in the state the sweep is for, nothing having moved in both cases; with {@code MODEL_LEFT} if
     *     the cell leaves its model under way; with {@code LOST} if the power fails
     */
    Spectrum measure(Sweep sweep, Progress progress) throws InstrumentException {
        begin(sweep);
        while (underWay.isPresent()) {
            Optional<String> left = simulation.step(markNanos());
            if (left.isPresent()) {
                end();
                throw new InstrumentException(
                        Kind.MODEL_LEFT, serial, "during a spectrum the cell left its model: " + left.get());
            }
            simulation.react();
            if (meter.trouble().powerless()) {
                end();
                throw new InstrumentException(
                        Kind.LOST, serial, "no answer any more during a spectrum; check its power");
            }
            if (!follow().map(progress::measured).orElse(true)) {
                end();
            }
        }
        return finished().orElseThrow();
    }

    /**
     * Begins a sweep; nothing moves.
     *
     * @throws InstrumentException as {@link #measure}
     */
    void begin(Sweep sweep) throws InstrumentException {
        check(sweep);
        finished = Optional.empty();
        underWay = Optional.of(new SweepUnderWay(sweep, circuit.intended(), traits, simulation.nowNanos()));
    }

    /** The next instant of interest to the sweep under way; {@link Long#MAX_VALUE} if there is none. */
    long markNanos() {
        return underWay.isPresent() ? underWay.get().markNanos() : Long.MAX_VALUE;
    }

    /** To be called after each step of the simulation: shows what is to be shown now; the point that is over, if one is. */
    Optional<Spectrum.Point> follow() {
        if (underWay.isEmpty()) {
            return Optional.empty();
        }
        SweepUnderWay sweep = underWay.get();
        if (!sweep.drivenBy(circuit.intended())) {
            end();
            return Optional.empty();
        }
        if (sweep.isToBeShown(simulation.nowNanos())) {
            sweep.show(point(sweep.sweep(), sweep.hertz(), cell.impedance()));
        }
        Optional<Spectrum.Point> over = sweep.pass(simulation.nowNanos());
        if (sweep.isWhole()) {
            end();
        }
        return over;
    }

    /** Ends the sweep under way, if one is, with the points it has. */
    void end() {
        underWay.ifPresent(sweep -> finished = Optional.of(sweep.spectrum(simulation.nowNanos())));
        underWay = Optional.empty();
    }

    /** What the sweep that is over came to; told once. */
    Optional<Spectrum> finished() {
        Optional<Spectrum> told = finished;
        finished = Optional.empty();
        return told;
    }

    private Spectrum.Point point(Sweep sweep, double hertz, Impedance impedance) {
        Complex z = connected(impedance, 2 * Math.PI * hertz);
        double ohms = z.magnitude();
        boolean potentiostatic = sweep.mode() == Sweep.Mode.POTENTIOSTATIC;
        double volts = potentiostatic ? sweep.amplitude() : sweep.amplitude() * ohms;
        double amps = potentiostatic ? sweep.amplitude() / ohms : sweep.amplitude();
        double share = Math.hypot(traits.share(ohms, volts), meter.excitationNoise(amps, traits.nanos(hertz)));
        long at = simulation.nowNanos() - openedNanos;
        Complex noise = new Complex(realNoise.normal(at), imaginaryNoise.normal(at)).times(share * ohms);
        Complex seen = z.plus(noise).times(meter.excitationGain(amps));
        return new Spectrum.Point(hertz, seen.real(), seen.imaginary(), quality(volts, amps, share));
    }

    /** The cell with cable and stray capacitance, as far as it is connected. */
    private Complex connected(Impedance impedance, double radPerSecond) {
        Complex z = meter.trouble().leadOpen()
                ? new Complex(INPUT_OHMS, 0)
                : impedance.at(radPerSecond).plus(meter.contactOhms());
        if (traits.cableHenries() > 0) {
            z = z.plus(new Element.Inductor(traits.cableHenries()).at(radPerSecond));
        }
        return traits.strayFarads() > 0 ? z.beside(new Element.Capacitor(traits.strayFarads()).at(radPerSecond)) : z;
    }

    private Quality quality(double volts, double amps, double share) {
        if (volts > traits.maxVolts() || amps > Math.min(traits.maxAmps(), meter.mostExcitation(amps))) {
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
                    circuit.intended() instanceof Drive.Volts,
                    Kind.REFUSED,
                    "a spectrum at a hold needs a potential that is being held; now the cell is driven by "
                            + circuit.intended());
        } else {
            demand(
                    circuit.opened(),
                    Kind.REFUSED,
                    "a spectrum at open circuit; now the cell is driven by " + circuit.intended());
        }
    }

    private void checkAmplitude(Sweep sweep) throws InstrumentException {
        boolean volts = sweep.mode() == Sweep.Mode.POTENTIOSTATIC;
        double most = volts ? traits.maxVolts() : traits.maxAmps();
        demand(
                sweep.amplitude() > 0 && sweep.amplitude() <= most,
                Kind.OUT_OF_ENVELOPE,
                "an amplitude of " + sweep.amplitude() + (volts ? " V" : " A") + "; the analyser does up to " + most);
        double at = simulation.shown().volts;
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
