package cellwright.engine;

import cellwright.engine.EventLog.LogFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The loop: takes an event from the world, makes it durable where that matters, asks the channel what follows, and has it
 * done. One thread.
 *
 * <p>The order is the contract: log, limits, consequences. A command that changes a cell is handed over only after the
 * event that led to it is durable; {@link Effect.MakeSafe} waits for nothing. Nor does anything else wait: on a slow disk a command
 * lies by until {@link #settle} finds its event durable, while readings are judged as ever. If the log fails, every channel is
 * made safe and nothing is driven any more.
 */
public final class Conductor {
    private final World world;
    private final EventLog log;
    private final Reports reports;
    private final List<ChannelState> states;
    private Optional<LogFailure> logFailure = Optional.empty();
    private final BitSet untold = new BitSet();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long taken;
    private boolean undurable;
    private long latestNanos = Long.MIN_VALUE;

    /**
     * A command that waits for its event to be durable.
     *
     * @param taken how many events were taken in when it was given
     */
    private record Waiting(int channel, Effect.Command command, long taken) {}

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

    /** Makes every event so far durable before it returns; the way a run's end is sealed. */
    public void commit() {
        if (logFailure.isEmpty() && undurable) {
            try {
                log.commit();
                durable(taken);
            } catch (LogFailure failure) {
                fail(failure);
            }
        }
        tellOfFailure();
    }

    /**
     * Sees to it that every event so far becomes durable, and hands over the commands whose events are, without waiting.
     *
     * @return whether nothing is to be waited for: all is durable, or the log has failed
     */
    public boolean settle() {
        settleLog();
        tellOfFailure();
        return !undurable || logFailure.isPresent();
    }

    /** Has a cell made safe ahead of everything, without an event that says why, and forgets what waits for it. */
    public void makeSafe(int channel) {
        perform(channel, new Effect.MakeSafe());
    }

    /** Whether a command waits for its event to be durable. */
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    private void settleLog() {
        if (logFailure.isPresent() || !undurable) {
            return;
        }
        try {
            durable(log.settle(taken));
        } catch (LogFailure failure) {
            fail(failure);
        }
    }

    /** So many events are durable: what waited for them is done, in the order given. */
    private void durable(long events) {
        undurable = events < taken;
        while (!waiting.isEmpty() && waiting.element().taken() <= events) {
            Waiting next = waiting.remove();
            world.perform(next.channel(), next.command());
        }
    }

    private void perform(int channel, Effect.Command command) {
        if (command instanceof Effect.MakeSafe) {
            waiting.removeIf(other -> other.channel() == channel && !(other.command() instanceof Effect.Setpoint));
        }
        if (!command.needsDurableIntent()) {
            world.perform(channel, command);
            return;
        }
        if (logFailure.isEmpty()) {
            waiting.add(new Waiting(channel, command, taken));
            if (undurable) {
                settleLog();
            } else {
                durable(taken);
            }
        }
        if (logFailure.isPresent()) {
            untold.set(channel);
        }
    }

    private void append(int channel, Event event) {
        if (logFailure.isPresent()) {
            return;
        }
        try {
            undurable = true;
            taken++;
            log.append(channel, event);
        } catch (LogFailure failure) {
            fail(failure);
        }
    }

    private void fail(LogFailure failure) {
        logFailure = Optional.of(failure);
        waiting.clear();
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
