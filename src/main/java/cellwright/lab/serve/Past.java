package cellwright.lab.serve;

import cellwright.engine.Channel;
import cellwright.engine.ChannelState;
import cellwright.engine.Event;
import cellwright.journal.Finding;
import cellwright.journal.JournalReader;
import cellwright.journal.Programs;
import cellwright.journal.RealDisk;
import cellwright.lab.LiveRun;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a laboratory was doing when its program ended, whatever ended it: the runs without a seal, and what the journal says of
 * them.
 *
 * @param lastNanos the latest time in the journal; {@link Long#MIN_VALUE} if it is empty
 * @param channels what was going on, by the journal's number of the channel; channels of which nothing is known are not in it
 * @param earlier runs that ended before another one began on their channel, and are not sealed
 * @param unbegun runs that have a folder and are not in the journal
 * @param findings what is not as it was written
 */
record Past(
        long lastNanos,
        Map<Integer, Known> channels,
        List<LabRun> earlier,
        List<LabRun> unbegun,
        List<Finding> findings) {
    Past {
        channels = Map.copyOf(channels);
        earlier = List.copyOf(earlier);
        unbegun = List.copyOf(unbegun);
        findings = List.copyOf(findings);
    }

    /**
     * A channel that had a run.
     *
     * @param run which
     * @param state what it was doing
     * @param lastNanos its last event
     */
    record Known(LabRun run, ChannelState state, long lastNanos) {}

    /**
     * Reads what there is; changes nothing.
     *
     * @throws IOException if anything that matters cannot be read or understood
     */
    static Past of(LabOrder order) throws IOException {
        Map<String, LabRun> runs = new LinkedHashMap<>();
        int segment = Integer.MAX_VALUE;
        for (RunFolder folder : folders(order.runs())) {
            Optional<LiveRun> live = folder.live();
            LabRun run = run(folder, live.map(LiveRun::serial).orElse(""));
            runs.put(run.id(), run);
            segment = Math.min(segment, live.map(LiveRun::segment).orElse(Integer.MAX_VALUE));
        }
        Reading reading = new Reading(order.journal(), runs);
        reading.from(segment);
        List<LabRun> unbegun = runs.values().stream()
                .filter(run -> !reading.begun.contains(run.id()))
                .toList();
        return new Past(reading.lastNanos, reading.channels, reading.earlier, unbegun, reading.findings);
    }

    private static List<RunFolder> folders(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(path -> Files.exists(path.resolve(LiveRun.FILE)))
                    .sorted()
                    .map(RunFolder::new)
                    .toList();
        }
    }

    private static LabRun run(RunFolder folder, String serial) throws IOException {
        return switch (RunReplay.open(folder)) {
            case Result.Made<RunReplay> made ->
                new LabRun(
                        made.value().card().run(),
                        folder,
                        made.value().card().cell(),
                        serial,
                        made.value().program());
            case Result.Refused<RunReplay> refused ->
                throw new IOException("the run in " + folder.path() + " is not over and cannot be understood: "
                        + String.join(
                                "; ",
                                refused.problems().stream()
                                        .map(Problem::toString)
                                        .toList())
                        + "; mend it, or move the folder away to give the run up");
        };
    }

    /** Plays the journal through the engine, the commands dropped. */
    private static final class Reading {
        private final Path journal;
        private final Map<String, LabRun> runs;
        private final Map<Integer, Known> channels = new HashMap<>();
        private final Set<String> begun = new HashSet<>();
        private final List<LabRun> earlier = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private long lastNanos = Long.MIN_VALUE;

        Reading(Path journal, Map<String, LabRun> runs) {
            this.journal = journal;
            this.runs = runs;
        }

        /** From the segment in which the first of the runs began, or from the last one that tells the time. */
        void from(int segment) throws IOException {
            int last = lastSegment();
            for (int from = Math.min(segment, last); from >= 1; from--) {
                read(from);
                if (lastNanos != Long.MIN_VALUE) {
                    return;
                }
            }
        }

        private int lastSegment() throws IOException {
            return JournalReader.lastSegment(new RealDisk(), journal);
        }

        private void read(int from) throws IOException {
            findings.clear();
            try (JournalReader reader = JournalReader.open(new RealDisk(), journal, from, this::program)) {
                while (reader.next()) {
                    take(reader.channel(), reader.event());
                }
                findings.addAll(reader.findings());
            }
        }

        private @Nullable Program program(String run, String hash) {
            LabRun known = runs.get(run);
            if (known == null) {
                return Programs.ANY.of(run, hash);
            }
            return known.program().protocolHash().equals(hash) ? known.program() : null;
        }

        private void take(int channel, Event event) {
            lastNanos = Math.max(lastNanos, event.atNanos());
            Known known = channels.get(channel);
            if (event instanceof Event.Started started && !startsNothing(known)) {
                if (known != null) {
                    earlier.add(known.run());
                }
                LabRun run = runs.get(started.runId());
                begun.add(started.runId());
                channels.remove(channel);
                known = run == null ? null : new Known(run, new ChannelState.Idle(), event.atNanos());
            }
            if (known != null) {
                ChannelState next = Channel.on(known.state(), event).state();
                channels.put(channel, new Known(known.run(), next, event.atNanos()));
            }
        }

        /** A start that was refused because another run had not ended. */
        private static boolean startsNothing(@Nullable Known known) {
            return known != null
                    && switch (known.state()) {
                        case ChannelState.Idle ignored -> false;
                        case ChannelState.Ended ignored -> false;
                        case ChannelState.Running ignored -> true;
                        case ChannelState.Stopping ignored -> true;
                        case ChannelState.Held ignored -> true;
                    };
        }
    }
}
