package cellwright.world.real;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Reading;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.world.link.Backoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;

/**
 * The place of one instrument: connects it, reads it at its ticks, hands it commands, tries again when it is lost. The world's
 * thread; what touches the instrument itself is done by the {@link Terminal} on the lane.
 */
final class Berth {
    static final long NEVER = Long.MAX_VALUE;

    private final InstrumentOrder order;
    private final Patience patience;
    private final Lane lane;
    private final Occupancy occupancy;
    private final Consumer<String> remarks;
    private final Terminal terminal;
    private final List<Guest> guests = new ArrayList<>();
    private final List<Guest> hurrying = new ArrayList<>();
    private final Logbook logbook = new Logbook();

    private Link link = Link.ABSENT;
    private Optional<Traits> traits = Optional.empty();
    private Optional<Reading> latest = Optional.empty();
    private long retryNanos;
    private int failures;
    private long heardNanos;
    private final Ticks ticks;
    private long askedNanos = NEVER;
    private boolean slownessTold;
    private volatile boolean begun;
    private boolean doubted;
    private boolean unjudged;
    private final Rescue rescue;
    private final Spectra spectra;
    final SetPoints setPoints = new SetPoints();

    /** How it stands with the instrument. */
    enum Link {
        /** Not there; to be tried again. */
        ABSENT,
        /** Being connected. */
        CONNECTING,
        /** There, and the one that is meant. */
        READY
    }

    /**
     * A place whose instrument is about to be connected.
     *
     * @param remarks told what people should know that no channel has to act upon
     */
    Berth(InstrumentOrder order, Patience patience, Lane lane, Occupancy occupancy, Consumer<String> remarks) {
        this.order = order;
        this.patience = patience;
        this.lane = lane;
        this.occupancy = occupancy;
        this.remarks = remarks;
        occupancy.join(this);
        this.terminal = new Terminal(order, lane.host());
        this.rescue = new Rescue(terminal, lane, occupancy, this::notSafe);
        this.spectra = new Spectra(terminal, lane, occupancy, this::brokenOff, this::refused);
        this.ticks = new Ticks(Math.max(patience.idleNanos(), order.periodNanos()), Long.MIN_VALUE);
        this.retryNanos = Long.MIN_VALUE;
    }

    void welcome(Guest guest) {
        guests.add(guest);
    }

    String name() {
        return order.name();
    }

    boolean isReady() {
        return link == Link.READY;
    }

    /** What it said of itself when it was last connected. */
    Optional<Traits> traits() {
        return traits;
    }

    /** The latest reading since it was connected. */
    Optional<Reading> latest() {
        return latest;
    }

    /** Whether a guest needs it read at its own period; where no guest does, it is read now and then. */
    void hurry(Guest guest, boolean hurried, long nowNanos) {
        hurrying.remove(guest);
        if (hurried) {
            hurrying.add(guest);
        }
        long idle = Math.max(patience.idleNanos(), order.periodNanos());
        ticks.pace(hurrying.isEmpty() ? idle : order.periodNanos(), nowNanos);
    }

    InstrumentHealth health(long nowNanos) {
        return new InstrumentHealth(
                name(),
                link == Link.READY,
                traits.map(Traits::identity),
                logbook.figures(ticks),
                latest.map(reading -> OptionalLong.of(nowNanos - reading.atNanos()))
                        .orElse(OptionalLong.empty()),
                logbook.lastFailure());
    }

    /** The next instant at which {@link #tick} has something to do. */
    long nextNanos() {
        return switch (link) {
            case ABSENT -> retryNanos;
            case CONNECTING -> NEVER;
            case READY -> occupancy.isTaken() ? NEVER : Math.min(ticks.nextNanos(), slownessTold ? NEVER : slowNanos());
        };
    }

    private long slowNanos() {
        return askedNanos == NEVER ? NEVER : askedNanos + patience.lostNanos();
    }

    /** Whether a measurement on its lane keeps it from being read. */
    boolean isOccupied() {
        return occupancy.isTaken();
    }

