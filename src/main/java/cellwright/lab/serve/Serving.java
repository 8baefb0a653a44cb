package cellwright.lab.serve;

import cellwright.engine.ChannelState;
import cellwright.engine.EventLog.LogFailure;
import cellwright.engine.TransitionTable.Phase;
import cellwright.instrument.NanoClock;
import cellwright.journal.Finding;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.lab.FollowedRuns;
import cellwright.protocol.LabPlan;
import cellwright.store.follow.Follower;
import cellwright.store.follow.Outlet;
import cellwright.store.follow.PlaceFile;
import cellwright.store.follow.Standing;
import cellwright.world.real.InstrumentOrder;
import cellwright.world.real.Lanes;
import cellwright.world.real.Scribe;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/**
 * A laboratory that is served: opened from its configuration and its past, run until it is to close, its cells at rest in the end.
 * One for a folder, which the journal's lock sees to.
 */
public final class Serving implements AutoCloseable {
    private static final Duration TO_REST = Duration.ofSeconds(15);
    private static final Duration TO_CLOSE = Duration.ofSeconds(30);

    private final JournalWriter journal;
    private final LabJournal log;
    private final Lanes lanes;
    private final LabLoop loop;
    private final LabDesk desk;
    private final Notices notices;
    private final Compaction compaction;
    private final LabOrder order;
    private final Surroundings surroundings;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    private Serving(JournalWriter journal, Lanes lanes, Lab lab, Surroundings surroundings, Backstage backstage) {
        this.journal = journal;
        this.log = lab.journal();
        this.order = lab.order();
        this.surroundings = surroundings;
        this.lanes = lanes;
        this.notices = surroundings.notices();
        this.compaction = lab.compaction();
        this.loop = new LabLoop(lab, lanes);
        this.desk = new LabDesk(lab.order(), loop, surroundings, new TrickDesk(backstage, notices), this::followers);
    }

    /**
     * Opens a laboratory. Instruments are connected once it runs; channels whose runs had not ended are brought to rest first of
     * all.
     *
     * @throws IOException if another program has the folder, or if what lies in it cannot be read or understood; nothing was
     *     told to any instrument
     */
    public static Serving open(LabOrder order, Surroundings surroundings) throws IOException {
        return open(order, surroundings, Backstage.empty());
    }

    /** The same, for a laboratory some of whose instruments may be played; those can be told to misbehave. */
    public static Serving open(LabOrder order, Surroundings surroundings, Backstage backstage) throws IOException {
        JournalWriter journal = journal(order, surroundings);
        boolean open = false;
        try {
            surroundings.disk().createDirectories(order.runs());
            ChannelBook book = ChannelBook.of(order);
            Past past = Past.of(order);
            refuseOrphans(order, book, past);
            Serving serving = open(order, surroundings, backstage, journal, book, past);
            open = true;
            return serving;
        } finally {
            if (!open) {
                close(journal);
            }
        }
    }

