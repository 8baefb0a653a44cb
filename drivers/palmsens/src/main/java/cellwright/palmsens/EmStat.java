package cellwright.palmsens;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Identity;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Mending;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Progress;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.palmsens.script.CurrentScript;
import cellwright.palmsens.script.HoldScript;
import cellwright.palmsens.script.HoldScript.Approach;
import cellwright.palmsens.script.Limits;
import cellwright.palmsens.script.RestScript;
import cellwright.palmsens.script.RunState;
import cellwright.palmsens.script.Script;
import cellwright.palmsens.script.SpectrumScript;
import cellwright.palmsens.script.Style;
import cellwright.palmsens.script.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * A MethodSCRIPT instrument on its link: potentiostat, galvanostat where it is one, impedance analyser.
 *
 * <p>Every control is one script that runs in the instrument with its own limits; readings are the packages it streams.
 * The circuit is open between two scripts. The thread of the link only.
 */
public final class EmStat implements Potentiostat, ImpedanceAnalyser, Mending {
    private static final Control OPEN = new Control.Open();
    /** So close to the wanted voltage a hold begins at once. */
    private static final double CLOSE_VOLTS = 5e-3;

    private static final long REMEMBERED_NANOS = 5_000_000_000L;
    private static final double NANOS = 1e9;

    private final Conversation conversation;
    private final Identity identity;
    private final Ability ability;
    private final Style style;
    private final double imaginarySign;
    private Optional<ScriptStream> stream = Optional.empty();
    private Optional<Reading> newest = Optional.empty();
    private Control control = OPEN;
    private Guard guard;
    private long beganNanos;
    /** The longest turn of a loop that may be under way: no script can be stopped inside one. */
    private Duration turn;

    EmStat(Conversation conversation, Identity identity, Ability ability, Style style, double imaginarySign) {
        this.conversation = conversation;
        this.identity = identity;
        this.ability = ability;
        this.style = style;
        this.imaginarySign = imaginarySign;
        this.guard = widest(ability.envelope());
        this.turn = usualTurn();
    }

