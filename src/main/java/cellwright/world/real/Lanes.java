package cellwright.world.real;

import cellwright.instrument.NanoClock;
import java.util.Optional;

/** Where the work on instruments is done and how the world waits for it: on threads, or by the hand of a test. */
public interface Lanes extends AutoCloseable {
    /** The world's clock: monotonic, and the same instant on every lane. */
    NanoClock clock();

    /** The lane of a name; the same name gives the same lane. */
    Lane lane(String name);

    /** Waits for what came of some work, at most until an instant; empty if that came first. The world's thread. */
    Optional<Runnable> await(long untilNanos);

    /** Puts something in for the world's thread to do; any thread. */
    void post(Runnable news);

    /** Ends the lanes; work under way is let finish, then the links are given back. */
    @Override
    void close();
}