    void tick(long nowNanos) {
        if (link == Link.ABSENT && nowNanos >= retryNanos) {
            connect();
        } else if (link == Link.READY && !occupancy.isTaken()) {
            if (!slownessTold && nowNanos >= slowNanos()) {
                slownessTold = true;
                tellFailure(nowNanos, name() + slowness());
            }
            if (!unjudged && ticks.pass(nowNanos, askedNanos == NEVER)) {
                read(ticks.dueNanos(), nowNanos);
            }
        }
    }

    /**
     * What it read last has been seen to. Only now it is asked again: if that reading is to open the circuit, the command would
     * find the lane taken by the next read, which an instrument that streams answers with its next reading and no sooner.
     */
    void judged() {
        unjudged = false;
    }

    private String slowness() {
        return begun
                ? " does not answer; check it and its cable"
                : " could not be asked: others on its link do not answer and keep it; check them, and give them shorter"
                        + " deadlines";
    }

    private void connect() {
        link = Link.CONNECTING;
        if (failures > 0 && occupancy.isShared()) {
            occupancy.askInTurn(lane, this::meet);
        } else {
            lane.submit(Lane.Rank.CONNECT, this::meet);
        }
    }

    private Runnable meet() {
        try {
            Traits found = terminal.connect();
            Optional<Reading> first = Optional.of(terminal.read());
            long at = terminal.nowNanos();
            return () -> connected(found, first, at);
        } catch (InstrumentException failure) {
            terminal.drop();
            long at = terminal.nowNanos();
            return () -> notConnected(failure, at);
        }
    }

    private void connected(Traits found, Optional<Reading> first, long at) {
        link = Link.READY;
        traits = Optional.of(found);
        latest = first;
        failures = 0;
        heardNanos = at;
        slownessTold = false;
        doubted = false;
        logbook.connected();
        ticks.begin(at);
        if (rescue.isWanted()) {
            rescue.send();
        }
        guests.forEach(guest -> guest.connected(this, found, first));
    }

    private void notConnected(InstrumentException failure, long at) {
        failures++;
        absent(at);
        String message = words(failure);
        if (logbook.failed(message)) {
            tellFailure(at, message);
        }
    }

    /** An instrument that a cell waits for is tried again every second. */
    private void absent(long at) {
        link = Link.ABSENT;
        askedNanos = NEVER;
        retryNanos = at + Backoff.nanos(rescue.isWanted() ? 1 : failures);
    }

    /** Gives the instrument up and begins to look for it again. */
    private void lose(InstrumentException failure, long at) {
        if (link != Link.READY) {
            return;
        }
        failures = 1;
        latest = Optional.empty();
        rescue.forget();
        spectra.forget();
        absent(at);
        lane.submit(Lane.Rank.CONNECT, () -> {
            terminal.drop();
            return () -> {};
        });
        tellFailure(at, words(failure));
    }

    private void read(long dueNanos, long nowNanos) {
        askedNanos = nowNanos;
        begun = false;
        askReading(() -> {
            begun = true;
            long late = terminal.nowNanos() - dueNanos;
            Runnable news = measured(false);
            return () -> {
                logbook.begun(late);
                news.run();
            };
        });
    }

    private void askReading(Lane.Work question) {
        if (doubted && occupancy.isShared()) {
            occupancy.askInTurn(lane, question);
        } else {
            lane.submit(Lane.Rank.SAMPLE, question);
        }
    }

    private Runnable measured(boolean again) {
        try {
            Reading reading = terminal.read();
            Optional<Spectrum> over = terminal.finished();
            boolean hurt = terminal.hasMended();
            return () -> {
                over.ifPresent(spectrum -> spectra.finished(spectrum, reading.atNanos()));
                answered(reading, !again, hurt);
            };
        } catch (InstrumentException failure) {
            long at = terminal.nowNanos();
            return () -> unanswered(failure, at, again);
        }
    }

    private void answered(Reading reading, boolean atOnce, boolean hurt) {
        askedNanos = NEVER;
        doubted = false;
        if (link != Link.READY) {
            return;
        }
        slownessTold = false;
        unjudged = true;
        heardNanos = reading.atNanos();
        latest = Optional.of(reading);
        logbook.read(atOnce, hurt).ifPresent(this::remark);
        guests.forEach(guest -> guest.read(this, reading));
    }

