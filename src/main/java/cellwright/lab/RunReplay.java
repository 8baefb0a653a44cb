package cellwright.lab;

import cellwright.engine.Channel;
import cellwright.engine.ChannelState;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.Nanos;
import cellwright.engine.Transition;
import cellwright.journal.Finding;
import cellwright.protocol.Cell;
import cellwright.protocol.Place;
import cellwright.protocol.Places;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.compile.Compiler;
import cellwright.protocol.compile.Hashing;
import cellwright.protocol.program.Program;
import cellwright.protocol.yaml.CellReader;
import cellwright.protocol.yaml.Library;
import cellwright.protocol.yaml.ProtocolReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A finished, running or interrupted run seen again: its journal through the same engine, the commands dropped. What is
 * asked of a run later, a table, an export, a check, is asked of this.
 *
 * @param folder the run
 * @param card what the folder says of itself
 * @param cell the cell's snapshot
 * @param program the protocol's snapshot bound to it again
 */
public record RunReplay(RunFolder folder, RunCard card, Cell cell, Program program) {
    /**
     * What a replay came to.
     *
     * @param state the channel's state after the last event
     * @param unixNanos wall-clock label of the run's start; 0 if it never began
     * @param events how many events there were
     * @param lastNanos time of the last one
     * @param findings what is not as it was written
     */
    public record Replayed(ChannelState state, long unixNanos, long events, long lastNanos, List<Finding> findings) {
        /** Takes an immutable copy. */
        public Replayed {
            findings = List.copyOf(findings);
        }
    }

    /** Opens a run: its snapshots are checked against the card and bound again. */
    public static Result<RunReplay> open(RunFolder folder) {
        List<Problem> problems = new ArrayList<>();
        Optional<RunCard> card = Gather.value(folder.card(), problems);
        Optional<String> protocolText = card.flatMap(ignored -> Gather.value(folder.protocolText(), problems));
        Optional<String> cellText = card.flatMap(ignored -> Gather.value(folder.cellText(), problems));
        if (card.isEmpty() || protocolText.isEmpty() || cellText.isEmpty()) {
            return new Result.Refused<>(problems);
        }
        compare(folder, "protocol.yaml", protocolText.get(), card.get().protocolSha256(), problems);
        compare(folder, "cell.yaml", cellText.get(), card.get().cellSha256(), problems);
        if (!problems.isEmpty()) {
            return new Result.Refused<>(problems);
        }
        return Gather.then(
                CellReader.read("cell.yaml", cellText.get()),
                cell -> Gather.then(
                        bind(protocolText.get(), cell, card.get()),
                        program -> new Result.Made<>(new RunReplay(folder, card.get(), cell, program), List.of())));
    }

    /**
     * Plays the journal through the engine.
     *
     * @param reports told what followers were told live, in order
     * @throws IOException if the journal cannot be read
     */
    public Replayed play(Consumer<Effect.Report> reports) throws IOException {
        return play(reports, event -> {});
    }

    /** Plays the journal, with the events themselves told as well, each before what follows from it. */
    Replayed play(Consumer<Effect.Report> reports, Consumer<Event> witness) throws IOException {
        return play(reports, witness, (event, state) -> {});
    }

    /** Plays the journal, with the events told before, and with the state they led to after what follows from them. */
    Replayed play(Consumer<Effect.Report> reports, Consumer<Event> witness, BiConsumer<Event, ChannelState> afterwards)
            throws IOException {
        return play((number, event, transition) -> {
            witness.accept(event);
            tell(transition, reports);
            afterwards.accept(event, transition.state());
        });
    }

    /** Told every event with what the engine makes of it. */
    @FunctionalInterface
    public interface Follower {
        /**
         * An event.
         *
         * @param number of the event in the run, from 1
         * @param event the event
         * @param transition what follows from it, commands among it, and the state it leads to
         * @throws IOException if the follower cannot go on; ends the replay
         */
        void take(long number, Event event, Transition transition) throws IOException;
    }

    /**
     * Plays the journal through the engine, event by event.
     *
     * @throws IOException if the journal cannot be read, or the follower cannot go on
     */
    public Replayed play(Follower follower) throws IOException {
        ChannelState state = new ChannelState.Idle();
        long events = 0;
        long unixNanos = 0;
        long lastNanos = 0;
        try (RunRecords records = RunRecords.open(folder, card.run(), this::programOf)) {
            while (records.next()) {
                Event event = records.event();
                unixNanos = event instanceof Event.Started started ? started.unixNanos() : unixNanos;
                Transition transition = Channel.on(state, event);
                state = transition.state();
                events++;
                follower.take(events, event, transition);
                lastNanos = event.atNanos();
            }
            return new Replayed(state, unixNanos, events, lastNanos, records.findings());
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    /** Wall-clock label of the run's first instant, nanoseconds since 1970 UTC. */
    public long startUnixNanos() {
        return unixNanos(Instant.parse(card.startsAt()));
    }

    /** A wall-clock label as nanoseconds since 1970 UTC. */
    static long unixNanos(Instant label) {
        return Math.addExact(Math.multiplyExact(label.getEpochSecond(), Nanos.PER_SECOND), label.getNano());
    }

    private static void tell(Transition transition, Consumer<Effect.Report> reports) {
        for (Effect effect : transition.effects()) {
            if (effect instanceof Effect.Report report) {
                reports.accept(report);
            }
        }
    }

    private Program programOf(String runId, String hash) {
        if (!hash.equals(program.protocolHash())) {
            throw new UncheckedIOException(new IOException(folder.journal() + ": the journal speaks of a protocol with"
                    + " hash " + hash + ", the run folder holds one with hash " + program.protocolHash()
                    + "; put the journal back into the folder it was made in"));
        }
        return program;
    }

    private static Result<Program> bind(String protocolText, Cell cell, RunCard card) {
        return Gather.then(
                ProtocolReader.read("protocol.yaml", protocolText, Map.of(), Library.EMPTY),
                read -> Compiler.compile(
                        read.protocol(),
                        Places.unknown("protocol.yaml"),
                        cell,
                        card.bench(),
                        Hashing.sha256(protocolText)));
    }

    private static void compare(RunFolder folder, String name, String text, String sha256, List<Problem> problems) {
        if (!Hashing.sha256(text).equals(sha256)) {
            Place place = Place.whole(folder.path().resolve(name).toString());
            problems.add(Problem.error(place, "the snapshot was changed after the run began; its hash does not fit"));
        }
    }
}
