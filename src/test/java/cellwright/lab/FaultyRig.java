package cellwright.lab;

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
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.SteppedAnalyser;
import cellwright.instrument.Sweep;
import cellwright.instrument.Watch;
import cellwright.world.Rig;
import java.util.List;
import java.util.Optional;

/** The simulated rig with a fault that begins at an instant of its own time. */
final class FaultyRig implements Potentiostat, Regulator, SteppedAnalyser {
    private final Rig sound;
    private final Fault fault;
    private final long fromNanos;

    /** What goes wrong. */
    enum Fault {
        /** Nothing answers any more. */
        DEAD,
        /** Everything works but the way to the safe state. */
        CANNOT_BE_MADE_SAFE,
        /** The safe state is acknowledged and does not come about. */
        RELAY_STICKS,
        /** The press squeezes harder by itself, 60 MPa in a second, and finds back half a minute later. */
        PRESS_SLIPS
    }

    private static final long BACK_NANOS = 30_000_000_000L;
    private static final double SLIPPED_PASCALS = 310e6;
    private static final double MEANT_PASCALS = 250e6;

    FaultyRig(Rig sound, Fault fault, long fromNanos) {
        this.sound = sound;
        this.fault = fault;
        this.fromNanos = fromNanos;
    }

    /** A prepared run whose rig has a fault. */
    static Prepared in(Prepared prepared, Fault fault, long fromNanos) {
        Rig rig = Rig.of(new FaultyRig(prepared.mounted().rig(), fault, fromNanos));
        return new Prepared(
                prepared.order(),
                prepared.protocol(),
                prepared.cell(),
                new RigRoom.Mounted(rig, prepared.mounted().bench()),
                prepared.program(),
                prepared.protocolText(),
                prepared.cellText(),
                prepared.warnings());
    }

    private boolean happens(Fault what) {
        return fault == what && nowNanos() >= fromNanos;
    }

    private void mayFail(Fault... ones) throws InstrumentException {
        for (Fault one : ones) {
            if (happens(one)) {
                throw new InstrumentException(Kind.LOST, "faulty rig", "no answer; check its cable");
            }
        }
    }

    @Override
    public Reading advance(long untilNanos) throws InstrumentException {
        mayFail(Fault.DEAD);
        slip(fromNanos, SLIPPED_PASCALS);
        slip(fromNanos + BACK_NANOS, MEANT_PASCALS);
        return sound.foresight().advance(Math.min(untilNanos, nextSlip()));
    }

    private void slip(long atNanos, double pascals) throws InstrumentException {
        if (fault == Fault.PRESS_SLIPS && nowNanos() == atNanos) {
            sound.regulator().setpoint(Signal.PRESSURE, pascals, new Ramp(SLIPPED_PASCALS - MEANT_PASCALS));
        }
    }

    private long nextSlip() {
        long now = nowNanos();
        long next = now < fromNanos ? fromNanos : fromNanos + BACK_NANOS;
        return fault == Fault.PRESS_SLIPS && now < next ? next : Long.MAX_VALUE;
    }

    @Override
    public void begin(Sweep sweep) throws InstrumentException {
        mayFail(Fault.DEAD);
        sound.analyser().orElseThrow().begin(sweep);
    }

    @Override
    public Optional<Spectrum> finished() {
        return sound.analyser().orElseThrow().finished();
    }

    @Override
    public Reach reach() {
        return sound.analyser().orElseThrow().reach();
    }

    @Override
    public Spectrum measure(Sweep sweep, Progress progress) throws InstrumentException {
        mayFail(Fault.DEAD);
        return sound.analyser().orElseThrow().measure(sweep, progress);
    }

    @Override
    public Reading read() throws InstrumentException {
        mayFail(Fault.DEAD);
        return sound.foresight().read();
    }

    @Override
    public void makeSafe() throws InstrumentException {
        mayFail(Fault.DEAD, Fault.CANNOT_BE_MADE_SAFE);
        if (!happens(Fault.RELAY_STICKS)) {
            sound.potentiostat().makeSafe();
        }
    }

    @Override
    public void apply(Control control, Guard guard) throws InstrumentException {
        mayFail(Fault.DEAD);
        sound.potentiostat().apply(control, guard);
    }

    @Override
    public void setpoint(Signal signal, double value, Ramp ramp) throws InstrumentException {
        mayFail(Fault.DEAD);
        sound.regulator().setpoint(signal, value, ramp);
    }

    @Override
    public long nowNanos() {
        return sound.foresight().nowNanos();
    }

    @Override
    public void watch(List<Watch> watches) {
        sound.foresight().watch(watches);
    }

    @Override
    public Identity identity() {
        return sound.foresight().identity();
    }

    @Override
    public List<Signal> signals() {
        return sound.foresight().signals();
    }

    @Override
    public Envelope envelope() {
        return sound.potentiostat().envelope();
    }

    @Override
    public Autonomy autonomy() {
        return sound.potentiostat().autonomy();
    }

    @Override
    public List<Signal> regulates() {
        return sound.regulator().regulates();
    }

    @Override
    public Span span(Signal signal) {
        return sound.regulator().span(signal);
    }

    @Override
    public void close() {
        sound.foresight().close();
    }
}
