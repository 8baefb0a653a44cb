package cellwright.engine;

import cellwright.engine.shorts.ShortAlarm;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Op;
import java.util.Locale;
import java.util.Optional;

/** Decides, after limits, whether the running step has what it wanted, and moves on if so. */
final class StepJudge {
    private StepJudge() {}

    /** Judges the step by the last reading at the turn's time. */
    static void judge(Turn turn) {
        if (turn.leaf.op() instanceof Op.Measure measure) {
            Spectroscopy.judge(turn, measure);
            return;
        }
        if (turn.leaf.fresh() || turn.last.isEmpty()) {
            return;
        }
        switch (turn.leaf.op()) {
            case Op.Drive drive -> judge(turn, drive);
            case Op.Settle settle -> judge(turn, settle);
            case Op.Measure ignored -> {}
            case Op.Repeat ignored -> {}
            case Op.Choose ignored -> {}
            case Op.Note ignored -> {}
        }
    }

    /** Ends the running step and goes on with the next. */
    static void end(Turn turn, String why) {
        close(turn, why);
        turn.cursor = turn.leaf.isPrelude() ? turn.cursor : turn.cursor.next();
        Walker.walk(turn);
    }

    /** Records the step's last reading and its spectrum, and tells of its end. */
    static void close(Turn turn, String why) {
        Recorder.close(turn);
        Spectroscopy.close(turn);
        turn.stepOpen = false;
        if (!turn.leaf.isPrelude()) {
            turn.tell(new Effect.StepEnded(
                    turn.atNanos, turn.leaf.stepCount(), turn.leaf.op().path(), why));
        }
    }

    private static void judge(Turn turn, Op.Drive drive) {
        Reading reading = turn.last.orElseThrow();
        Conditions conditions = new Conditions(reading, turn.atNanos, turn.leaf, turn.ledger);
        Optional<Condition> met = drive.until().filter(conditions::holds);
        if (met.isPresent()) {
            end(turn, why(turn, met.get(), conditions, reading));
        } else if (turn.leaf.ownNanos(turn.atNanos) >= drive.atMostNanos()) {
            late(
                    turn,
                    drive.until().isPresent() ? drive.whenLate() : WhenLate.NEXT,
                    drive.until().isPresent());
        } else if (drive.every().isPresent()
                && interruptionDue(turn, drive.every().get())) {
            Walker.interrupt(turn);
        } else {
            drive.until().ifPresent(until -> anchor(turn, until, reading));
        }
    }

    private static boolean interruptionDue(Turn turn, Op.Every every) {
        return turn.leaf.ownNanos(turn.atNanos) >= every.intervalNanos() * (turn.leaf.interruptions() + 1);
    }

    private static void judge(Turn turn, Op.Settle settle) {
        if (!turn.leaf.commanded()
                && turn.leaf.awaited() == 0
                && LimitCheck.atRest(turn.run, turn.last.orElseThrow())) {
            Starter.moveSetpoint(turn, settle);
            if (!turn.leaf.isPrelude()) {
                return;
            }
            turn.leaf = turn.leaf.after(turn.leaf.tally(), Steadiness.after(turn, turn.last.orElseThrow()));
        }
        if (Steadiness.reached(turn.leaf, settle, turn.atNanos)) {
            end(turn, settle.subject().word() + " is stable");
        } else if (turn.leaf.ownNanos(turn.atNanos) >= settle.atMostNanos()) {
            late(turn, settle.whenLate(), true);
        }
    }

    private static void late(Turn turn, WhenLate whenLate, boolean wantedMore) {
        String message = turn.leaf.op().path() + " (" + turn.leaf.op().label() + "): time is over";
        switch (whenLate) {
            case NEXT -> {
                if (wantedMore) {
                    turn.tell(new Effect.Alarm(
                            turn.atNanos, Effect.Urgency.REMARK, message + " before the end condition was met"));
                }
                end(turn, "time is over");
            }
            case STOP ->
                turn.stop(
                        new Cause(Cause.Kind.LATE, message + " before the end condition was met; the run stops here"));
        }
    }

    /** Sets and moves on the instants slopes are taken from. */
    private static void anchor(Turn turn, Condition condition, Reading reading) {
        switch (condition) {
            case Condition.Slower slower -> anchor(turn, slower, reading);
            case Condition.AllOf all -> all.parts().forEach(part -> anchor(turn, part, reading));
            case Condition.AnyOf any -> any.parts().forEach(part -> anchor(turn, part, reading));
            case Condition.Above ignored -> {}
            case Condition.Below ignored -> {}
            case Condition.Elapsed ignored -> {}
            case Condition.ChargePassed ignored -> {}
            case Condition.EnergyPassed ignored -> {}
            case Condition.CycleBelow ignored -> {}
            case Condition.CycleAtLeast ignored -> {}
            case Condition.CycleIn ignored -> {}
            case Condition.Shorted ignored -> {}
        }
    }

    private static void anchor(Turn turn, Condition.Slower slower, Reading reading) {
        Optional<Leaf.Anchor> anchor = turn.leaf.anchor(slower);
        boolean over = anchor.isEmpty()
                || Double.isNaN(anchor.get().value())
                || reading.atNanos() - anchor.get().atNanos() >= slower.overNanos();
        if (over) {
            double value = reading.value(slower.subject().signal());
            turn.leaf = turn.leaf.withAnchor(new Leaf.Anchor(slower, reading.atNanos(), value));
        }
    }

    private static String why(Turn turn, Condition met, Conditions conditions, Reading reading) {
        Optional<ShortAlarm> alarm = turn.ledger.lookout().flatMap(ShortLookout::alarm);
        if (alarm.isPresent() && Condition.Shorted.isAskedBy(met)) {
            return "a short: " + alarm.get().words();
        }
        boolean timeAlone = met instanceof Condition.AnyOf any
                && any.parts().stream()
                        .noneMatch(part -> !(part instanceof Condition.Elapsed) && conditions.holds(part));
        return timeAlone ? "time is over" : describe(reading);
    }

    private static String describe(Reading reading) {
        return String.format(
                Locale.ROOT,
                "end condition met at %.5f V, %.6g A",
                reading.value(Signal.VOLTAGE),
                reading.value(Signal.CURRENT));
    }
}
