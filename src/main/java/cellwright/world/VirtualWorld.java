package cellwright.world;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.World;
import cellwright.engine.sense.SenseRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A laboratory in virtual time. One thread; reads no clock, so the same rigs and events always give the same run.
 */
public final class VirtualWorld implements World {
    private final List<VirtualSeat> seats = new ArrayList<>();
    private final PriorityQueue<Ticket> queue = new PriorityQueue<>();
    private long tickets;

    /** A world with one simulated rig a channel, whose readings are judged by the usual {@link SenseRules}. */
    public VirtualWorld(List<Rig> rigs) {
        this(rigs, SenseRules.USUAL);
    }

    /** The same with other rules of what is plausible. */
    public VirtualWorld(List<Rig> rigs, SenseRules rules) {
        for (Rig rig : rigs) {
            seats.add(new VirtualSeat(rig, rules));
        }
    }

    /** Virtual time of a channel, nanoseconds. */
    public long nowNanos(int channel) {
        return seats.get(channel).nowNanos();
    }

    /**
     * Lets an event happen to a channel at its time: an operator's request, a fault.
     *
     * @throws IllegalArgumentException if its time lies before {@link #nowNanos(int)}
     */
    public void schedule(int channel, Event event) {
        seats.get(channel).schedule(event);
    }

    @Override
    public void perform(int channel, Effect.Command command) {
        seats.get(channel).perform(command);
    }

    @Override
    public Optional<Occurrence> take() {
        for (int channel = 0; channel < seats.size(); channel++) {
            VirtualSeat seat = seats.get(channel);
            if (!seat.queued) {
                enqueue(channel, seat);
            }
        }
        Ticket next = queue.poll();
        if (next == null) {
            return Optional.empty();
        }
        seats.get(next.channel).queued = false;
        return Optional.of(new Occurrence(next.channel, next.event));
    }

    private void enqueue(int channel, VirtualSeat seat) {
        Optional<Event> event = seat.next();
        if (event.isPresent()) {
            seat.queued = true;
            queue.add(new Ticket(event.get().atNanos(), tickets++, channel, event.get()));
        }
    }

    private record Ticket(long atNanos, long number, int channel, Event event) implements Comparable<Ticket> {
        @Override
        public int compareTo(Ticket other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
