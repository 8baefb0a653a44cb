package cellwright.cli;

import cellwright.lab.serve.LabOrder;
import cellwright.lab.serve.Notices;
import cellwright.lab.serve.Serving;
import cellwright.store.follow.Follower;
import cellwright.store.influx.InfluxOutlet;
import cellwright.store.influx.InfluxTarget;
import cellwright.world.Messenger;
import java.io.IOException;
import java.util.Optional;

/**
 * What a served laboratory hands on to others while it is served, by a thread of its own.
 *
 * @param target where to, if anywhere
 * @param follower reads and sends
 * @param messenger takes its steps
 */
record Handing(Optional<InfluxTarget> target, Optional<Follower> follower, Optional<Messenger> messenger)
        implements AutoCloseable {
    /** Begins to hand on. */
    static Handing begin(LabOrder order, Optional<InfluxTarget> influx, Serving serving, Notices notices)
            throws IOException {
        if (influx.isEmpty()) {
            return new Handing(influx, Optional.empty(), Optional.empty());
        }
        InfluxTarget target = influx.get();
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
        Messenger messenger = new Messenger(
                "influx", serving::nowNanos, now -> follower.step(now).againNanos());
        return new Handing(influx, Optional.of(follower), Optional.of(messenger));
    }

    @Override
    public void close() throws IOException {
        messenger.ifPresent(Messenger::close);
        if (follower.isPresent()) {
            follower.get().close();
        }
    }
}
