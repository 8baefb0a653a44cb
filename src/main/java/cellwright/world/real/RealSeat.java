package cellwright.world.real;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.SamplingPlan;
import cellwright.instrument.Control;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One channel of the real world: its instruments, its plan, its alarm clock. The world's thread. */
final class RealSeat implements Berth.Guest {
    private static final long NEVER = Long.MAX_VALUE;
    /** Told so often in a row, at distances below half a second, a cell that is not at rest is opened another way. */
    private static final int SECOND_WAY_AT = 4;

    private static final long IN_A_ROW_NANOS = 500_000_000L;

    private final ChannelOrder order;
    private final Berth potentiostat;
    private final List<Berth> companions;
    private final Optional<Berth> interlock;
    private final Patience patience;
    private final StuckWatch stuck;
    private final Consumer<Event> events;
    private final List<Berth.Command> waiting = new ArrayList<>();

    private Optional<SamplingPlan> plan = Optional.empty();
    private Control control = new Control.Open();
    private Optional<Reading> latest = Optional.empty();
    private long wakeNanos = NEVER;
    private long heardNanos;
    private long silentFromNanos;
    private boolean silenceTold = true;
    private long lastNanos = Long.MIN_VALUE;
    private int safeInARow;
    private long safeAskedNanos = Long.MIN_VALUE;

    RealSeat(
            ChannelOrder order,
            Berth potentiostat,
            List<Berth> companions,
            Optional<Berth> interlock,
            Patience patience,
            Consumer<Event> events) {
        this.order = order;
        this.potentiostat = potentiostat;
        this.companions = List.copyOf(companions);
        this.interlock = interlock;
        this.patience = patience;
        this.stuck = new StuckWatch(patience.stuckNanos());
        this.events = events;
        potentiostat.welcome(this);
        companions.forEach(companion -> companion.welcome(this));
        interlock.ifPresent(relay -> relay.welcome(this));
    }

    String name() {
        return order.name();
    }

    Berth potentiostat() {
        return potentiostat;
    }

    List<Berth> companions() {
        return companions;
    }

    Optional<Berth> interlock() {
        return interlock;
    }

    /** The latest joined reading, whether or not a run wanted it. */
    Optional<Reading> latest() {
        return latest;
    }

    /** An instant for an event, never before the last one of this channel. */
    long stamp(long nanos) {
        lastNanos = Math.max(lastNanos, nanos);
        return lastNanos;
    }

    // ---- time
    // ----------------------------------------------------------------------------------------------------------

    long nextNanos() {
        return Math.min(wakeNanos, silenceNanos());
    }

    private long silenceNanos() {
        if (silenceTold || plan.isEmpty() || plan.get().silenceNanos() >= NEVER - Math.max(0, silentFromNanos)) {
            return NEVER;
        }
        return silentFromNanos + plan.get().silenceNanos() + 1;
    }

    void tick(long nowNanos) {
        if (nowNanos >= wakeNanos) {
            wakeNanos = NEVER;
            events.accept(new Event.Due(stamp(nowNanos)));
        }
        if (nowNanos >= silenceNanos()) {
            silenceTold = true;
            silentFromNanos = nowNanos;
            events.accept(new Event.Silent(stamp(nowNanos), heardNanos));
        }
    }

    // ---- commands
    // ------------------------------------------------------------------------------------------------------

    void perform(Effect.Command command, long nowNanos) {
        switch (command) {
            case Effect.Apply apply -> apply(apply, nowNanos);
            case Effect.Disconnect disconnect -> disconnect(disconnect, nowNanos);
            case Effect.Setpoint setpoint -> setpoint(setpoint, nowNanos);
            case Effect.MakeSafe ignored -> makeSafe(nowNanos);
            case Effect.Sample sample -> follow(sample.plan(), nowNanos);
            case Effect.WakeAt wake -> wakeNanos = wake.atNanos();
        }
    }

    private void apply(Effect.Apply apply, long nowNanos) {
        drive(apply.control());
        tell(
                potentiostat,
                instrument -> {
                    ((Potentiostat) instrument).apply(apply.control(), apply.guard());
                    return true;
                },
                apply.order(),
                nowNanos);
    }

    private void disconnect(Effect.Disconnect disconnect, long nowNanos) {
        drive(new Control.Open());
        tell(potentiostat, Terminal::open, disconnect.order(), nowNanos);
    }

