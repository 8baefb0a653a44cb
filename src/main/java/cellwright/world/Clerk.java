package cellwright.world;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread for paperwork, or for the journal, that must not keep the laboratory waiting: one piece after the other, in the order given. */
public final class Clerk implements Executor, AutoCloseable {
    private final ExecutorService desk;

    /** A thread whose name tells what it is for. */
    public Clerk(String name) {
        desk = Executors.newSingleThreadExecutor(work -> thread(work, "cellwright-" + name));
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        desk.execute(work);
    }

    /** Takes no more work; returns when what was given is done. */
    @Override
    public void close() {
        desk.close();
    }
}
