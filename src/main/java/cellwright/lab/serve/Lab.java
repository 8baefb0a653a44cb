package cellwright.lab.serve;

import cellwright.engine.Channel;
import cellwright.engine.ChannelState;
import cellwright.engine.Conductor;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.TransitionTable.Phase;
import cellwright.protocol.Bench;
import cellwright.world.real.ChannelTraits;
import cellwright.world.real.InstrumentHealth;
import cellwright.world.real.LabHealth;
import cellwright.world.real.Lanes;
import cellwright.world.real.RealWorld;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The laboratory at work: the conductor, the world and the journal, and what people may do to them. The conductor's thread; others
 * ask through {@link LabLoop}.
 */
final class Lab {
    private static final long NEVER = Long.MAX_VALUE;

    private final LabOrder order;
    private final Surroundings surroundings;
    private final List<LabChannel> channels;
    private final LabJournal journal;
    private final Lanes lanes;
    private final RealWorld world;
    private final Conductor conductor;
    private final Compaction compaction;
    private final Set<Integer> over = new LinkedHashSet<>();
    private final List<String> heard = new ArrayList<>();

    /**
     * A laboratory that goes on with what was going on; nothing is told to an instrument before {@link #recover}.
     *
     * @param channels in the configured order
     * @param states what each was doing
     * @param journal makes the journal, given what tells the laboratory that something became durable
     */
    Lab(
            LabOrder order,
            Surroundings surroundings,
            List<LabChannel> channels,
            List<ChannelState> states,
            Function<Runnable, LabJournal> journal,
            Lanes lanes) {
        this.order = order;
        this.surroundings = surroundings;
        this.channels = channels;
        this.lanes = lanes;
        this.compaction = new Compaction(
                surroundings.packer(),
                surroundings.notices(),
                order.plan().store().parquet());
        this.world = new RealWorld(lanes, order.instruments(), order.channels(), order.patience(), order.rules());
        this.journal = journal.apply(world::wake);
        this.conductor = new Conductor(world, this.journal, this::take, states);
    }

    /** Tells a channel that the program had been gone: its cell is brought to rest, and its run is held. */
    void recover(int place, long lastNanos) {
        conductor.handle(place, new Event.Recovered(world.stamp(place), lastNanos));
    }

    LabOrder order() {
        return order;
    }

    List<LabChannel> channels() {
        return channels;
    }

    ChannelState state(int place) {
        return conductor.state(place);
    }

    LabJournal journal() {
        return journal;
    }

    Optional<String> journalFailure() {
        return conductor.logFailure().map(failure -> String.valueOf(failure.getMessage()));
    }

    /** Puts the rows of runs that are over into one file each. */
    Compaction compaction() {
        return compaction;
    }

    LabHealth health() {
        return world.health();
    }

    long nowNanos() {
        return lanes.clock().nanos();
    }

