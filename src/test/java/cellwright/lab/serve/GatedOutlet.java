package cellwright.lab.serve;

import cellwright.store.follow.Happened;
import cellwright.store.follow.Outlet;
import cellwright.store.follow.Told;
import java.util.ArrayList;
import java.util.List;

/** An outlet with a gate: what was taken arrives when it is open. */
final class GatedOutlet implements Outlet {
    final List<Told> arrived = new ArrayList<>();
    private final List<Told> taken = new ArrayList<>();
    boolean open = true;

    @Override
    public void take(Happened happened) {
        taken.addAll(happened.told());
    }

    @Override
    public boolean isFull() {
        return taken.size() > 100;
    }

    @Override
    public Delivery deliver(long nowNanos) {
        if (!open) {
            return new Delivery.Later(nowNanos + 1_000_000_000L, "the gate is shut");
        }
        int count = taken.size();
        arrived.addAll(taken);
        taken.clear();
        return new Delivery.Done(count);
    }

    @Override
    public void clear() {
        taken.clear();
    }

    @Override
    public long putAside() {
        return 0;
    }

    @Override
    public void close() {}
}
