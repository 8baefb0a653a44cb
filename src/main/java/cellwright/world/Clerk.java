package cellwright.world;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread for paperwork that must not keep the laboratory waiting: one piece after the other, in the order given. */
public final class Clerk implements Executor, AutoCloseable {
    private final ExecutorService desk = Executors.newSingleThreadExecutor(Clerk::thread);

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "cellwright-clerk");
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
