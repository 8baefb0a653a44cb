package cellwright.journal;

import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reader's dictionary of one segment. */
final class SignalIndex {
    private static final int LARGEST_ID = 1 << 20;

    private final List<Optional<Signal>> byId = new ArrayList<>();

    void clear() {
        byId.clear();
    }

    void define(long id, Signal signal) throws BadRecord {
        if (id < 0 || id > LARGEST_ID) {
            throw new BadRecord("signal id " + id + " is out of range");
        }
        while (byId.size() <= id) {
            byId.add(Optional.empty());
        }
        Optional<Signal> known = byId.get((int) id);
        if (known.isPresent() && !known.get().equals(signal)) {
            throw new BadRecord("signal id " + id + " stands for " + known.get() + " and for " + signal);
        }
        byId.set((int) id, Optional.of(signal));
    }

    boolean knows(long id) {
        return id >= 0 && id < byId.size() && byId.get((int) id).isPresent();
    }

    Signal signal(long id) throws BadRecord {
        if (!knows(id)) {
            throw new BadRecord("signal id " + id + " is defined in damaged bytes only");
        }
        return byId.get((int) id).orElseThrow();
    }
}
