package cellwright.lab.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Where a journal is written: at once, or, as long as the disk is stuck, not at all. One thread. */
final class StuckDisk implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean stuck;

    @Override
    public void execute(Runnable work) {
        if (stuck) {
            waiting.add(work);
        } else {
            work.run();
        }
    }

    /** From now on nothing comes back from the disk. */
    void stick() {
        stuck = true;
    }

    /** What waited is done. */
    void free() {
        stuck = false;
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
