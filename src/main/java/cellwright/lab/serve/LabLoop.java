package cellwright.lab.serve;

import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.world.real.Lanes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The laboratory's life on the conductor's thread: event after event, and between two events what people ask for. {@link #ask} and
 * {@link #askUntil} may be called by any thread.
 */
final class LabLoop {
    /** So often it is looked whether the laboratory is to close, if nothing else happens. */
    private static final long LOOK_NANOS = 250_000_000L;

    private final Lab lab;
    private final Lanes lanes;
    private final Deque<Runnable> asked = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();

    private record Waiting(BooleanSupplier holds, long untilNanos, CompletableFuture<Boolean> answer) {
        /** Whether nobody has to wait any more. */
        boolean settle(long nowNanos) {
            boolean now = holds.getAsBoolean();
            if (now || nowNanos >= untilNanos) {
                answer.complete(now);
                return true;
            }
            return false;
        }
    }

    LabLoop(Lab lab, Lanes lanes) {
        this.lab = lab;
        this.lanes = lanes;
    }

    /** Has something done on the conductor's thread, between two events; any thread. */
    <T> CompletableFuture<T> ask(Function<Lab, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        post(() -> {
            try {
                answer.complete(question.apply(lab));
            } catch (RuntimeException bug) {
                answer.completeExceptionally(bug);
            }
        });
        return answer;
    }

    /** Whether something came to hold within a time; any thread. */
    CompletableFuture<Boolean> askUntil(Function<Lab, Boolean> holds, Duration patience) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        post(() -> waiting.add(new Waiting(() -> holds.apply(lab), lab.nowNanos() + patience.toNanos(), answer)));
        return answer;
    }

    private void post(Runnable work) {
        lanes.post(() -> asked.add(work));
        lab.wake();
    }

    /** Goes on until the laboratory is to close; the conductor's thread. */
    void run(BooleanSupplier closing) {
        while (!closing.getAsBoolean()) {
            turn();
        }
    }

    /** One event, or a short while without one, and what was asked meanwhile. */
    void turn() {
        lab.turn(lab.nowNanos() + LOOK_NANOS);
        for (Runnable next = asked.poll(); next != null; next = asked.poll()) {
            next.run();
        }
        long now = lab.nowNanos();
        waiting.removeIf(entry -> entry.settle(now));
    }

    /**
     * Holds every run and waits until all cells were seen at rest; the conductor's thread.
     *
     * @param by who wants it, for the record
     * @return false if a cell was not seen at rest in time
     */
    boolean bringToRest(String by, Duration patience) {
        for (int place = 0; place < lab.channels().size(); place++) {
            if (Phase.of(lab.state(place)) == Phase.RUNNING) {
                lab.ask(place, Event.Request.HOLD, by);
            }
        }
        long until = lab.nowNanos() + patience.toNanos();
        while (!lab.isAtRest() && lab.nowNanos() < until) {
            turn();
        }
        lab.commit();
        return lab.isAtRest();
    }
}
