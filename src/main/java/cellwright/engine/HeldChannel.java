package cellwright.engine;

import cellwright.engine.ChannelState.Ended;
import cellwright.engine.ChannelState.Held;
import cellwright.engine.ChannelState.Running;
import cellwright.instrument.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A channel at rest with a run that may go on when a person says so. */
final class HeldChannel {
    private HeldChannel() {}

    static Transition on(Held held, Event event) {
        return switch (event) {
            case Event.Started started -> Channel.refuse(held, started);
            case Event.Measured measured -> measured(held, measured.reading());
            case Event.Due ignored -> Transition.none(held);
            case Event.Silent silent ->
                Channel.alarm(
                        held,
                        silent.atNanos(),
                        Effect.Urgency.WARNING,
                        "nothing is heard of the held cell; check the instrument and its cable");
            case Event.Failed failed -> Channel.alarm(held, failed.atNanos(), Effect.Urgency.WARNING, failed.message());
            case Event.Acknowledged ignored -> Transition.none(held);
            case Event.Safe ignored -> Transition.none(held);
            case Event.SpectrumTaken taken -> {
                Running at = held.at();
                Spectroscopy.Late late = Spectroscopy.late(at.run(), at.ledger(), taken);
                yield new Transition(new Held(at.withLedger(late.ledger()), held.cause()), List.of(late.report()));
            }
            case Event.Asked asked -> asked(held, asked);
            case Event.Recovered recovered ->
                StoppingChannel.anew(held.at(), held.cause(), Afterwards.HELD, recovered.atNanos());
        };
    }

    /** Why a run ends that was at rest already: the reason it was held for, unless somebody merely asked. */
    static Cause endingCause(Cause heldFor, Event.Asked asked) {
        return heldFor.kind() == Cause.Kind.ASKED ? new Cause(Cause.Kind.ASKED, "stopped by " + asked.by()) : heldFor;
    }

    private static Transition measured(Held held, Reading reading) {
        Running at = StoppingChannel.seen(held.at(), reading);
        if (LimitCheck.atRest(at.run(), reading)) {
            return Transition.none(new Held(at, held.cause()));
        }
        Transition stopping = StoppingChannel.anew(at, held.cause(), Afterwards.HELD, reading.atNanos());
        var effects = new ArrayList<>(stopping.effects());
        effects.add(new Effect.Alarm(
                reading.atNanos(),
                Effect.Urgency.CRITICAL,
                "a current flows although the cell was put to rest, or it cannot be read; check the output relay"));
        return new Transition(stopping.state(), effects);
    }

    private static Transition asked(Held held, Event.Asked asked) {
        return switch (asked.request()) {
            case RESUME -> goOn(held, asked, false);
            case SKIP -> goOn(held, asked, true);
            case HOLD -> Channel.remark(held, asked, "the run is held already");
            case STOP -> {
                Cause cause = endingCause(held.cause(), asked);
                yield new Transition(
                        new Ended(held.at().run(), held.at().ledger(), cause),
                        List.of(new Effect.RunEnded(asked.atNanos(), cause)));
            }
        };
    }

    private static Transition goOn(Held held, Event.Asked asked, boolean skip) {
        Optional<String> obstacle = obstacle(held, asked.atNanos());
        if (obstacle.isPresent()) {
            return Channel.remark(held, asked, obstacle.get());
        }
        Turn turn = new Turn(held.at(), asked.atNanos());
        turn.vouchedNanos = asked.atNanos();
        turn.doubts = Doubts.NONE;
        turn.stepOpen = false;
        if (skip && !turn.leaf.isPrelude()) {
            turn.cursor = turn.cursor.next();
            Walker.walk(turn);
        } else if (turn.leaf.isPrelude() || standsAt(turn)) {
            Starter.resume(turn, turn.leaf, turn.leaf.interruptions());
        } else {
            Walker.walk(turn);
        }
        return RunningChannel.finish(turn);
    }

    /** Why the run cannot go on; a cell that has not been seen lately is not energised. */
    private static Optional<String> obstacle(Held held, long atNanos) {
        if (held.cause().kind() == Cause.Kind.ENVELOPE) {
            return Optional.of("the cell's envelope was violated, which is latched; end the run");
        }
        long unseenNanos = atNanos - held.at().sight().vouchedNanos();
        if (unseenNanos > held.at().run().program().silenceNanos()) {
            return Optional.of(
                    String.format(Locale.ROOT, "the cell has not been read for %.1f s", Nanos.toSeconds(unseenNanos)));
        }
        return Optional.empty();
    }

    /** Whether the step that was running is the one the cursor stands at. */
    private static boolean standsAt(Turn turn) {
        return Walker.at(turn.run.program().ops(), turn.cursor)
                .filter(turn.leaf.op()::equals)
                .isPresent();
    }
}
