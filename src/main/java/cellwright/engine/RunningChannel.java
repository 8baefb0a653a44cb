package cellwright.engine;

import cellwright.engine.ChannelState.Running;
import cellwright.engine.ChannelState.Stopping;
import cellwright.instrument.Reading;
import cellwright.protocol.program.Op;
import java.util.List;
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
            case Event.Silent silent -> silent(running, turn, silent);
            case Event.Failed failed -> stop(turn, new Cause(Cause.Kind.FAILURE, failed.message()), Afterwards.HELD);
            case Event.Acknowledged acknowledged -> answered(running, turn, acknowledged.order());
            case Event.SpectrumTaken taken -> {
                Spectroscopy.taken(turn, taken);
                yield finish(turn);
            }
            case Event.Safe ignored -> answered(running, turn, Leaf.AWAITS_SAFE);
            case Event.Asked asked -> asked(running, turn, asked);
            case Event.Recovered recovered -> recovered(turn, recovered);
        };
    }

    /** Goes to rest: open circuit first of all, then everything else. */
    static Transition stop(Turn turn, Cause cause, Afterwards then) {
        turn.stop(cause, then);
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
        turn.leaf = turn.leaf.frozen(turn.clockStopsNanos);
        turn.plan = Planner.stopping(turn.run);
        turn.wakeNanos = StoppingChannel.retryAt(turn.atNanos);
        turn.tell(new Effect.Sample(turn.plan));
        turn.tell(new Effect.WakeAt(turn.wakeNanos));
        return new Transition(new Stopping(turn.running(), cause, turn.afterwards, false, 1), turn.effects);
    }

    /** What a step began with is acknowledged; answers to other commands change nothing. */
    private static Transition answered(Running running, Turn turn, long order) {
        if (turn.leaf.awaited() != order || order == 0 || turn.leaf.measuring()) {
            return Transition.none(running);
        }
        turn.leaf = turn.leaf.acknowledged();
        return new Transition(turn.running(), List.of());
    }

    /** The step's clock stops where the engine went away: what the cell did since is not the step's own time. */
    private static Transition recovered(Turn turn, Event.Recovered recovered) {
        long known = Math.min(Math.max(recovered.lastNanos(), turn.leaf.resumedNanos()), recovered.atNanos());
        turn.clockStopsNanos = known;
        return stop(turn, gone(recovered), Afterwards.HELD);
    }

    /**
     * The analyser has the cell to itself; it is given up when its own time is over. Its answer is a sign of life too: silence
     * begins anew with it.
     */
    private static Transition silent(Running running, Turn turn, Event.Silent silent) {
        long nanos = silent.atNanos() - silent.sinceNanos();
        boolean answered = turn.leaf.op() instanceof Op.Measure && turn.vouchedNanos > silent.sinceNanos();
        long unheard = answered ? silent.atNanos() - turn.vouchedNanos : nanos;
        return unheard <= silenceNanos(turn) && (answered || turn.leaf.measuring())
                ? Transition.none(running)
                : stop(turn, silence(unheard), Afterwards.HELD);
    }

    private static long silenceNanos(Turn turn) {
        return Spectroscopy.silenceNanos(turn.leaf, turn.run);
    }

    private static Transition measured(Turn turn, Reading reading) {
        long gap = reading.sinceNanos() - turn.vouchedNanos;
        Optional<Cause> violated = LimitCheck.judge(turn, reading);
        violated.ifPresent(turn::stop);
        if (Spectroscopy.isAside(turn.leaf, reading)) {
            return finish(turn);
        }
        ShortLookout.see(turn, reading);
        turn.count(reading);
        if (gap > silenceNanos(turn)) {
            turn.stop(silence(gap));
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
            case HOLD -> stop(turn, new Cause(Cause.Kind.ASKED, "held by " + asked.by()), Afterwards.HELD);
            case STOP -> stop(turn, new Cause(Cause.Kind.ASKED, "stopped by " + asked.by()), Afterwards.ENDED);
            case RESUME -> Channel.remark(running, asked, "the run goes on already");
            case SKIP -> {
                if (turn.leaf.isPrelude()) {
                    yield Channel.remark(running, asked, "no step has begun yet");
                }
                if (turn.leaf.measuring()) {
                    yield stop(turn, new Cause(Cause.Kind.ASKED, skipped(asked)), Afterwards.NEXT_STEP);
                }
                StepJudge.end(turn, skipped(asked));
                yield finish(turn);
            }
        };
    }

    private static String skipped(Event.Asked asked) {
        return "skipped by " + asked.by();
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
