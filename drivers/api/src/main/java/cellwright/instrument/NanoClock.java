package cellwright.instrument;

/** A monotonic clock: a single method, any thread. In simulation its time is the virtual one. */
@FunctionalInterface
public interface NanoClock {
    /** Nanoseconds since an origin fixed for the life of the process; never runs backwards. */
    long nanos();
}