    /** One more try after an answer that did not come or made no sense, behind what others on the link wait for. */
    private void unanswered(InstrumentException failure, long at, boolean again) {
        doubted = failure.kind() == Kind.TIMEOUT || failure.kind() == Kind.GARBLED;
        if (link == Link.READY && doubted && !again) {
            logbook.triedAgain();
            askReading(() -> measured(true));
            return;
        }
        askedNanos = NEVER;
        if (link != Link.READY) {
            return;
        }
        logbook.unread(words(failure)).ifPresent(this::remark);
        switch (failure.kind()) {
            case LOST, WRONG_DEVICE -> lose(failure, at);
            case MODEL_LEFT -> tellFailure(at, words(failure));
            case TIMEOUT, GARBLED, REFUSED, OUT_OF_ENVELOPE -> {
                if (at - heardNanos >= patience.lostNanos()) {
                    lose(failure, at);
                } else if (failure.kind() == Kind.REFUSED && logbook.isFirstRefusal()) {
                    tellFailure(at, words(failure));
                }
            }
        }
    }

    /** Has something told to the instrument; a failure goes to every guest. */
    void tell(Command command, long nowNanos) {
        if (link != Link.READY) {
            tellFailure(nowNanos, name() + " is not connected and was not told: " + logbook.lastFailure());
            return;
        }
        lane.submit(Lane.Rank.COMMAND, command.at(terminal, this::refused));
    }

    /**
     * Has a spectrum measured. Until it is there, or broken off, nothing on the lane is read, unless the analyser is simulated.
     *
     * @param order may be struck out; what it does is to take the spectrum's place in the queue
     * @param taken given the spectrum and the time
     */
    void measure(Command order, Sweep sweep, ObjLongConsumer<Spectrum> taken, long nowNanos) {
        if (link != Link.READY) {
            tellFailure(nowNanos, name() + " is not connected and was not told: " + logbook.lastFailure());
            return;
        }
        spectra.measure(order, sweep, taken);
    }

    private void brokenOff(InstrumentException failure, long at) {
        logbook.failed(words(failure));
        tellFailure(
                at,
                name() + ": the spectrum was broken off, because another cell on the same link had to be made safe");
    }

    /** The lane is free again; what was not read meanwhile was not missed. */
    void goOn(long nowNanos) {
        heardNanos = Math.max(heardNanos, nowNanos);
        ticks.begin(nowNanos);
        if (askedNanos != NEVER) {
            askedNanos = nowNanos;
        } else if (link == Link.READY) {
            read(nowNanos, nowNanos);
        }
    }

    /** A command is never repeated: what the instrument made of it is not known. */
    private void refused(InstrumentException failure, long at) {
        logbook.failed(words(failure));
        switch (failure.kind()) {
            case LOST, WRONG_DEVICE -> lose(failure, at);
            case TIMEOUT, GARBLED, REFUSED, OUT_OF_ENVELOPE, MODEL_LEFT -> tellFailure(at, words(failure));
        }
    }

    /** Has it made safe ahead of everything; if it is absent, as the first thing when it is back. A guest is answered once. */
    void makeSafe(Guest guest, LongConsumer answer) {
        rescue.want(guest, answer);
        if (link == Link.READY) {
            rescue.send();
        } else if (link == Link.ABSENT) {
            retryNanos = Math.min(retryNanos, lane.host().clock().nanos() + Backoff.nanos(1));
        }
    }

    private void notSafe(InstrumentException failure, long at, boolean told) {
        logbook.failed(words(failure));
        if (failure.kind() == Kind.LOST || failure.kind() == Kind.WRONG_DEVICE) {
            lose(failure, at);
        } else if (!told) {
            tellFailure(at, words(failure));
        }
    }

    private void tellFailure(long at, String message) {
        guests.forEach(guest -> guest.failed(this, at, message));
    }

    private void remark(String what) {
        remarks.accept("the link of " + name() + ": " + what);
    }

    private String words(InstrumentException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith(name() + ":") ? message : name() + ": " + message;
    }
}
