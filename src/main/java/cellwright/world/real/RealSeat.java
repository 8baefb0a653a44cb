package cellwright.world.real;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.SamplingPlan;
import cellwright.engine.sense.SenseRules;
import cellwright.engine.sense.Senses;
import cellwright.instrument.Control;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** One channel of the real world: its instruments, its plan, its alarm clock. The world's thread. */
final class RealSeat implements Guest {
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
    private Senses senses;
    private final List<Command> waiting = new ArrayList<>();
    private Optional<Berth> measuring = Optional.empty();

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
            SenseRules rules,
            Consumer<Event> events) {
        this.order = order;
        this.potentiostat = potentiostat;
        this.companions = List.copyOf(companions);
        this.interlock = interlock;
        this.patience = patience;
        this.stuck = new StuckWatch(patience.stuckNanos());
        this.senses = Senses.of(rules);
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

    void perform(Effect.Command command, long nowNanos) {
        switch (command) {
            case Effect.Apply apply -> apply(apply, nowNanos);
            case Effect.Disconnect disconnect -> disconnect(disconnect, nowNanos);
            case Effect.Setpoint setpoint -> setpoint(setpoint, nowNanos);
            case Effect.Measure measure -> measure(measure, nowNanos);
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
                at -> {
                    senses = senses.inForce(at);
                    acknowledge(apply.order(), at);
                },
                nowNanos);
    }

    private void acknowledge(long order, long at) {
        events.accept(new Event.Acknowledged(stamp(at), order));
    }

    private void disconnect(Effect.Disconnect disconnect, long nowNanos) {
        drive(new Control.Open());
        tell(potentiostat, Terminal::open, at -> acknowledge(disconnect.order(), at), nowNanos);
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
                regulator.get().setPoints.giving(setpoint),
                at -> acknowledge(setpoint.order(), at),
                nowNanos);
    }

    /** The potentiostat measures spectra itself, or a companion does that is wired to the same cell. */
    private void measure(Effect.Measure order, long nowNanos) {
        Optional<Berth> analyser = Stream.concat(Stream.of(potentiostat), companions.stream())
                .filter(berth -> berth.traits().flatMap(Traits::analyser).isPresent())
                .findFirst();
        if (analyser.isEmpty()) {
            events.accept(new Event.Failed(
                    stamp(nowNanos),
                    "nothing that is connected on channel " + name() + " measures spectra; check its analyser"));
            return;
        }
        stuck.restart();
        senses = senses.disturbed();
        Command place = Command.placeholder();
        waiting.add(place);
        measuring = analyser;
        analyser.get().measure(place, order.sweep(), (spectrum, at) -> taken(order, spectrum, at), nowNanos);
    }

    private void taken(Effect.Measure order, Spectrum spectrum, long at) {
        measuring = Optional.empty();
        senses = senses.inForce(at);
        silentFromNanos = Math.max(silentFromNanos, at);
        events.accept(answer(order, spectrum, at));
    }

    private Event answer(Effect.Measure order, Spectrum spectrum, long at) {
        int points = spectrum.points().size();
        return points <= Event.SpectrumTaken.POINTS_MAX
                ? new Event.SpectrumTaken(stamp(at), order.order(), spectrum)
                : new Event.Failed(
                        stamp(at),
                        "the analyser of channel " + name() + " returned " + points + " points; at most "
                                + Event.SpectrumTaken.POINTS_MAX + " can be kept, ask for fewer per decade");
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

    private void tell(Berth berth, Terminal.Task<Boolean> task, LongConsumer done, long nowNanos) {
        Command command = new Command(task, done);
        waiting.add(command);
        berth.tell(command, nowNanos);
    }

    private void drive(Control next) {
        control = next;
        senses = senses.driven(next);
        safeInARow = 0;
        waiting.clear();
        stuck.restart();
    }

    /**
     * Ahead of everything; what the channel's instruments have not been told yet, they are not told any more. It is safe once
     * nothing excites the cell any more: neither the potentiostat nor an analyser that is an instrument of its own.
     */
    void makeSafe(long nowNanos) {
        waiting.forEach(Command::strikeOut);
        waiting.clear();
        control = new Control.Open();
        senses = senses.driven(control);
        stuck.restart();
        boolean inARow = safeInARow > 0 && nowNanos - safeAskedNanos < IN_A_ROW_NANOS;
        safeInARow = inARow ? safeInARow + 1 : 1;
        safeAskedNanos = nowNanos;
        Set<Berth> exciting = new LinkedHashSet<>(List.of(potentiostat));
        measuring.ifPresent(exciting::add);
        List.copyOf(exciting)
                .forEach(berth -> berth.makeSafe(this, at -> {
                    exciting.remove(berth);
                    if (exciting.isEmpty()) {
                        measuring = Optional.empty();
                        events.accept(new Event.Safe(stamp(at)));
                    }
                }));
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

    @Override
    public void connected(Berth berth, Traits traits, Optional<Reading> found) {
        if (berth != potentiostat) {
            berth.tell(new Command(berth.setPoints.comparing(berth.name()), at -> {}), lastNanos);
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
            readAside(reading.atNanos());
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
            senses = senses.after(joined, Joining.secondVoltage(at, companions, patience.staleNanos()));
            senses.finding().ifPresent(finding -> events.accept(new Event.Failed(stamp(at), finding)));
        }
    }

    /** While an analyser has the cell, press and chamber are watched all the same. */
    private void readAside(long atNanos) {
        if (potentiostat.isOccupied() && plan.isPresent() && latest.isPresent()) {
            Joining.aside(latest.get(), Math.max(atNanos, lastNanos), companions, patience.staleNanos())
                    .ifPresent(reading -> {
                        stamp(reading.atNanos());
                        events.accept(new Event.Measured(reading));
                    });
        }
    }

    @Override
    public void failed(Berth berth, long atNanos, String message) {
        measuring = measuring.filter(analyser -> analyser != berth || berth.isReady());
        events.accept(new Event.Failed(stamp(atNanos), message));
    }
}
