package cellwright.benchmarks;

import cellwright.engine.Effect;
import cellwright.journal.Poisoned;
import cellwright.lab.Rehearsal;
import java.util.Optional;

/** Nobody looks at the run; only a journal that fails is not put up with. */
final class Unwatched implements Rehearsal.Watcher {
    @Override
    public void report(Effect.Report report) {}

    @Override
    public void progress(long virtualNanos, long events) {}

    @Override
    public void poisoned(Poisoned poisoned) {
        throw new IllegalStateException(poisoned.message());
    }

    @Override
    public Optional<String> stopAskedBy() {
        return Optional.empty();
    }
}