    /** Whether no cell is driven or on its way to rest. */
    boolean isAtRest() {
        for (int place = 0; place < channels.size(); place++) {
            if (isMoving(place)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a cell is driven or on its way to rest. */
    boolean isMoving(int place) {
        return switch (Phase.of(state(place))) {
            case RUNNING, STOPPING -> true;
            case IDLE, HELD, ENDED -> false;
        };
    }

    boolean isFree(int place) {
        return !Phase.of(state(place)).hasRun();
    }

    /** What a channel can do now, or why no run can begin on it. */
    Mountable mountable(int place) {
        LabChannel channel = channels.get(place);
        if (journalFailure().isPresent()) {
            return new Mountable.Not(journalFailure().get());
        }
        if (!isFree(place)) {
            return new Mountable.Not("channel " + channel.name() + " has a run that has not ended, "
                    + channel.run.map(LabRun::id).orElse("")
                    + "; end it first: cellwright stop " + channel.name());
        }
        Optional<String> absent = absent(channel);
        if (absent.isPresent()) {
            return new Mountable.Not(absent.get());
        }
        ChannelTraits traits = world.traits(place).orElseThrow();
        Optional<Bench> bench = ChannelBench.of(channel.plan, traits);
        if (bench.isEmpty()) {
            return new Mountable.Not("\"" + channel.plan.potentiostat() + "\" drives no cell; channel " + channel.name()
                    + " needs a potentiostat");
        }
        boolean simulated = !order.plan().emulated().isEmpty()
                || traits.potentiostat().identity().simulated()
                || traits.companions().stream().anyMatch(each -> each.identity().simulated());
        return new Mountable.Ready(
                bench.get(), traits.potentiostat().identity().serial(), simulated, journal.segment());
    }

    /** An instrument of the channel that is not connected, in words. */
    private Optional<String> absent(LabChannel channel) {
        List<String> needed = new ArrayList<>(channel.plan.companions());
        needed.add(channel.plan.potentiostat());
        return health().instruments().stream()
                .filter(each -> needed.contains(each.name()) && !each.ready())
                .map(Lab::absentInWords)
                .findFirst();
    }

    private static String absentInWords(InstrumentHealth instrument) {
        String why = instrument.lastFailure().isEmpty()
                ? "it is being connected; try again in a moment"
                : instrument.lastFailure();
        return "instrument \"" + instrument.name() + "\" is not connected: " + why;
    }

    /** Begins a run whose folder is ready; refused if the channel is not as it was when the run was bound. */
    Answer begin(int place, LabRun run, Bench bench, long unixNanos) {
        Mountable now = mountable(place);
        if (now instanceof Mountable.Not not) {
            return new Answer(false, not.why());
        }
        if (!(now instanceof Mountable.Ready ready)
                || !ready.bench().equals(bench)
                || !ready.serial().equals(run.serial())) {
            return new Answer(false, "the instruments of the channel changed meanwhile; try again");
        }
        channels.get(place).begin(run);
        conductor.handle(place, new Event.Started(world.stamp(place), run.id(), run.program(), unixNanos));
        conductor.settle();
        return journalFailure().map(failure -> new Answer(false, failure)).orElseGet(() -> new Answer(true, run.id()));
    }

    /** Asks something of a channel; refused with the engine's reason. */
    Answer ask(int place, Event.Request request, String by) {
        heard.clear();
        conductor.handle(place, new Event.Asked(world.stamp(place), request, by));
        conductor.settle();
        return heard.stream()
                .filter(message -> message.contains(Channel.NOT_CARRIED_OUT))
                .findFirst()
                .map(refused -> new Answer(false, refused))
                .orElseGet(() -> new Answer(true, String.join("; ", heard)));
    }

    /** Every cell to rest, now: all are told before anything is written; the runs are held. */
    void stopAll(String by) {
        for (int place = 0; place < channels.size(); place++) {
            conductor.makeSafe(place);
        }
        for (int place = 0; place < channels.size(); place++) {
            if (Phase.of(state(place)) == Phase.RUNNING) {
                ask(place, Event.Request.HOLD, by);
            }
        }
    }

    /** Carries one event through, waiting for it at most until an instant, and makes durable what has waited long enough. */
    void turn(long untilNanos) {
        heard.clear();
        world.poll(Math.min(untilNanos, commitNanos()))
                .ifPresent(next -> conductor.handle(next.channel(), next.event()));
        for (Optional<String> next = world.remark(); next.isPresent(); next = world.remark()) {
            surroundings.notices().remark(next.get());
        }
        if (nowNanos() >= commitNanos() || conductor.isWaiting()) {
            conductor.settle();
        }
        if (!over.isEmpty() && conductor.settle()) {
            over.forEach(place -> channels.get(place).run.ifPresent(this::seal));
            over.clear();
        }
    }

    private long commitNanos() {
        long since = journal.waitingSinceNanos();
        return since == NEVER || conductor.logFailure().isPresent()
                ? NEVER
                : since + order.plan().safety().commitWithin().toNanos();
    }

    /** Whether everything so far survives a power cut, which is seen to, or never will, because the journal has failed. */
    boolean isSettled() {
        return conductor.settle();
    }

    /** Makes everything durable before it returns. */
    void commit() {
        conductor.commit();
    }

    /** Lets a {@link #turn} that waits return; any thread. */
    void wake() {
        world.wake();
    }

    private void take(int place, Effect.Report report) {
        LabChannel channel = channels.get(place);
        if (report instanceof Effect.Alarm alarm) {
            if (alarm.urgency() != Effect.Urgency.REMARK) {
                channel.alarm = Optional.of(alarm);
            }
            heard.add(alarm.message());
        } else if (report instanceof Effect.RunEnded) {
            over.add(place);
        }
        surroundings.notices().report(channel.name(), report);
    }

    /** A run of which the journal holds nothing: the program ended before it began, and nothing was driven. */
    void settle(LabRun run) {
        surroundings.clerk().execute(() -> {
            try {
                Sealer.neverBegan(run.folder());
                surroundings.notices().remark("run " + run.id() + " never began; its folder says so");
            } catch (IOException failure) {
                surroundings
                        .notices()
                        .remark("the folder of run " + run.id() + ", which never began, could not be" + " written: "
                                + failure.getMessage());
            }
        });
    }

    /** Has a run that is over sealed, apart from the conductor's thread. */
    void seal(LabRun run) {
        surroundings.clerk().execute(() -> {
            try {
                Sealer.seal(run.folder());
                surroundings
                        .notices()
                        .remark("run " + run.id() + " is sealed: "
                                + run.folder().path());
                compaction.order(run.folder());
            } catch (IOException failure) {
                surroundings
                        .notices()
                        .remark("run " + run.id() + " could not be sealed: " + failure.getMessage()
                                + "; its records are safe in the journal; it is tried again at the next start");
            }
        });
    }
}
