package cellwright.world.real;

/**
 * Instants at which something is due, fixed beforehand: lateness never adds up. What was due while nobody could attend to it is
 * counted as missed, and left out.
 */
final class Ticks {
    private long periodNanos;
    private long nextNanos;
    private long missed;
    private long dueNanos;

    Ticks(long periodNanos, long fromNanos) {
        this.periodNanos = periodNanos;
        this.nextNanos = fromNanos;
        this.dueNanos = fromNanos;
    }

    long nextNanos() {
        return nextNanos;
    }

    long missed() {
        return missed;
    }

    /** When what passed last was due; where some before it were missed, the first of them. */
    long dueNanos() {
        return dueNanos;
    }

    /** Another period, from now on; a longer one does not put off what is due sooner. */
    void pace(long newPeriodNanos, long nowNanos) {
        if (newPeriodNanos != periodNanos) {
            periodNanos = newPeriodNanos;
            nextNanos = Math.min(nextNanos, nowNanos + newPeriodNanos);
        }
    }

    /** The first tick from now on, a period ahead. */
    void begin(long nowNanos) {
        nextNanos = nowNanos + periodNanos;
    }

    /**
     * Whether something is due and can be attended to.
     *
     * @param free whether it can; a tick that comes while it cannot is missed
     */
    boolean pass(long nowNanos, boolean free) {
        if (nowNanos < nextNanos) {
            return false;
        }
        long late = nowNanos - nextNanos;
        dueNanos = nextNanos;
        long over = late / periodNanos;
        missed += over + (free ? 0 : 1);
        nextNanos += (over + 1) * periodNanos;
        return free;
    }
}
