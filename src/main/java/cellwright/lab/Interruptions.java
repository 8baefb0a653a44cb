package cellwright.lab;

import cellwright.engine.Cause;
import cellwright.engine.ChannelState;
import cellwright.engine.ChannelState.Running;
import cellwright.engine.Event;
import cellwright.store.Interruption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Notes, while a run is replayed, when it did not go on by its protocol, and why. One thread. */
final class Interruptions {
    private static final double NANO = 1e-9;

    private final List<Interruption> over = new ArrayList<>();
    private Optional<Interruption> open = Optional.empty();
    private Optional<Cause> openFor = Optional.empty();

    /** Takes an event and the state it led to. */
    void after(Event event, ChannelState state) {
        switch (state) {
            case ChannelState.Idle ignored -> {}
            case Running running -> close(event.atNanos(), running);
            case ChannelState.Stopping stopping -> see(event, stopping.at(), stopping.cause());
            case ChannelState.Held held -> see(event, held.at(), held.cause());
            case ChannelState.Ended ended -> close(event.atNanos(), ended.run().startedNanos());
        }
    }

    /** Those so far; the last may still go on. */
    List<Interruption> soFar() {
        List<Interruption> all = new ArrayList<>(over);
        open.ifPresent(all::add);
        return List.copyOf(all);
    }

    private void see(Event event, Running at, Cause cause) {
        if (cause.kind() == Cause.Kind.COMPLETE) {
            return;
        }
        long started = at.run().startedNanos();
        if (openFor.filter(cause::equals).isEmpty()) {
            close(event.atNanos(), started);
            long from = event instanceof Event.Recovered recovered ? recovered.lastNanos() : event.atNanos();
            open(from, at, cause.kind(), cause.message());
            openFor = Optional.of(cause);
        } else if (event instanceof Event.Recovered recovered) {
            over.add(interruption(
                            recovered.lastNanos(),
                            at,
                            Cause.Kind.INTERRUPTION,
                            "the program was gone while the cell was held")
                    .until((recovered.atNanos() - started) * NANO));
        }
    }

    private void open(long fromNanos, Running at, Cause.Kind kind, String message) {
        open = Optional.of(interruption(fromNanos, at, kind, message));
    }

    private static Interruption interruption(long fromNanos, Running at, Cause.Kind kind, String message) {
        return new Interruption(
                (fromNanos - at.run().startedNanos()) * NANO,
                Double.NaN,
                at.leaf().stepCount(),
                at.leaf().op().path(),
                kind.name().toLowerCase(Locale.ROOT),
                message);
    }

    private void close(long atNanos, Running running) {
        close(atNanos, running.run().startedNanos());
    }

    private void close(long atNanos, long startedNanos) {
        open.ifPresent(interruption -> over.add(interruption.until((atNanos - startedNanos) * NANO)));
        open = Optional.empty();
        openFor = Optional.empty();
    }
}
