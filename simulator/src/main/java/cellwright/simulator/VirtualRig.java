package cellwright.simulator;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Progress;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.SteppedAnalyser;
import cellwright.instrument.Sweep;
import cellwright.instrument.Watch;
import cellwright.simulator.cell.CellModel;
import java.util.List;
import java.util.Optional;

/**
 * A virtual potentiostat channel with its impedance analyser, cell, press and chamber.
 *
 * <p>It reports voltage, current, net charge since it was opened, temperature and pressure. Its time moves in {@link
 * #advance}, by one step of the model per call, which carries on a sweep that was begun, and in {@link #measure}, by as long as
 * a whole spectrum takes. A reading at the end of a step is taken before the instrument reacts to what it found there: one that
 * trips the guard still shows the voltage beyond the limit and the current that flowed; {@link #read()} at the same instant
 * shows the open circuit. Watches and the guard judge what the instruments show. Where a noisy reading does not lie behind the
 * level yet, a watch is met once more with the next samples, until one does.
 *
 * <p>Once the cell has left what its model describes, {@link #advance} fails without moving and everything else still
 * works; after {@link #makeSafe()} the cell relaxes and time goes on.
 */
public final class VirtualRig implements Potentiostat, SteppedAnalyser, Regulator {
    private static final Span KELVINS = new Span(233.15, 453.15);
    private static final Span PASCALS = new Span(0, 500e6);
    /** How long an answer is waited for. */
    private static final long DEADLINE_NANOS = 1_000_000_000L;

    private final String name;
    private final Envelope envelope;
    private final Circuit circuit;
    private final Fixture fixture;
    private final CellModel cell;
    private final Meter meter;
    private final Simulation simulation;
    private final VirtualAnalyser analyser;
    private final long openedNanos;
    /** Since when the next reading vouches, if that is longer than since the one before. */
    private long vouchedNanos = Long.MAX_VALUE;

    /**
     * Mounts a cell at open circuit.
     *
     * @param name of the cell
     * @param channel what potentiostat and analyser do
     * @param cell looks at {@code fixture} for its surroundings
     * @param fixture press and chamber
     * @param atNanos where the rig's time begins
     */
    VirtualRig(String name, Channel channel, CellModel cell, Fixture fixture, long atNanos) {
        this.name = name;
        this.envelope = channel.envelope();
        this.fixture = fixture;
        this.cell = cell;
        this.meter = channel.meter();
        this.circuit = new Circuit(meter);
        this.simulation = new Simulation(cell, circuit, meter, fixture, atNanos);
        this.analyser = new VirtualAnalyser(identity().serial(), simulation, circuit, cell, channel);
        this.openedNanos = atNanos;
    }

    /** A potentiostat that measures and holds up to so many volts of either sign and up to a current. */
    static Envelope envelope(double volts, double amps) {
        return new Envelope(-volts, volts, amps, 20_000);
    }

    /** The chamber's span of temperature, K. */
    static Span kelvins() {
        return KELVINS;
    }

    /** The press's span of pressure, Pa. */
    static Span pascals() {
        return PASCALS;
    }

    @Override
    public Identity identity() {
        return new Identity("Cellwright", "virtual rig", "sim-" + name, "", true);
    }

    @Override
    public List<Signal> signals() {
        return Moment.SIGNALS;
    }

    @Override
    public Envelope envelope() {
        return envelope;
    }

    /** {@inheritDoc} The virtual one keeps all of its guard. */
    @Override
    public Autonomy autonomy() {
        return new Autonomy(true, true, true, 0);
    }

    /** {@inheritDoc} After a spectrum it vouches for the time of that too. */
    @Override
    public Reading read() throws InstrumentException {
        demandPower();
        return reading(Math.min(vouchedNanos, simulation.nowNanos()));
    }

    /** {@inheritDoc} Takes effect at once. Applying the control in force again renews the guard and its time alone. */
    @Override
    public void apply(Control control, Guard guard) throws InstrumentException {
        demandPower();
        if (control.energises()) {
            demand(fits(guard), "guard " + guard + " exceeds " + envelope);
            demand(fits(control), control + " exceeds " + envelope);
        }
        analyser.end();
        if (circuit.apply(control, guard, simulation.nowNanos(), cell)) {
            simulation.redriven();
        }
    }

    /** {@inheritDoc} Opens the circuit; press and chamber keep their set-points. */
    @Override
    public void makeSafe() throws InstrumentException {
        demandPower();
        analyser.end();
        if (circuit.open()) {
            simulation.redriven();
        }
    }

    @Override
    public List<Signal> regulates() {
        return List.of(Signal.TEMPERATURE, Signal.PRESSURE);
    }

    @Override
    public Span span(Signal signal) {
        if (signal.equals(Signal.TEMPERATURE)) {
            return KELVINS;
        }
        if (signal.equals(Signal.PRESSURE)) {
            return PASCALS;
        }
        throw new IllegalArgumentException("a virtual rig does not regulate " + signal.name());
    }

    /** {@inheritDoc} The chamber's ramp is also bounded by its own fastest one. */
    @Override
    public void setpoint(Signal signal, double value, Ramp ramp) throws InstrumentException {
        Span span = span(signal);
        demand(
                span.contains(value),
                signal.name() + " " + value + " " + signal.unit().symbol() + " exceeds " + span);
        if (signal.equals(Signal.TEMPERATURE)) {
            fixture.heatTo(value, ramp, simulation.nowNanos());
        } else {
            fixture.pressTo(value, ramp, simulation.nowNanos(), cell.swellingMetres());
        }
        simulation.retargeted();
    }

