package cellwright.world.real;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether measurements have a lane to themselves, so that none of the instruments on it can be read. One for each lane; the
 * world's thread.
 */
final class Occupancy {
    private final List<Berth> tenants = new ArrayList<>();
    private int measurements;

    void join(Berth tenant) {
        tenants.add(tenant);
    }

    boolean isTaken() {
        return measurements > 0;
    }

    void take() {
        measurements++;
    }

    /** A measurement is over; if it was the last, everybody on the lane is read again. */
    void free(long nowNanos) {
        measurements--;
        if (measurements == 0) {
            tenants.forEach(tenant -> tenant.goOn(nowNanos));
        }
    }
}