    private void setpoint(Effect.Setpoint setpoint, long nowNanos) {
        Optional<Berth> regulator = regulator(setpoint.signal());
        if (regulator.isEmpty()) {
            events.accept(new Event.Failed(
                    stamp(nowNanos),
                    "nothing that is connected on channel " + name() + " regulates "
                            + setpoint.signal().name() + "; check press and chamber"));
            return;
        }
        tell(
                regulator.get(),
                instrument -> {
                    ((Regulator) instrument).setpoint(setpoint.signal(), setpoint.value(), setpoint.ramp());
                    return true;
                },
                setpoint.order(),
                nowNanos);
    }

    private Optional<Berth> regulator(Signal signal) {
        List<Berth> all = new ArrayList<>(companions);
        all.add(potentiostat);
        return all.stream()
                .filter(berth -> berth.traits()
                        .filter(traits -> traits.regulates().containsKey(signal))
                        .isPresent())
                .findFirst();
    }

    private void tell(Berth berth, Terminal.Task<Boolean> task, long number, long nowNanos) {
        Berth.Command command = new Berth.Command(task, at -> events.accept(new Event.Acknowledged(stamp(at), number)));
        waiting.add(command);
        berth.tell(command, nowNanos);
    }

    private void drive(Control next) {
        control = next;
        safeInARow = 0;
        waiting.clear();
        stuck.restart();
    }

    /** Ahead of everything; what the channel's instruments have not been told yet, they are not told any more. */
    void makeSafe(long nowNanos) {
        waiting.forEach(Berth.Command::strikeOut);
        waiting.clear();
        control = new Control.Open();
        stuck.restart();
        boolean inARow = safeInARow > 0 && nowNanos - safeAskedNanos < IN_A_ROW_NANOS;
        safeInARow = inARow ? safeInARow + 1 : 1;
        safeAskedNanos = nowNanos;
        potentiostat.makeSafe(this, at -> events.accept(new Event.Safe(stamp(at))));
        if (safeInARow == SECOND_WAY_AT) {
            takeTheSecondWay(nowNanos);
        }
    }

    private void takeTheSecondWay(long nowNanos) {
        if (interlock.isPresent()) {
            Berth second = interlock.get();
            events.accept(new Event.Failed(
                    stamp(nowNanos),
                    potentiostat.name() + " does not bring the cell to rest; the circuit is opened by "
                            + second.name()));
            second.makeSafe(
                    this,
                    at -> events.accept(new Event.Failed(
                            stamp(at), second.name() + " says that it has opened the circuit; look at the cell")));
        }
    }

    private void follow(SamplingPlan next, long nowNanos) {
        if (plan.isEmpty()) {
            heardNanos = nowNanos;
            silentFromNanos = nowNanos;
        }
        plan = Optional.of(next);
        silenceTold = false;
        boolean idle = next.watches().isEmpty() && next.gridNanos() == 0 && next.maxGapNanos() == NEVER;
        boolean hurried = !idle || next.silenceNanos() < 3 * patience.idleNanos();
        potentiostat.hurry(this, hurried, nowNanos);
        companions.forEach(companion -> companion.hurry(this, hurried, nowNanos));
    }

    // ---- what comes from the instruments
    // -------------------------------------------------------------------------------

    @Override
    public void connected(Berth berth, Traits traits, Optional<Reading> found) {
        if (berth != potentiostat) {
            return;
        }
        found.ifPresent(reading -> read(berth, reading));
        if (plan.isEmpty()) {
            potentiostat.makeSafe(this, at -> {});
        }
    }

    @Override
    public void read(Berth berth, Reading reading) {
        if (berth != potentiostat) {
            return;
        }
        long at = Math.max(reading.atNanos(), lastNanos);
        Reading joined = Joining.join(reading, at, companions, patience.staleNanos());
        if (stuck.isStuck(control, joined)) {
            joined = Joining.doubting(joined, StuckWatch.suspect(control));
        }
        latest = Optional.of(joined);
        heardNanos = at;
        silentFromNanos = at;
        if (plan.isPresent()) {
            silenceTold = false;
            stamp(at);
            events.accept(new Event.Measured(joined));
        }
    }

    @Override
    public void failed(Berth berth, long atNanos, String message) {
        events.accept(new Event.Failed(stamp(atNanos), message));
    }
}
