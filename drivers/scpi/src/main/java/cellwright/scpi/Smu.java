package cellwright.scpi;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.scpi.codec.Badge;
import cellwright.scpi.codec.Question;
import cellwright.scpi.dialect.Measured;
import cellwright.scpi.dialect.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A source-measure unit on its link. The thread of the link only.
 *
 * <p>The rule that everything here serves: the output is never switched on before the off-state that opens the relay was set
 * and read back, and never without its limit.
 */
public final class Smu implements Potentiostat {
    private final Conversation conversation;
    private final Relay relay;
    private final Identity identity;
    private final Ability ability;
    private Doing doing = new Doing.Unknown();

    Smu(Conversation conversation, Identity identity, Ability ability) {
        this.conversation = conversation;
        this.relay = new Relay(conversation, ability.options());
        this.identity = identity;
        this.ability = ability;
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

    /**
     * The limit is kept by the instrument, which stays at it and does not open the circuit; with {@code regulate: source} only
     * the voltage's magnitude. The time of a guard is kept only as long as somebody reads, and there is no watchdog.
     */
    @Override
    public Autonomy autonomy() {
        return ability.autonomy();
    }

    /**
     * Replaces what the instrument does. Between two controls that differ only in limit and level the output stays on; else
     * the relay is opened, the open cell is looked at, and the relay is opened again before the new control is set up.
     *
     * @throws InstrumentException besides what the interface says, {@code REFUSED} if the open cell stands outside the guard,
     *     if a setting does not read back as it was made, or with the words of the error queue; the relay was opened then
     */
    @Override
    public void apply(Control control, Guard guard) throws InstrumentException {
        refuse(ability.fault(guard).or(() -> ability.fault(control, guard)));
        confirmIdentity();
        if (!control.energises()) {
            disconnect();
            return;
        }
        Plan plan = ability.plan(control, guard);
        try {
            if (doing instanceof Doing.On on && on.plan().turnsInto(plan)) {
                relay.change(plan);
            } else {
                lookAt(guard);
                disconnect();
                doing = new Doing.Unknown();
                relay.close(plan);
            }
        } catch (InstrumentException failed) {
            throw openedAfter(failed);
        }
        doing = new Doing.Driving(control, plan, new GuardWatch(guard, conversation.nowNanos()));
    }

    /** A cell outside its limits is not driven; a current source would even load it. */
    private void lookAt(Guard guard) throws InstrumentException {
        if (!(doing instanceof Doing.Watching)) {
            watch();
        }
        Reading open = measuredTwice(ability.voltmeter());
        double volts = open.value(Signal.VOLTAGE);
        if (!(volts >= guard.voltsMin() && volts <= guard.voltsMax())) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "is not switched on: the open cell stands at " + volts + " V, the guard wants " + guard.voltsMin()
                            + " to " + guard.voltsMax() + " V; look at the cell and its leads");
        }
    }

    private void watch() throws InstrumentException {
        disconnect();
        doing = new Doing.Unknown();
        Plan plan = ability.voltmeter();
        relay.close(plan);
        doing = new Doing.Watching(plan);
    }

    /**
     * Measures. With the output off neither family can; then the cell is watched with a source of 0 A, or, with
     * {@code rest: off}, the voltage is {@code MISSING} and the current that of an open relay.
     *
     * <p>A garbled or missing answer is asked for once more, after the instrument has introduced itself. If that fails too
     * the output is told to switch off, since nobody watches the cell any longer.
     *
     * @throws InstrumentException besides what the link says, {@code REFUSED} once when a control has ended, by itself or by
     *     its guard, with the reason; the relay is open then
     */
    @Override
    public Reading read() throws InstrumentException {
        confirmIdentity();
        if (doing instanceof Doing.Unknown) {
            disconnect();
        }
        return switch (doing) {
            case Doing.Unknown never -> throw new IllegalStateException("the relay was just opened");
            case Doing.Off off -> atRest();
            case Doing.Watching watching -> watched(watching.plan());
            case Doing.Driving driving -> driven(driving);
        };
    }

    private Reading atRest() throws InstrumentException {
        if (!ability.options().voltmeter()) {
            return disconnected();
        }
        try {
            watch();
        } catch (InstrumentException failed) {
            throw openedAfter(failed);
        }
        return watched(ability.voltmeter());
    }

    private Reading disconnected() throws InstrumentException {
        long asked = conversation.nowNanos();
        try {
            relay.confirmOpen();
        } catch (InstrumentException failed) {
            throw openedAfter(failed);
        }
        return Readings.disconnected(asked);
    }

    private Reading watched(Plan plan) throws InstrumentException {
        try {
            return measuredTwice(plan);
        } catch (InstrumentException failed) {
            throw openedAfter(failed);
        }
    }

    private Reading driven(Doing.Driving driving) throws InstrumentException {
        Reading reading = watched(driving.plan());
        Optional<String> verdict = driving.watch().verdict(reading);
        if (verdict.isPresent()) {
            disconnect();
            throw conversation.fault(Kind.REFUSED, "\"" + driving.words() + "\" was ended: " + verdict.get());
        }
        return reading;
    }

    private Reading measuredTwice(Plan plan) throws InstrumentException {
        try {
            return measured(plan);
        } catch (InstrumentException first) {
            if (first.kind() != Kind.TIMEOUT && first.kind() != Kind.GARBLED) {
                throw first;
            }
            confirmIdentity();
            return measured(plan);
        }
    }

    private Reading measured(Plan plan) throws InstrumentException {
        if (!conversation.ask(Question.flag(":OUTP?"))) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "has switched its output off by itself: power lost, too hot, its interlock, or a hand on its panel");
        }
        long asked = conversation.nowNanos();
        Measured measured = conversation.ask(ability.options().dialect().reading(plan), ability.measuring());
        return Readings.of(measured, plan, ability.model(), asked);
    }

    /**
     * Opens the relay: the off-state first, in case the instrument has forgotten it, then the output, then both are read
     * back. May be called at any time, before the instrument is recognised again too: opening a circuit harms no one.
     */
    @Override
    public void makeSafe() throws InstrumentException {
        disconnect();
    }

    private void disconnect() throws InstrumentException {
        doing = new Doing.Unknown();
        relay.open();
        doing = new Doing.Off();
    }

    /** Sees to it that the relay is open before anybody is told of a failure; what goes wrong with that is told with it. */
    private InstrumentException openedAfter(InstrumentException failed) {
        doing = new Doing.Unknown();
        boolean reachable = failed.kind() != Kind.LOST && failed.kind() != Kind.WRONG_DEVICE;
        try {
            if (reachable) {
                relay.open();
            }
        } catch (InstrumentException worse) {
            conversation.doubt();
            failed.addSuppressed(worse);
        }
        return failed;
    }

    /** After a failure: who is there, and does it still do what it was told, before anything else is asked. */
    private void confirmIdentity() throws InstrumentException {
        if (!conversation.inDoubt()) {
            return;
        }
        Badge badge = conversation.introduce();
        if (!badge.serial().equals(identity.serial()) || !badge.model().equals(identity.model())) {
            doing = new Doing.Unknown();
            throw conversation.fault(
                    Kind.WRONG_DEVICE,
                    "was " + identity.model() + " with serial number " + identity.serial() + " and is now "
                            + badge.model() + " with " + badge.serial());
        }
        conversation.synchronise();
        if (doing instanceof Doing.On on) {
            relay.confirm(on.plan());
        }
    }

    private void refuse(Optional<String> fault) throws InstrumentException {
        if (fault.isPresent()) {
            throw conversation.fault(
                    Kind.OUT_OF_ENVELOPE, "Keithley " + ability.model().code() + ' ' + fault.get());
        }
    }

    /** Releases the link. The instrument goes on with what it does; call {@link #makeSafe()} first. */
    @Override
    public void close() {
        conversation.close();
    }
}
