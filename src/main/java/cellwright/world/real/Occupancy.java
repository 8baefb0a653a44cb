package cellwright.world.real;

import java.util.ArrayList;
import java.util.List;

/**
 * Who has a lane: whether measurements have it to themselves, so that none of the instruments on it can be read, and whose turn
 * it is of those that do not answer. One for each lane; the world's thread.
 */
final class Occupancy {
    private final List<Berth> tenants = new ArrayList<>();
    private final Turns turns = new Turns();
    private int measurements;

    void join(Berth tenant) {
        tenants.add(tenant);
    }

    /** Whether several instruments are on the lane. */
    boolean isShared() {
        return tenants.size() > 1;
    }

    /** Has an instrument that did not answer last time asked something in its turn, among what others are asked. */
    void askInTurn(Lane lane, Lane.Work question) {
        turns.ask(over -> lane.submit(Lane.Rank.SAMPLE, () -> {
            Runnable news = question.carryOut();
            return () -> {
                over.run();
                news.run();
            };
        }));
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
