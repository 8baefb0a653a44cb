package cellwright.lab;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.journal.Finding;
import cellwright.store.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * A run told once more to whoever writes it down, and what every such file says of where its data come from.
 *
 * @param provenance what the files say
 * @param findings what is not as it was written in the journal
 */
record Retold(Provenance provenance, List<Finding> findings) {
    /** Takes an immutable copy. */
    Retold {
        findings = List.copyOf(findings);
    }

    /** Who writes a run down. */
    interface Listener {
        /** The run began. */
        default void started(long atNanos) {}

        /** Something to be told. */
        void take(Effect.Report report) throws IOException;
    }

    /** Replays a run. */
    static Retold to(RunReplay replay, Listener listener) throws IOException {
        Interruptions interruptions = new Interruptions();
        RunReplay.Replayed replayed = replay.play(
                report -> {
                    try {
                        listener.take(report);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                },
                event -> {
                    if (event instanceof Event.Started started) {
                        listener.started(started.atNanos());
                    }
                },
                interruptions::after);
        Provenance provenance = provenance(
                replay,
                interruptions,
                replayed.findings().stream().map(Finding::message).toList());
        return new Retold(provenance, replayed.findings());
    }

    /** What is known of a run before it is replayed. */
    static Provenance heading(RunReplay replay) {
        return provenance(replay, new Interruptions(), List.of());
    }

    /** A file name of a series, {@code eis_001.csv}. */
    static String numbered(String stem, long number, String ending) {
        return String.format(Locale.ROOT, "%s_%03d%s", stem, number, ending);
    }

    private static Provenance provenance(RunReplay replay, Interruptions interruptions, List<String> findings) {
        RunCard card = replay.card();
        return new Provenance(
                card.software(),
                Software.NAME_AND_VERSION,
                card.simulated(),
                card.run(),
                card.cell(),
                replay.cell().chemistry(),
                card.protocol(),
                card.protocolSha256(),
                card.bench().channel(),
                card.startsAt(),
                interruptions.soFar(),
                findings);
    }
}