    private static Guard widest(Envelope envelope) {
        return new Guard(envelope.voltsMin(), envelope.voltsMax(), envelope.ampsMax(), Long.MAX_VALUE);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public List<Signal> signals() {
        return Readings.SIGNALS;
    }

    @Override
    public Envelope envelope() {
        return ability.envelope();
    }

    @Override
    public Reach reach() {
        return ability.reach();
    }

    /** Voltage, current and time are kept by the script itself; there is no watchdog. */
    @Override
    public Autonomy autonomy() {
        return new Autonomy(true, true, true, 0);
    }

    /**
     * Replaces the running script. The mode of these instruments can only be changed with the cell off, so the circuit is
     * open for some tenths of a second; before a hold that has to be approached, twice.
     *
     * <p>With the cell off it is asked who it is: a line that knows no plug may lead to another instrument by now. It tells the
     * limits back and looks at the open cell before it switches on.
     */
    @Override
    public void apply(Control wanted, Guard kept) throws InstrumentException {
        refuse(ability.fault(kept).or(() -> ability.fault(wanted, kept)));
        Limits limits = said(() -> limits(wanted, kept));
        said(() -> script(wanted, limits, Approach.NONE));
        confirmIdentity();
        Approach approach = wanted instanceof Control.Voltage hold ? approach(hold) : Approach.NONE;
        if (approach != Approach.NONE && !ability.galvanostat()) {
            throw outOfEnvelope("is no galvanostat and cannot lead the cell to the hold with a limited current;"
                    + " bring it within " + CLOSE_VOLTS * 1e3 + " mV first");
        }
        Optional<Script> script = said(() -> script(wanted, limits, approach));
        disconnect();
        if (script.isPresent()) {
            confirmSerial();
            begin(script.get(), Optional.of(limits));
        }
        control = wanted;
        guard = kept;
        beganNanos = conversation.wire().nowNanos();
    }

    private static Limits limits(Control wanted, Guard kept) {
        Limits limits = Limits.of(kept);
        return wanted instanceof Control.Voltage hold
                ? HoldScript.limits(limits, hold.volts(), hold.maxAmps())
                : limits;
    }

    private Optional<Script> script(Control wanted, Limits limits, Approach approach) {
        return switch (wanted) {
            case Control.Open open -> Optional.empty();
            case Control.Current current -> Optional.of(CurrentScript.of(style, limits, current.amps()));
            case Control.Voltage hold ->
                Optional.of(HoldScript.of(style, limits, hold.volts(), hold.maxAmps(), approach));
            case Control.Power power -> throw new IllegalArgumentException("no constant power");
        };
    }

    /** A hold begins at once if the cell is there and its current is small enough; else a current leads to it. */
    private Approach approach(Control.Voltage hold) throws InstrumentException {
        Reading now = known();
        double volts = now.value(Signal.VOLTAGE);
        double amps = now.value(Signal.CURRENT);
        if (Double.isNaN(volts) || Double.isNaN(amps)) {
            throw conversation.wire().fault(Kind.REFUSED, "cannot hold a cell whose voltage it cannot measure: " + now);
        }
        double missing = hold.volts() - volts;
        boolean passed = amps != 0 && missing * amps <= 0;
        boolean gentle = Math.abs(amps) <= HoldScript.APPROACH_SHARE * hold.maxAmps();
        if (gentle && (passed || Math.abs(missing) <= CLOSE_VOLTS)) {
            return Approach.NONE;
        }
        return passed ? (amps > 0 ? Approach.UP : Approach.DOWN) : missing > 0 ? Approach.UP : Approach.DOWN;
    }

    /** The newest reading, made anew if it is old. */
    private Reading known() throws InstrumentException {
        long now = conversation.wire().nowNanos();
        if (newest.isPresent() && now - newest.get().atNanos() <= REMEMBERED_NANOS) {
            return newest.get();
        }
        return read();
    }

    private void begin(Script script, Optional<Limits> limits) throws InstrumentException {
        stream = Optional.of(ScriptStream.begin(
                conversation,
                script,
                limits,
                Duration.ofNanos(ability.intervalNanos()),
                new Readings(ability.model())));
    }

    /**
     * The newest reading of the running script; at open circuit a script is started that only measures.
     *
     * @throws InstrumentException besides what the link says, {@code REFUSED} once when the instrument has ended a control
     *     by itself, with the reason; the circuit is open then and later readings show the cell at rest
     */
    @Override
    public Reading read() throws InstrumentException {
        confirmIdentity();
        Optional<Reading> reading = fromStream();
        if (reading.isEmpty()) {
            begin(RestScript.of(style), Optional.empty());
            reading = fromStream();
        }
        newest = reading;
        return reading.orElseThrow(
                () -> conversation.wire().fault(Kind.REFUSED, "ends the script that reads the cell at rest at once"));
    }

    private Optional<Reading> fromStream() throws InstrumentException {
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        ScriptStream running = stream.get();
        Optional<Reading> reading = read(running);
        if (reading.isPresent()) {
            return reading;
        }
        stream = Optional.empty();
        boolean driven = control.energises();
        control = OPEN;
        if (running.state() instanceof RunState.Broken broken) {
            throw conversation.brokenAndOff(running.script(), broken);
        }
        if (driven) {
            throw conversation.wire().fault(Kind.REFUSED, ended(running));
        }
        return Optional.empty();
    }

    /** At rest a silence is followed by a new beginning; a driven cell is left alone, its script goes on. */
    private Optional<Reading> read(ScriptStream running) throws InstrumentException {
        try {
            return running.read();
        } catch (InstrumentException silent) {
            if (!control.energises()) {
                conversation.doubt();
            }
            throw silent;
        }
    }

    private static String ended(ScriptStream running) {
        String why = running.state() instanceof RunState.Over over
                ? over.verdict().map(Verdict::words).orElse("it did not say why")
                : "it did not say why";
        return "ended \"" + running.script().name() + "\" by itself and opened the circuit: " + why;
    }

    /** {@inheritDoc} Packages of a script come one after the other; a line that makes no sense is made up for by the next. */
    @Override
    public long mended() {
        return conversation.wire().unreadable();
    }

    @Override
    public Spectrum measure(Sweep sweep, Progress progress) throws InstrumentException {
        refuse(ability.fault(sweep, control));
        Control before = control;
        Guard kept = guard;
        OptionalDouble held = sweep.atHold() && before instanceof Control.Voltage hold
                ? OptionalDouble.of(hold.volts())
                : OptionalDouble.empty();
        Guard during = new Guard(
                kept.voltsMin(), kept.voltsMax(), kept.ampsMax(), Math.round(NANOS * SpectrumRun.seconds(sweep)));
        Limits limits = said(() -> held.isPresent()
                ? HoldScript.limits(Limits.of(during), held.getAsDouble(), during.ampsMax())
                : Limits.of(during));
        Script script = said(() -> SpectrumScript.of(style, limits, sweep, held));
        confirmIdentity();
        long leftNanos = kept.maxNanos() - (conversation.wire().nowNanos() - beganNanos);
        disconnect();
        confirmSerial();
        Spectrum spectrum = measured(script, limits, sweep, progress);
        if (before.energises() && leftNanos > 0) {
            apply(before, new Guard(kept.voltsMin(), kept.voltsMax(), kept.ampsMax(), leftNanos));
        }
        return spectrum;
    }

    private Spectrum measured(Script script, Limits limits, Sweep sweep, Progress progress) throws InstrumentException {
        turn = SpectrumRun.patience(Math.min(sweep.fromHz(), sweep.toHz()));
        try {
            begin(script, Optional.of(limits));
            return new SpectrumRun(conversation, stream.orElseThrow(), sweep, imaginarySign).finish(progress);
        } catch (InstrumentException failed) {
            conversation.doubt();
            throw failed;
        } finally {
            stream = Optional.empty();
        }
    }

    /**
     * Stops whatever runs and opens the circuit; the acknowledgement is the end of a script of its own. May be called at
     * any time, before the instrument is recognised again too: opening a circuit harms no one. A point of a spectrum that
     * is under way is finished first, which takes periods of its frequency.
     */
    @Override
    public void makeSafe() throws InstrumentException {
        boolean doubted = conversation.inDoubt();
        try {
            disconnect();
        } catch (InstrumentException first) {
            if (first.kind() == Kind.LOST) {
                throw first;
            }
            conversation.synchronise(turn);
            conversation.carryOut(Script.CELL_OFF);
            turn = usualTurn();
        }
        if (doubted) {
            conversation.doubt();
        }
    }

    private void disconnect() throws InstrumentException {
        stream = Optional.empty();
        control = OPEN;
        conversation.stop(turn);
        conversation.carryOut(Script.CELL_OFF);
        turn = usualTurn();
    }

    private Duration usualTurn() {
        return Duration.ofNanos(2 * ability.intervalNanos());
    }

    /** After a failure: finds the step again and asks who is there, before anything else is asked. */
    private void confirmIdentity() throws InstrumentException {
        if (!conversation.inDoubt()) {
            return;
        }
        stream = Optional.empty();
        control = OPEN;
        conversation.synchronise(turn);
        conversation.carryOut(Script.CELL_OFF);
        turn = usualTurn();
        confirmSerial();
    }

    /** Lines carry no checksum: another serial number is believed when it comes twice. */
    private void confirmSerial() throws InstrumentException {
        if (!serial().equals(identity.serial())) {
            String other = serial();
            if (!other.equals(identity.serial())) {
                conversation.doubt();
                throw conversation
                        .wire()
                        .fault(
                                Kind.WRONG_DEVICE,
                                "was serial number " + identity.serial() + " and is now " + other
                                        + "; are two cables swapped?");
            }
        }
    }

    private String serial() throws InstrumentException {
        return PalmSensDriver.serial(conversation.ask("i"));
    }

    private <T> T said(Supplier<T> what) throws InstrumentException {
        try {
            return what.get();
        } catch (IllegalArgumentException unsayable) {
            throw outOfEnvelope("cannot be told this: " + unsayable.getMessage());
        }
    }

    private void refuse(Optional<String> fault) throws InstrumentException {
        if (fault.isPresent()) {
            throw outOfEnvelope(fault.get());
        }
    }

    private InstrumentException outOfEnvelope(String what) {
        return conversation.wire().fault(Kind.OUT_OF_ENVELOPE, ability.model().words() + " " + what);
    }

    /** Releases the link. A script that runs goes on to its own limits; call {@link #makeSafe()} first. */
    @Override
    public void close() {
        conversation.close();
    }
}
