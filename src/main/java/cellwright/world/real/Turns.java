package cellwright.world.real;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The instruments of a lane that did not answer last time are asked one at a time: so one that does answer waits for one of them at
 * most, however many are silent. One for each lane; the world's thread.
 */
final class Turns {
    private final Deque<Consumer<Runnable>> waiting = new ArrayDeque<>();
    private boolean taken;

    /**
     * Asks when it is its turn, which is at once if nobody else has it.
     *
     * @param question given what it has to run when it is over
     */
    void ask(Consumer<Runnable> question) {
        if (taken) {
            waiting.add(question);
        } else {
            taken = true;
            question.accept(this::over);
        }
    }

    private void over() {
        Consumer<Runnable> next = waiting.poll();
        taken = next != null;
        if (next != null) {
            next.accept(this::over);
        }
    }
}
