package cellwright.engine;

import cellwright.engine.Cursor.Branch;
import cellwright.engine.Cursor.Frame;
import cellwright.instrument.Reading;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import java.util.List;
import java.util.Optional;

/** Walks a program from one step that takes time to the next. */
final class Walker {
    /** The compiler refuses loops that take no time; this many moves without a step mean it failed to. */
    private static final int MOVES_MAX = 1_000_000;

    private Walker() {}

    /** Goes on from the operation the cursor stands at, which may be past the end of its list. */
    static void walk(Turn turn) {
        for (int moves = 0; moves < MOVES_MAX; moves++) {
            leaveWhole(turn);
            List<Op> ops = list(turn.run.program().ops(), turn.cursor);
            int index = turn.cursor.top().index();
            boolean arrived = index < ops.size() ? enter(turn, ops.get(index)) : leave(turn);
            if (arrived || turn.stop.isPresent()) {
                return;
            }
        }
        turn.stop(new Cause(Cause.Kind.FAILURE, "the program loops without a step that takes time"));
    }

    /** Leaves the outermost of the loops around that end as a whole and have what they wanted. */
    private static void leaveWhole(Turn turn) {
        List<Frame> frames = turn.cursor.frames();
        for (int depth = 1; depth < frames.size(); depth++) {
            Cursor around = new Cursor(frames.subList(0, depth));
            if (frames.get(depth).branch() == Branch.BODY
                    && at(turn.run.program().ops(), around).orElseThrow() instanceof Op.Repeat repeat
                    && repeat.endsAtOnce()
                    && enough(turn, repeat)) {
                turn.cursor = around.next();
                return;
            }
        }
    }

    /** Interrupts the running drive with the steps of its {@code every}. */
    static void interrupt(Turn turn) {
        StepJudge.close(turn, "interrupted");
        Leaf frozen = turn.leaf.frozen(turn.atNanos);
        turn.cursor = turn.cursor.push(new Frame(0, 1, Branch.EVERY, Optional.of(frozen)));
        walk(turn);
    }

    /** True if the operation takes time and has begun. */
    private static boolean enter(Turn turn, Op op) {
        return switch (op) {
            case Op.Drive drive -> Starter.begin(turn, drive);
            case Op.Settle settle -> Starter.begin(turn, settle);
            case Op.Measure measure -> Starter.begin(turn, measure);
            case Op.Note note -> note(turn, note);
            case Op.Choose choose -> choose(turn, choose);
            case Op.Repeat repeat -> {
                turn.cursor = turn.cursor.push(new Frame(0, 1, Branch.BODY, Optional.empty()));
                beginPass(turn, repeat);
                yield false;
            }
        };
    }

    private static boolean note(Turn turn, Op.Note note) {
        turn.tell(new Effect.Noted(turn.atNanos, note.label()));
        turn.cursor = turn.cursor.next();
        return false;
    }

    private static boolean choose(Turn turn, Op.Choose choose) {
        Reading reading = turn.last.orElseGet(() -> Reading.at(turn.atNanos));
        boolean holds = new Conditions(reading, turn.atNanos, turn.leaf, turn.ledger).holds(choose.test());
        Branch branch = holds ? Branch.THEN : Branch.OTHERWISE;
        turn.cursor = turn.cursor.push(new Frame(0, 1, branch, Optional.empty()));
        return false;
    }

    /** The innermost list is at its end: the next pass, or one level out. */
    private static boolean leave(Turn turn) {
        if (turn.cursor.frames().size() == 1) {
            turn.stop(new Cause(Cause.Kind.COMPLETE, "every step was done"), Afterwards.ENDED);
            return false;
        }
        Frame ended = turn.cursor.top();
        Cursor outer = turn.cursor.pop();
        Op around = list(turn.run.program().ops(), outer).get(outer.top().index());
        if (ended.suspended().isPresent()) {
            turn.cursor = outer;
            Leaf suspended = ended.suspended().get();
            return Starter.resume(turn, suspended, suspended.interruptions() + 1);
        }
        if (around instanceof Op.Repeat repeat && passAgain(turn, repeat, ended.pass())) {
            turn.cursor = turn.cursor.withTop(new Frame(0, ended.pass() + 1, ended.branch(), Optional.empty()));
            beginPass(turn, repeat);
            return false;
        }
        turn.cursor = outer.next();
        return false;
    }

    private static void beginPass(Turn turn, Op.Repeat repeat) {
        if (repeat.countsCycles()) {
            turn.ledger = turn.ledger.withCycles(turn.ledger.cycles().begun(turn.atNanos));
        }
    }

    private static boolean passAgain(Turn turn, Op.Repeat repeat, int pass) {
        if (repeat.countsCycles()) {
            endCycle(turn);
        }
        return !enough(turn, repeat) && pass < repeat.times();
    }

    private static boolean enough(Turn turn, Op.Repeat repeat) {
        Reading reading = turn.last.orElseGet(() -> Reading.at(turn.atNanos));
        return repeat.until().isPresent()
                && new Conditions(reading, turn.atNanos, turn.leaf, turn.ledger)
                        .holds(repeat.until().get());
    }

    private static void endCycle(Turn turn) {
        if (!turn.ledger.cycling()) {
            return;
        }
        Program program = turn.run.program();
        Ledger.Cycles ended =
                turn.ledger.cycles().ended(turn.atNanos, program.referenceCycle(), program.measuredBasisCycle());
        turn.ledger = turn.ledger.withCycles(ended);
        ended.last().ifPresent(figures -> turn.tell(new Effect.CycleEnded(figures)));
    }

    /** The list of operations the innermost frame runs through. */
    static List<Op> list(List<Op> program, Cursor cursor) {
        List<Op> ops = program;
        for (int depth = 1; depth < cursor.frames().size(); depth++) {
            Op around = ops.get(cursor.frames().get(depth - 1).index());
            ops = inner(around, cursor.frames().get(depth).branch());
        }
        return ops;
    }

    /** The operation a cursor stands at; empty if it is past the end of its list. */
    static Optional<Op> at(List<Op> program, Cursor cursor) {
        List<Op> ops = list(program, cursor);
        int index = cursor.top().index();
        return index < ops.size() ? Optional.of(ops.get(index)) : Optional.empty();
    }

    private static List<Op> inner(Op around, Branch branch) {
        return switch (around) {
            case Op.Repeat repeat -> repeat.body();
            case Op.Choose choose -> branch == Branch.THEN ? choose.then() : choose.otherwise();
            case Op.Drive drive -> drive.every().map(Op.Every::body).orElse(List.of());
            case Op.Settle ignored -> List.of();
            case Op.Measure ignored -> List.of();
            case Op.Note ignored -> List.of();
        };
    }
}
