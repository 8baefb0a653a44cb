package cellwright.world.real;

/**
 * Lets a long measurement on a lane be broken off by another thread, because something more urgent waits. What is broken off is
 * the measurement under way and nothing else: one that begins later is not.
 */
public final class Breaker {
    private boolean underWay;
    private boolean broken;

    /** A measurement begins; the lane's thread. */
    synchronized void begin() {
        underWay = true;
        broken = false;
    }

    /** It is over; the lane's thread. */
    synchronized void end() {
        underWay = false;
        broken = false;
    }

    /** Breaks off what is under way; any thread. */
    synchronized void breakOff() {
        broken = underWay;
    }

    /** Whether the measurement under way is to end; any thread. */
    public synchronized boolean isBroken() {
        return broken;
    }
}
