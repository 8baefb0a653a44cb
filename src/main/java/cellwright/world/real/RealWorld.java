package cellwright.world.real;

import cellwright.engine.Effect;
import cellwright.engine.World;
import cellwright.engine.sense.SenseRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The laboratory by the clock. Used by one thread, the conductor's, but for {@link #wake()}; instruments are talked to on the
 * lanes of the {@link Lanes}.
 */
public final class RealWorld implements World {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long AT_ONCE = Long.MIN_VALUE;
    /** News taken in before time is looked at, so that what has arrived is known before silence is judged. */
    private static final int NEWS_AT_ONCE = 256;

    private final Lanes lanes;
    private final Map<String, Berth> berths = new LinkedHashMap<>();
    private final List<RealSeat> seats = new ArrayList<>();
    private final Deque<Occurrence> ready = new ArrayDeque<>();
    private final Deque<String> remarks = new ArrayDeque<>();
    private boolean woken;

    /**
     * A world in which every instrument is about to be connected.
     *
     * @param channels in the order of their numbers; no potentiostat or interlock twice
     * @throws IllegalArgumentException if a channel names an instrument that is not there
     */
    public RealWorld(Lanes lanes, List<InstrumentOrder> instruments, List<ChannelOrder> channels, Patience patience) {
        this(lanes, instruments, channels, patience, SenseRules.USUAL);
    }

    /** The same with other rules of what is plausible. */
    public RealWorld(
            Lanes lanes,
            List<InstrumentOrder> instruments,
            List<ChannelOrder> channels,
            Patience patience,
            SenseRules rules) {
        this.lanes = lanes;
        Map<String, Occupancy> occupancies = new HashMap<>();
        for (InstrumentOrder order : instruments) {
            Occupancy occupancy = occupancies.computeIfAbsent(order.lane(), ignored -> new Occupancy());
            berths.put(order.name(), new Berth(order, patience, lanes.lane(order.lane()), occupancy, remarks::add));
        }
        for (ChannelOrder order : channels) {
            int channel = seats.size();
            seats.add(new RealSeat(
                    order,
                    berth(order.potentiostat()),
                    order.companions().stream().map(this::berth).toList(),
                    order.interlock().map(this::berth),
                    patience,
                    rules,
                    event -> ready.add(new Occurrence(channel, event))));
        }
    }

    private Berth berth(String name) {
        Berth berth = berths.get(name);
        if (berth == null) {
            throw new IllegalArgumentException("there is no instrument named \"" + name + "\"");
        }
        return berth;
    }

    @Override
    public void perform(int channel, Effect.Command command) {
        seats.get(channel).perform(command, lanes.clock().nanos());
    }

    /** Sends a channel's potentiostat to open circuit without anybody having asked the engine. */
    public void makeSafe(int channel) {
        seats.get(channel).makeSafe(lanes.clock().nanos());
    }

    /** An instant for an event that comes from outside: now, and never before the last event of the channel. */
    public long stamp(int channel) {
        return seats.get(channel).stamp(lanes.clock().nanos());
    }

    /** {@inheritDoc} A laboratory always has a next tick, so this is empty only after {@link #wake()}. */
    @Override
    public Optional<Occurrence> take() {
        return poll(NEVER);
    }

    /**
     * The next thing that happens, waiting for it at most until an instant; empty if that or {@link #wake()} came first. What was
     * handed over before counts as judged: no instrument is asked for another reading until who polls has seen to its last one.
     */
    public Optional<Occurrence> poll(long untilNanos) {
        woken = false;
        while (true) {
            if (ready.isEmpty()) {
                berths.values().forEach(Berth::judged);
            }
            takeIn();
            long now = lanes.clock().nanos();
            berths.values().forEach(berth -> berth.tick(now));
            seats.forEach(seat -> seat.tick(now));
            Occurrence next = ready.poll();
            if (next != null) {
                return Optional.of(next);
            }
            if (woken || now >= untilNanos) {
                return Optional.empty();
            }
            Optional<Runnable> news = lanes.await(Math.min(untilNanos, nextNanos()));
            news.ifPresent(Runnable::run);
        }
    }

    private void takeIn() {
        for (int i = 0; i < NEWS_AT_ONCE && ready.isEmpty(); i++) {
            Optional<Runnable> news = lanes.await(AT_ONCE);
            if (news.isEmpty()) {
                return;
            }
            news.get().run();
        }
    }

    private long nextNanos() {
        long next = NEVER;
        for (Berth berth : berths.values()) {
            next = Math.min(next, berth.nextNanos());
        }
        for (RealSeat seat : seats) {
            next = Math.min(next, seat.nextNanos());
        }
        return next;
    }

    /** Lets a {@link #poll} that waits return; any thread. */
    public void wake() {
        lanes.post(() -> woken = true);
    }

    /** The next thing that people should know of the laboratory and that no channel has to act upon; told once. */
    public Optional<String> remark() {
        return Optional.ofNullable(remarks.poll());
    }

    /** What the instruments of a channel said of themselves; empty as long as the potentiostat was never connected. */
    public Optional<ChannelTraits> traits(int channel) {
        RealSeat seat = seats.get(channel);
        return seat.potentiostat()
                .traits()
                .map(potentiostat -> new ChannelTraits(
                        potentiostat,
                        seat.companions().stream()
                                .flatMap(companion -> companion.traits().stream())
                                .toList(),
                        seat.companions().stream()
                                .filter(companion -> !companion.isReady())
                                .map(Berth::name)
                                .toList()));
    }

    /** How it stands with everything. */
    public LabHealth health() {
        long now = lanes.clock().nanos();
        return new LabHealth(
                now,
                berths.values().stream().map(berth -> berth.health(now)).toList(),
                seats.stream()
                        .map(seat -> new LabHealth.Channel(seat.name(), seat.latest()))
                        .toList());
    }
}
