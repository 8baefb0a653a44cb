package cellwright.simulator.cell;

/** Walks a cell through time in steps as long as its tolerance allows, as a rig would. */
public final class Walk {
    private static final long FIRST_NANOS = 1_000_000;
    private static final long SHORTEST_NANOS = 1_000;

    private final CellModel cell;
    private long nowNanos;
    private long wishNanos = FIRST_NANOS;
    private long steps;

    /** Begins at time 0. */
    public Walk(CellModel cell) {
        this.cell = cell;
    }

    /** When we are. */
    public long nowNanos() {
        return nowNanos;
    }

    /** How many steps were accepted. */
    public long steps() {
        return steps;
    }

    /** Changes the drive. */
    public void drive(Drive drive) {
        cell.disturb();
        cell.settle(drive, nowNanos);
        wishNanos = FIRST_NANOS;
    }

    /** Walks on to an instant under a drive. */
    public void until(Drive drive, double seconds) {
        long end = Math.round(seconds * 1e9);
        while (nowNanos < end) {
            step(drive, end);
        }
    }

    /** Makes one step, at most to an instant. */
    public void step(Drive drive, long endNanos) {
        long nanos = Math.min(wishNanos, endNanos - nowNanos);
        double error = cell.propose(drive, nowNanos, nanos);
        while (!(error <= 1) && nanos > SHORTEST_NANOS) {
            nanos = Math.max(SHORTEST_NANOS, (long) (nanos * Math.max(0.2, 0.9 / Math.sqrt(error))));
            error = cell.propose(drive, nowNanos, nanos);
        }
        cell.accept();
        nowNanos += nanos;
        wishNanos = (long) Math.min(8.64e13, nanos * Math.min(2.5, 0.9 / Math.sqrt(Math.max(error, 1e-12))) + 1);
        steps++;
    }
}
