package cellwright.store.influx;

import cellwright.protocol.InfluxPlan;
import cellwright.store.follow.Backoff;
import cellwright.store.follow.Happened;
import cellwright.store.follow.Outlet;
import cellwright.store.follow.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Hands rows, cycles and spectra on to a server that takes line protocol. The follower's thread. */
public final class InfluxOutlet implements Outlet {
    /** Longer than a server needs that is at work. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InfluxPlan plan;
    private final Wire wire;
    private final RefusedLines refused;
    private final Consumer<String> remarks;
    private final Lines lines;
    private final List<String> taken = new ArrayList<>();
    /** Of the batch under way: what was not answered yet, the next first. */
    private final Deque<List<String>> open = new ArrayDeque<>();

    private long arrived;
    private Backoff backoff = Backoff.NONE;

    /**
     * An outlet that writes by a wire.
     *
     * @param refused the file of lines that the server will never take
     * @param remarks told what a person should know
     * @throws IOException if that file cannot be read
     */
    public InfluxOutlet(InfluxPlan plan, Wire wire, Path refused, Consumer<String> remarks) throws IOException {
        this.plan = plan;
        this.wire = wire;
        this.refused = new RefusedLines(refused);
        this.remarks = remarks;
        this.lines = new Lines(plan.resolution().toNanos());
    }

    /** The wire that a target's protocol asks for. */
    public static Wire wire(InfluxTarget target) {
        return switch (target.plan().protocol()) {
            case V2 -> new ClientWire(target, PATIENCE);
            case V1 -> new PlainWire(target, PATIENCE);
        };
    }

    @Override
    public void take(Happened happened) {
        happened.told().forEach(this::take);
    }

    /** Takes something to be delivered. */
    public void take(Told told) {
        lines.of(told, taken::add);
    }

    @Override
    public boolean isFull() {
        return taken.size() >= plan.batch();
    }

    @Override
    public Delivery deliver(long nowNanos) {
        if (!taken.isEmpty()) {
            for (int from = 0; from < taken.size(); from += plan.batch()) {
                open.addLast(List.copyOf(taken.subList(from, Math.min(from + plan.batch(), taken.size()))));
            }
            taken.clear();
        }
        try {
            return send(nowNanos);
        } catch (IOException failure) {
            return later(nowNanos, 0, "what the server refused cannot be put aside: " + failure.getMessage());
        }
    }

    private Delivery send(long nowNanos) throws IOException {
        while (!open.isEmpty()) {
            List<String> next = open.peekFirst();
            switch (wire.write(String.join("\n", next))) {
                case Wire.Reply.Taken ignored -> {
                    open.removeFirst();
                    arrived += next.size();
                    backoff = Backoff.NONE;
                }
                case Wire.Reply.Malformed malformed -> {
                    putAside(next, malformed);
                    open.removeFirst();
                    halves(next);
                }
                case Wire.Reply.Barred barred -> {
                    return later(
                            nowNanos,
                            0,
                            plan.url() + " takes nothing (" + barred.message()
                                    + "); look at token, org and bucket of \"influx\" in the configuration");
                }
                case Wire.Reply.Busy busy -> {
                    return later(
                            nowNanos, busy.afterNanos().orElse(0), plan.url() + " does not take it: " + busy.message());
                }
            }
        }
        long items = arrived;
        arrived = 0;
        return new Delivery.Done(items);
    }

    private void putAside(List<String> lines, Wire.Reply.Malformed why) throws IOException {
        if (lines.size() == 1) {
            refused.put(lines.getFirst(), why.message());
            remarks.accept("ALARM: " + plan.url() + " refused a row (" + why.message() + "); it is kept in "
                    + refused.file() + ", the others went on");
        }
    }

    private void halves(List<String> lines) {
        if (lines.size() > 1) {
            int middle = lines.size() / 2;
            open.addFirst(lines.subList(middle, lines.size()));
            open.addFirst(lines.subList(0, middle));
        }
    }

    private Delivery later(long nowNanos, long atLeastNanos, String why) {
        backoff = backoff.more();
        return new Delivery.Later(nowNanos + Math.max(atLeastNanos, backoff.waitNanos()), why);
    }

    @Override
    public void clear() {
        taken.clear();
        open.clear();
        arrived = 0;
    }

    @Override
    public long putAside() {
        return refused.count();
    }

    @Override
    public void close() {
        wire.close();
    }
}