    private static JournalWriter journal(LabOrder order, Surroundings surroundings) throws IOException {
        try {
            return JournalWriter.open(surroundings.disk(), order.journal(), JournalSizes.USUAL, poisoned -> surroundings
                    .notices()
                    .remark(poisoned.message()));
        } catch (LogFailure failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private static void close(JournalWriter journal) throws IOException {
        try {
            journal.close();
        } catch (LogFailure failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    /** A run that goes on needs its channel: nobody would watch its cell. */
    private static void refuseOrphans(LabOrder order, ChannelBook book, Past past) throws IOException {
        List<String> configured =
                order.plan().channels().stream().map(LabPlan.Channel::name).toList();
        for (Map.Entry<String, Integer> entry : book.numbers().entrySet()) {
            Past.Known known = past.channels().get(entry.getValue());
            if (known != null && !isOver(known.state()) && !configured.contains(entry.getKey())) {
                throw new IOException("run " + known.run().id() + " on channel \"" + entry.getKey()
                        + "\" has not ended, and the configuration has no such channel any more; put the channel back, or"
                        + " see that its cell is at rest and move the run's folder away");
            }
        }
    }

    private static boolean isOver(ChannelState state) {
        return !Phase.of(state).hasRun();
    }

    private static Serving open(
            LabOrder order,
            Surroundings surroundings,
            Backstage backstage,
            JournalWriter journal,
            ChannelBook book,
            Past past) {
        List<LabChannel> channels = new ArrayList<>();
        List<ChannelState> states = new ArrayList<>();
        for (LabPlan.Channel plan : order.plan().channels()) {
            LabChannel channel = new LabChannel(plan, book.number(plan.name()));
            Optional<Past.Known> known = Optional.ofNullable(past.channels().get(channel.number));
            known.ifPresent(found -> channel.begin(found.run()));
            channels.add(channel);
            states.add(known.map(Past.Known::state).orElseGet(ChannelState.Idle::new));
        }
        int[] numbers = channels.stream().mapToInt(channel -> channel.number).toArray();
        Lanes lanes = surroundings.lanes().apply(past.lastNanos());
        Lab lab = new Lab(
                insisting(order, channels, states),
                surroundings,
                channels,
                states,
                wake -> log(journal, numbers, lanes.clock(), surroundings, wake),
                lanes);
        past.findings().stream().map(Finding::message).forEach(surroundings.notices()::remark);
        goOn(lab, channels, states, past);
        return new Serving(journal, lanes, lab, surroundings, backstage);
    }

    private static LabJournal log(
            JournalWriter journal, int[] numbers, NanoClock clock, Surroundings surroundings, Runnable wake) {
        var scribe = new Scribe(journal, surroundings.scribe(), clock, wake, surroundings.notices()::remark);
        return new LabJournal(scribe, numbers, clock, surroundings::unixNanos);
    }

    private static void goOn(Lab lab, List<LabChannel> channels, List<ChannelState> states, Past past) {
        for (int place = 0; place < channels.size(); place++) {
            Past.Known known = past.channels().get(channels.get(place).number);
            if (known != null) {
                if (isOver(states.get(place))) {
                    lab.seal(known.run());
                } else {
                    lab.recover(place, known.lastNanos());
                }
            }
        }
        past.earlier().forEach(lab::seal);
        past.unbegun().forEach(lab::settle);
        lab.compaction().resume(lab.order().runs());
        lab.commit();
    }

    /** A channel whose run goes on is driven by the very potentiostat it began with, unless the configuration names another. */
    private static LabOrder insisting(LabOrder order, List<LabChannel> channels, List<ChannelState> states) {
        Map<String, String> serials = new HashMap<>();
        for (int place = 0; place < channels.size(); place++) {
            LabChannel channel = channels.get(place);
            if (!isOver(states.get(place))) {
                channel.run
                        .map(LabRun::serial)
                        .filter(serial -> !serial.isEmpty())
                        .ifPresent(serial -> serials.put(channel.plan.potentiostat(), serial));
            }
        }
        List<InstrumentOrder> instruments = order.instruments().stream()
                .map(instrument -> instrument.insistingOn(Optional.ofNullable(serials.get(instrument.name()))))
                .toList();
        return new LabOrder(
                order.plan(), order.folder(), instruments, order.channels(), order.patience(), order.rules());
    }

    /**
     * Runs the laboratory until it is to close, then holds every run and waits until the cells were seen at rest. On the thread
     * that calls it, which becomes the conductor's.
     *
     * @param closing whether it is to close; asked about four times a second
     * @param by who closes it, for the record
     * @return false if a cell was not seen at rest in the end
     */
    public boolean run(BooleanSupplier closing, String by) {
        loop.run(closing);
        boolean rest = loop.bringToRest(by, TO_REST);
        if (!rest) {
            notices.remark("NOT ALL CELLS WERE SEEN AT REST; look at them and disconnect them by hand");
        }
        return rest;
    }

    /** One event, or a short while without one, in place of {@link #run}; for who moves the laboratory by hand. */
    public void turn() {
        loop.turn();
    }

    LabLoop loop() {
        return loop;
    }

    /**
     * Answers one line of the control socket; any thread but the conductor's.
     *
     * @param user who asks, by the system's word
     */
    public String answer(String line, String user) {
        return desk.answer(line, user);
    }

    /**
     * Lets somebody follow the journal. How it stands with them is part of the laboratory's status; the caller takes the
     * follower's steps, on any thread but the conductor's, and closes it.
     *
     * @param outlet where it hands on to
     * @param terms its name and the like
     */
    public Follower follow(Outlet outlet, Follower.Terms terms) {
        FollowedRuns runs = new FollowedRuns(order.plan().name(), order.runs(), terms.remarks());
        Follower follower = new Follower(
                new Follower.Source(
                        surroundings.disk(), order.journal(), runs, () -> Optional.of(journal.acknowledged())),
                outlet,
                new PlaceFile(order.followers().resolve(terms.name() + ".place")),
                terms);
        followers.add(follower);
        return follower;
    }

    private List<Standing> followers() {
        return followers.stream().map(Follower::standing).toList();
    }

    /** The laboratory's clock, by which its events are timed; any thread. */
    public long nowNanos() {
        return lanes.clock().nanos();
    }

    /** Lets the instruments, the journal and the folder go. */
    @Override
    public void close() throws IOException {
        compaction.end();
        lanes.close();
        try {
            log.close(TO_CLOSE);
        } catch (LogFailure failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }
}
