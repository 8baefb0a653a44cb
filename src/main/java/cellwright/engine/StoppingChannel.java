package cellwright.engine;

import cellwright.engine.ChannelState.Ended;
import cellwright.engine.ChannelState.Held;
import cellwright.engine.ChannelState.Running;
import cellwright.engine.ChannelState.Stopping;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * A channel on its way to rest. At rest means: told to open the circuit, acknowledged, and the current read back below
 * the threshold. Until then it is told again every quarter of a second, and people are told after the third time; who was told hears
 * of it when the cell is at rest after all.
 */
final class StoppingChannel {
    private static final long RETRY_NANOS = Nanos.PER_SECOND / 4;
    private static final int ALARM_AT_TRY = 4;

    private StoppingChannel() {}

    static long retryAt(long nowNanos) {
        return nowNanos + RETRY_NANOS;
    }

    static Transition on(Stopping stopping, Event event) {
        return switch (event) {
            case Event.Started started -> Channel.refuse(stopping, started);
            case Event.Measured measured -> measured(stopping, measured.reading());
            case Event.Due due -> again(stopping, due.atNanos());
            case Event.Safe ignored ->
                Transition.none(new Stopping(stopping.at(), stopping.cause(), stopping.then(), true, stopping.tries()));
            case Event.SpectrumTaken taken -> {
                Running at = stopping.at();
                Spectroscopy.Late late = Spectroscopy.late(at.run(), at.ledger(), taken);
                yield new Transition(with(stopping, at.withLedger(late.ledger())), List.of(late.report()));
            }
            case Event.Silent silent ->
                Channel.alarm(
                        staying(stopping),
                        silent.atNanos(),
                        Effect.Urgency.CRITICAL,
                        "OFF UNVERIFIED: nothing is heard of the cell; disconnect it by hand");
            case Event.Failed failed ->
                Channel.alarm(staying(stopping), failed.atNanos(), Effect.Urgency.WARNING, failed.message());
            case Event.Acknowledged ignored -> Transition.none(stopping);
            case Event.Asked asked -> asked(stopping, asked);
            case Event.Recovered recovered ->
                anew(stopping.at(), stopping.cause(), staying(stopping).then(), recovered.atNanos());
        };
    }

    private static Transition measured(Stopping stopping, Reading reading) {
        Running at = seen(stopping.at(), reading);
        if (stopping.acknowledged() && LimitCheck.atRest(at.run(), reading)) {
            return allClear(stopping, reading.atNanos(), rest(at, stopping, reading.atNanos()));
        }
        return Transition.none(with(stopping, at));
    }

    private static Transition allClear(Stopping stopping, long atNanos, Transition rest) {
        if (stopping.tries() < ALARM_AT_TRY) {
            return rest;
        }
        String message = "the cell is seen at rest now, told so " + stopping.tries() + " times";
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Alarm(atNanos, Effect.Urgency.WARNING, message));
        effects.addAll(rest.effects());
        return new Transition(rest.state(), effects);
    }

    private static Stopping with(Stopping stopping, Running at) {
        return new Stopping(at, stopping.cause(), stopping.then(), stopping.acknowledged(), stopping.tries());
    }

    /** Where something is wrong, a run does not go on by itself. */
    private static Stopping staying(Stopping stopping) {
        return stopping.then() == Afterwards.NEXT_STEP ? with(stopping, Afterwards.HELD) : stopping;
    }

    private static Stopping with(Stopping stopping, Afterwards then) {
        return new Stopping(stopping.at(), stopping.cause(), then, stopping.acknowledged(), stopping.tries());
    }

    /** The run with a reading counted that came after its step's clock had stopped; press and chamber alone tell no charge. */
    static Running seen(Running at, Reading reading) {
        if (!Spectroscopy.mentions(reading, Signal.CURRENT)) {
            return at;
        }
        Turn turn = new Turn(at, reading.atNanos());
        turn.countAtRest(reading);
        return turn.running();
    }

    private static Transition rest(Running at, Stopping stopping, long atNanos) {
        var never = new Effect.WakeAt(Long.MAX_VALUE);
        var look = new Effect.Sample(Planner.resting(at.run()));
        return switch (stopping.then()) {
            case HELD -> new Transition(new Held(at, stopping.cause()), List.of(look, never));
            case ENDED -> {
                var ended = new Ended(at.run(), at.ledger(), stopping.cause());
                yield new Transition(ended, List.of(look, never, new Effect.RunEnded(atNanos, stopping.cause())));
            }
            case NEXT_STEP -> nextStep(at, atNanos);
        };
    }

    private static Transition nextStep(Running at, long atNanos) {
        Turn turn = new Turn(at, atNanos);
        turn.doubts = Doubts.NONE;
        turn.stepOpen = false;
        turn.cursor = turn.cursor.next();
        Walker.walk(turn);
        return RunningChannel.finish(turn);
    }

    /** Begins the way to rest once more, for a world that may have forgotten everything. */
    static Transition anew(Running at, Cause cause, Afterwards then, long atNanos) {
        return new Transition(
                new Stopping(at, cause, then, false, 1),
                List.of(
                        new Effect.MakeSafe(),
                        new Effect.Sample(Planner.stopping(at.run())),
                        new Effect.WakeAt(retryAt(atNanos))));
    }

    private static Transition again(Stopping stopping, long atNanos) {
        int tries = stopping.tries() + 1;
        Afterwards then =
                tries < ALARM_AT_TRY ? stopping.then() : staying(stopping).then();
        var next = new Stopping(stopping.at(), stopping.cause(), then, stopping.acknowledged(), tries);
        var safe = new Effect.MakeSafe();
        var wake = new Effect.WakeAt(retryAt(atNanos));
        if (tries != ALARM_AT_TRY) {
            return new Transition(next, List.of(safe, wake));
        }
        String message = "OFF UNVERIFIED: the cell was told " + tries
                + " times to go to rest and is not seen there; disconnect it by hand";
        return new Transition(next, List.of(safe, wake, new Effect.Alarm(atNanos, Effect.Urgency.CRITICAL, message)));
    }

    private static Transition asked(Stopping stopping, Event.Asked asked) {
        return switch (asked.request()) {
            case STOP ->
                Transition.none(new Stopping(
                        stopping.at(),
                        HeldChannel.endingCause(stopping.cause(), asked),
                        Afterwards.ENDED,
                        stopping.acknowledged(),
                        stopping.tries()));
            case HOLD ->
                stopping.then() == Afterwards.NEXT_STEP
                        ? Transition.none(staying(stopping))
                        : Channel.remark(stopping, asked, "the cell is on its way to rest already");
            case RESUME -> Channel.remark(stopping, asked, "the cell is not at rest yet");
            case SKIP -> Channel.remark(stopping, asked, "the cell is not at rest yet");
        };
    }
}
