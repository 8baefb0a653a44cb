package cellwright.engine;

import cellwright.engine.ChannelState.Ended;
import cellwright.engine.ChannelState.Held;
import cellwright.engine.ChannelState.Idle;
import cellwright.engine.ChannelState.Running;
import cellwright.engine.ChannelState.Stopping;
import cellwright.instrument.Signal;
import java.util.List;
import java.util.Optional;

/**
 * What a channel does next: a pure function of its state and an event. Any thread; the same arguments always give the
 * same answer.
 *
 * <p>On a reading the order is fixed: limits first, then whether the step has what it wanted, then whether the reading is
 * kept.
 */
public final class Channel {
    /** Stands in every answer to a request that was not granted. */
    public static final String NOT_CARRIED_OUT = " was not carried out: ";

    private Channel() {}

    /** The transition that an event causes; its time is never before the state's last event. */
    public static Transition on(ChannelState state, Event event) {
        return switch (state) {
            case Idle idle -> withoutRun(idle, event);
            case Ended ended -> ended(ended, event);
            case Running running -> RunningChannel.on(running, event);
            case Stopping stopping -> StoppingChannel.on(stopping, event);
            case Held held -> HeldChannel.on(held, event);
        };
    }

    private static Transition withoutRun(ChannelState state, Event event) {
        return switch (event) {
            case Event.Started started -> begin(started);
            case Event.Asked asked -> remark(state, asked, "no run is going on here");
            case Event.Measured ignored -> Transition.none(state);
            case Event.Due ignored -> Transition.none(state);
            case Event.Silent ignored -> Transition.none(state);
            case Event.Failed failed -> alarm(state, failed.atNanos(), Effect.Urgency.REMARK, failed.message());
            case Event.Acknowledged ignored -> Transition.none(state);
            case Event.SpectrumTaken ignored -> Transition.none(state);
            case Event.Safe ignored -> Transition.none(state);
            case Event.Recovered ignored -> Transition.none(state);
        };
    }

    /** Nothing may flow after a run; if something does, it is switched off and people are told. */
    private static Transition ended(Ended ended, Event event) {
        if (event instanceof Event.Measured measured
                && Math.abs(measured.reading().value(Signal.CURRENT))
                        > ended.run().program().restAmps()) {
            String message = "a current flows although the run has ended; check the output relay";
            return new Transition(
                    ended,
                    List.of(
                            new Effect.MakeSafe(),
                            new Effect.Alarm(event.atNanos(), Effect.Urgency.CRITICAL, message)));
        }
        if (event instanceof Event.SpectrumTaken taken) {
            Spectroscopy.Late late = Spectroscopy.late(ended.run(), ended.ledger(), taken);
            return new Transition(new Ended(ended.run(), late.ledger(), ended.cause()), List.of(late.report()));
        }
        return withoutRun(ended, event);
    }

    private static Transition begin(Event.Started started) {
        Run run = new Run(started.runId(), started.program(), started.atNanos(), started.unixNanos());
        Leaf prelude = Starter.prelude(run, started.atNanos());
        Sight sight =
                new Sight(Optional.empty(), started.atNanos(), true, Doubts.NONE, Planner.resting(run), Long.MIN_VALUE);
        Turn turn =
                new Turn(new Running(run, Cursor.START, prelude, Ledger.of(run.program()), sight), started.atNanos());
        turn.tell(new Effect.MakeSafe());
        turn.replan = true;
        Planner.update(turn);
        return new Transition(turn.running(), turn.effects);
    }

    /** A request that cannot be granted is answered, and changes nothing. */
    static Transition remark(ChannelState state, Event.Asked asked, String why) {
        String message = asked.request() + " asked by " + asked.by() + NOT_CARRIED_OUT + why;
        return alarm(state, asked.atNanos(), Effect.Urgency.REMARK, message);
    }

    /** A run that cannot begin because another one has not ended. */
    static Transition refuse(ChannelState state, Event.Started started) {
        String message = "run " + started.runId() + " was not started: another run has not ended on this channel";
        return alarm(state, started.atNanos(), Effect.Urgency.REMARK, message);
    }

    /** Only tells. */
    static Transition alarm(ChannelState state, long atNanos, Effect.Urgency urgency, String message) {
        return new Transition(state, List.of(new Effect.Alarm(atNanos, urgency, message)));
    }
}
