package cellwright.cli;

import cellwright.journal.RealDisk;
import cellwright.lab.RunColumns;
import cellwright.lab.serve.LabOrder;
import cellwright.lab.serve.Notices;
import cellwright.lab.serve.Serving;
import cellwright.protocol.StorePlan;
import cellwright.store.columns.ColumnOutlet;
import cellwright.store.follow.Follower;
import cellwright.store.influx.InfluxOutlet;
import cellwright.store.influx.InfluxTarget;
import cellwright.world.Messenger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a served laboratory hands on while it is served, to its own columns and to others, by a thread for each.
 *
 * @param feedsColumns whether rows go to the columns of their runs
 * @param target where else to, if anywhere
 * @param deliveries what is under way
 */
record Handing(boolean feedsColumns, Optional<InfluxTarget> target, List<Delivery> deliveries)
        implements AutoCloseable {
    /** Finer than any two rows of a run are apart; columns have no use for labels. */
    private static final long FINEST_NANOS = 1;

    /**
     * One that reads, and hands on.
     *
     * @param follower reads and hands on
     * @param messenger takes its steps
     */
    record Delivery(Follower follower, Messenger messenger) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            messenger.close();
            follower.close();
        }
    }

    /** Begins to hand on. */
    static Handing begin(LabOrder order, Optional<InfluxTarget> influx, Serving serving, Notices notices)
            throws IOException {
        List<Delivery> deliveries = new ArrayList<>();
        StorePlan store = order.plan().store();
        if (influx.isPresent()) {
            deliveries.add(influx(order, influx.get(), serving, notices));
        }
        if (store.columns()) {
            deliveries.add(columns(order, store, serving, notices));
        }
        return new Handing(store.columns(), influx, deliveries);
    }

    private static Delivery columns(LabOrder order, StorePlan store, Serving serving, Notices notices) {
        Follower follower = serving.follow(
                new ColumnOutlet(new RealDisk(), RunColumns.homes(order.runs()), notices::remark),
                new Follower.Terms(
                        "columns",
                        "readings/ of each run",
                        FINEST_NANOS,
                        store.alarmAfter().toNanos(),
                        notices::remark));
        return new Delivery(follower, Messenger.uninterrupted("columns", serving::nowNanos, now -> follower.step(now)
                .againNanos()));
    }

    private static Delivery influx(LabOrder order, InfluxTarget target, Serving serving, Notices notices)
            throws IOException {
        InfluxOutlet outlet = new InfluxOutlet(
                target.plan(),
                InfluxOutlet.wire(target),
                order.followers().resolve("influx-refused.lp"),
                notices::remark);
        Follower follower = serving.follow(
                outlet,
                new Follower.Terms(
                        "influx",
                        target.toString(),
                        target.plan().resolution().toNanos(),
                        target.plan().alarmAfter().toNanos(),
                        notices::remark));
        return new Delivery(follower, new Messenger("influx", serving::nowNanos, now -> follower.step(now)
                .againNanos()));
    }

    @Override
    public void close() throws IOException {
        for (Delivery delivery : deliveries.reversed()) {
            delivery.close();
        }
    }
}