    @Override
    public long nowNanos() {
        return simulation.nowNanos();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the rig does not report a watched signal or an amount is not above 0
     */
    @Override
    public void watch(List<Watch> watches) {
        simulation.watch(watches);
    }

    /**
     * {@inheritDoc} Makes one step of the model, which is as long as its accuracy allows, at most a day. While a sweep is
     * under way it stops half way through each long point as well, where its state is shown, and at its end. A rig without
     * power ends its sweep, lets a second pass and fails with {@code LOST}.
     *
     * @throws IllegalArgumentException if {@code untilNanos} lies in the past
     */
    @Override
    public Reading advance(long untilNanos) throws InstrumentException {
        long since = simulation.nowNanos();
        if (untilNanos < since) {
            throw new IllegalArgumentException("cannot advance from " + since + " ns back to " + untilNanos + " ns");
        }
        if (untilNanos == since) {
            return read();
        }
        if (meter.trouble().powerless()) {
            analyser.end();
            return await(Math.min(untilNanos, since + DEADLINE_NANOS));
        }
        step(Math.min(untilNanos, analyser.markNanos()));
        Reading reading = reading(Math.min(vouchedNanos, since));
        vouchedNanos = Long.MAX_VALUE;
        simulation.react();
        analyser.follow();
        return reading;
    }

    /** Lets time pass until there is an answer; the answer vouches for its instant alone. */
    private Reading await(long untilNanos) throws InstrumentException {
        while (meter.trouble().powerless() && simulation.nowNanos() < untilNanos) {
            step(untilNanos);
            simulation.react();
        }
        vouchedNanos = Long.MAX_VALUE;
        return read();
    }

    private void step(long untilNanos) throws InstrumentException {
        long since = simulation.nowNanos();
        Optional<String> left = simulation.step(untilNanos);
        if (left.isPresent()) {
            throw new InstrumentException(
                    Kind.MODEL_LEFT,
                    identity().serial(),
                    "at " + (since - openedNanos) * 1e-9 + " s cell " + name + " left its model: " + left.get()
                            + "; end the step earlier by a voltage limit");
        }
    }

    /**
     * {@inheritDoc} The cell goes on meanwhile as it is driven, the guard is kept, and each point shows the state half way
     * through it. It ends early, with the points it has, when told to or when the guard opens the circuit. The next
     * reading vouches for all the time since before, or since a watch fired or the guard tripped last.
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} if the sweep cannot be made, with {@code REFUSED} if
     *     the circuit is not in the state the sweep is for, nothing having moved in both cases; with {@code MODEL_LEFT} if
     *     the cell leaves its model under way; with {@code LOST} if there is no power or it fails under way
     */
    @Override
    public Spectrum measure(Sweep sweep, Progress progress) throws InstrumentException {
        demandPower();
        long since = Math.min(vouchedNanos, simulation.nowNanos());
        try {
            return analyser.measure(sweep, progress);
        } finally {
            vouchedNanos = Math.max(since, simulation.quietSinceNanos());
        }
    }

    @Override
    public Reach reach() {
        return analyser.reach();
    }

    @Override
    public void begin(Sweep sweep) throws InstrumentException {
        demandPower();
        analyser.begin(sweep);
    }

    @Override
    public Optional<Spectrum> finished() {
        return analyser.finished();
    }

    /** {@inheritDoc} There is no link; the rig goes on as before. */
    @Override
    public void close() {
        // nothing is held
    }

    private Reading reading(long sinceNanos) {
        Meter.Report report = simulation.report();
        Moment values = report.values;
        return new Reading(
                sinceNanos,
                simulation.nowNanos(),
                List.of(
                        new Sample(Signal.VOLTAGE, values.volts, report.volts),
                        new Sample(Signal.CURRENT, values.amps, report.amps),
                        Sample.good(Signal.CHARGE, values.coulombs),
                        Sample.good(Signal.TEMPERATURE, values.kelvins),
                        new Sample(Signal.PRESSURE, values.pascals, report.pascals)));
    }

    private void demandPower() throws InstrumentException {
        if (meter.trouble().powerless()) {
            throw new InstrumentException(
                    Kind.LOST, identity().serial(), "no answer within 1 s; check its power and its cable");
        }
    }

    private boolean fits(Guard guard) {
        return guard.voltsMin() >= envelope.voltsMin()
                && guard.voltsMax() <= envelope.voltsMax()
                && guard.ampsMax() <= envelope.ampsMax();
    }

    private boolean fits(Control control) {
        return switch (control) {
            case Control.Open open -> true;
            case Control.Current current -> Math.abs(current.amps()) <= envelope.ampsMax();
            case Control.Voltage hold ->
                hold.volts() >= envelope.voltsMin()
                        && hold.volts() <= envelope.voltsMax()
                        && hold.maxAmps() > 0
                        && hold.maxAmps() <= envelope.ampsMax();
            case Control.Power power -> Math.abs(power.watts()) <= envelope.voltsMax() * envelope.ampsMax();
        };
    }

    private void demand(boolean fulfilled, String otherwise) throws InstrumentException {
        if (!fulfilled) {
            throw new InstrumentException(Kind.OUT_OF_ENVELOPE, identity().serial(), otherwise);
        }
    }
}
