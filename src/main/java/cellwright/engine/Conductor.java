package cellwright.engine;

import cellwright.engine.EventLog.LogFailure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The loop: takes an event from the world, makes it durable where that matters, asks the channel what follows, and has it
 * done. One thread.
 *
 * <p>The order is the contract: log, limits, consequences. A command that changes a cell is handed over only after the
 * event that led to it is durable; {@link Effect.MakeSafe} waits for nothing. If the log fails, every channel is made
 * safe and nothing is driven any more.
 */
public final class Conductor {
    private final World world;
    private final EventLog log;
    private final Reports reports;
    private final List<ChannelState> states;
    private Optional<LogFailure> logFailure = Optional.empty();
    private final BitSet untold = new BitSet();
    private boolean undurable;
    private long latestNanos = Long.MIN_VALUE;

    /** A conductor of channels that are idle. */
    public Conductor(World world, EventLog log, Reports reports, int channels) {
        this(world, log, reports, Collections.nCopies(channels, new ChannelState.Idle()));
    }

    /**
     * A conductor that goes on where another one was. Who makes it tells each channel with a run that it was gone, by
     * {@link Event.Recovered}, before anything else.
     *
     * @param states what the channels were doing, by number
     */
    public Conductor(World world, EventLog log, Reports reports, List<? extends ChannelState> states) {
        this.world = world;
        this.log = log;
        this.reports = reports;
        this.states = new ArrayList<>(states);
    }

    /** What a channel is doing. */
    public ChannelState state(int channel) {
        return states.get(channel);
    }

    /** Why the log can no longer be written, if it cannot. */
    public Optional<LogFailure> logFailure() {
        return logFailure;
    }

    /** Takes one event from the world and carries it through; false if nothing will ever happen again. */
    public boolean step() {
        Optional<World.Occurrence> next = world.take();
        next.ifPresent(occurrence -> handle(occurrence.channel(), occurrence.event()));
        return next.isPresent();
    }

    /** Carries an event through that did not come from the world: a start, a request. */
    public void handle(int channel, Event event) {
        latestNanos = Math.max(latestNanos, event.atNanos());
        append(channel, event);
        carryThrough(channel, event);
        tellOfFailure();
    }

    private void carryThrough(int channel, Event event) {
        Transition transition = Channel.on(states.get(channel), event);
        states.set(channel, transition.state());
        for (Effect effect : transition.effects()) {
            switch (effect) {
                case Effect.Report report -> reports.report(channel, report);
                case Effect.Command command -> perform(channel, command);
            }
        }
    }

    /** Makes every event so far durable; the way readings are committed in groups and a run's end is sealed. */
    public void commit() {
        makeDurable();
        tellOfFailure();
    }

    private void makeDurable() {
        if (logFailure.isPresent() || !undurable) {
            return;
        }
        try {
            log.commit();
            undurable = false;
        } catch (LogFailure failure) {
            fail(failure);
        }
    }

    private void perform(int channel, Effect.Command command) {
        if (!command.needsDurableIntent()) {
            world.perform(channel, command);
            return;
        }
        makeDurable();
        if (logFailure.isEmpty()) {
            world.perform(channel, command);
        } else {
            untold.set(channel);
        }
    }

    private void append(int channel, Event event) {
        if (logFailure.isPresent()) {
            return;
        }
        try {
            undurable = true;
            log.append(channel, event);
        } catch (LogFailure failure) {
            fail(failure);
        }
    }

    private void fail(LogFailure failure) {
        logFailure = Optional.of(failure);
        untold.set(0, states.size());
    }

    /** Every channel learns once that the log failed, and again when it asks for something it cannot have therefore. */
    private void tellOfFailure() {
        while (!untold.isEmpty()) {
            int channel = untold.nextSetBit(0);
            untold.clear(channel);
            String message = "the journal cannot be written: "
                    + logFailure.map(LogFailure::getMessage).orElse("");
            carryThrough(channel, new Event.Failed(latestNanos, message));
        }
    }

    /** Told of everything that followers may want to know, in order; must not throw. */
    @FunctionalInterface
    public interface Reports {
        /** A report of a channel. */
        void report(int channel, Effect.Report report);
    }
}
