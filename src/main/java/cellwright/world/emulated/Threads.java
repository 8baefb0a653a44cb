package cellwright.world.emulated;

import cellwright.world.TouchesTheRealWorld;
import java.io.Closeable;
import java.io.IOException;

/** The threads of emulated instruments, which never keep the program alive. */
@TouchesTheRealWorld
final class Threads {
    private Threads() {}

    /** Starts one. */
    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Closes what is given up anyway. */
    static void close(Closeable given) {
        try {
            given.close();
        } catch (IOException gone) {
            // whatever was wrong with it, it is not used any more
            return;
        }
    }
}
