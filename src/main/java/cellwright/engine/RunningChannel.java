package cellwright.engine;

import cellwright.engine.ChannelState.Running;
import cellwright.engine.ChannelState.Stopping;
import cellwright.instrument.Reading;
import java.util.Locale;
import java.util.Optional;

/** A channel whose run goes on. */
final class RunningChannel {
    private RunningChannel() {}

    static Transition on(Running running, Event event) {
        Turn turn = new Turn(running, event.atNanos());
        return switch (event) {
            case Event.Started started -> Channel.refuse(running, started);
            case Event.Measured measured -> measured(turn, measured.reading());
            case Event.Due ignored -> {
                turn.wakeNanos = Long.MIN_VALUE;
                StepJudge.judge(turn);
                yield finish(turn);
            }
            case Event.Silent silent -> stop(turn, silence(silent.atNanos() - silent.sinceNanos()), false);
            case Event.Failed failed -> stop(turn, new Cause(Cause.Kind.FAILURE, failed.message()), false);
            case Event.Acknowledged ignored -> Transition.none(running);
            case Event.Safe ignored -> Transition.none(running);
            case Event.Asked asked -> asked(running, turn, asked);
            case Event.Recovered recovered -> stop(turn, gone(recovered), false);
        };
    }

    /** Goes to rest: open circuit first of all, then everything else. */
    static Transition stop(Turn turn, Cause cause, boolean thenEnd) {
        turn.stop(cause, thenEnd);
        return finish(turn);
    }

    /** Closes a turn: with a plan for the next look, or on the way to rest. */
    static Transition finish(Turn turn) {
        if (turn.stop.isEmpty()) {
            Planner.update(turn);
            return new Transition(turn.running(), turn.effects);
        }
        Cause cause = turn.stop.get();
        if (turn.stepOpen) {
            StepJudge.close(turn, cause.message());
        }
        turn.effects.add(0, new Effect.MakeSafe());
        if (cause.kind() != Cause.Kind.COMPLETE) {
            Effect.Urgency urgency = cause.kind() == Cause.Kind.ASKED ? Effect.Urgency.REMARK : Effect.Urgency.WARNING;
            turn.tell(new Effect.Alarm(turn.atNanos, urgency, cause.message()));
        }
        turn.leaf = turn.leaf.frozen(turn.atNanos);
        turn.plan = Planner.resting(turn.run);
        turn.wakeNanos = StoppingChannel.retryAt(turn.atNanos);
        turn.tell(new Effect.Sample(turn.plan));
        turn.tell(new Effect.WakeAt(turn.wakeNanos));
        return new Transition(new Stopping(turn.running(), cause, turn.stopEnds, false, 1), turn.effects);
    }

    private static Transition measured(Turn turn, Reading reading) {
        long gap = reading.sinceNanos() - turn.vouchedNanos;
        Optional<Cause> violated = LimitCheck.judge(turn, reading);
        turn.count(reading);
        violated.ifPresent(cause -> turn.stop(cause, false));
        if (gap > turn.run.program().silenceNanos()) {
            turn.stop(silence(gap), false);
        }
        if (turn.stop.isEmpty()) {
            long step = turn.ledger.stepCount();
            StepJudge.judge(turn);
            if (turn.stop.isEmpty() && turn.ledger.stepCount() == step) {
                Recorder.consider(turn);
            }
        }
        return finish(turn);
    }

    private static Transition asked(Running running, Turn turn, Event.Asked asked) {
        return switch (asked.request()) {
            case HOLD -> stop(turn, new Cause(Cause.Kind.ASKED, "held by " + asked.by()), false);
            case STOP -> stop(turn, new Cause(Cause.Kind.ASKED, "stopped by " + asked.by()), true);
            case RESUME -> Channel.remark(running, asked, "the run goes on already");
            case SKIP -> {
                if (turn.leaf.isPrelude()) {
                    yield Channel.remark(running, asked, "no step has begun yet");
                }
                StepJudge.end(turn, "skipped by " + asked.by());
                yield finish(turn);
            }
        };
    }

    private static Cause silence(long nanos) {
        return new Cause(
                Cause.Kind.FAILURE,
                String.format(
                        Locale.ROOT,
                        "nothing was heard of the cell for %.3f s; check the instrument and its cable",
                        Nanos.toSeconds(nanos)));
    }

    private static Cause gone(Event.Recovered recovered) {
        return new Cause(
                Cause.Kind.INTERRUPTION,
                String.format(
                        Locale.ROOT,
                        "the program was gone for %.1f s; look at the cell, then resume",
                        Nanos.toSeconds(recovered.atNanos() - recovered.lastNanos())));
    }
}
