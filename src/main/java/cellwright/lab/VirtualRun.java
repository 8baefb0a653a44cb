package cellwright.lab;

import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.RealDisk;
import cellwright.protocol.compile.Hashing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A rehearsal that leaves a run folder: order, folder, journal, run, seal. One thread. */
public final class VirtualRun {
    /**
     * Virtual time does not wait, so nothing is gained by making readings durable between two commands before a frame is
     * full.
     */
    private static final JournalSizes SIZES =
            new JournalSizes(JournalSizes.USUAL.segmentBytes(), Integer.MAX_VALUE, JournalSizes.USUAL.frameBytes());

    private VirtualRun() {}

    /**
     * Runs a prepared protocol and seals its folder.
     *
     * @param prepared what to run
     * @param path the folder to make; must not hold anything, and is taken by one run only
     * @param createdAt wall-clock label for the card
     * @param startsAt wall-clock label of the run's first instant; part of the journal
     * @param watcher told what happens
     * @throws java.nio.file.FileAlreadyExistsException if another run has the folder
     * @throws IOException if the folder cannot be made
     * @throws LogFailure if the journal cannot be opened
     */
    public static Rehearsal.Outcome run(
            Prepared prepared, Path path, Instant createdAt, Instant startsAt, Rehearsal.Watcher watcher)
            throws IOException, LogFailure {
        String runId = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        RunFolder folder = RunFolder.create(
                path, card(runId, prepared, createdAt, startsAt), prepared.protocolText(), prepared.cellText());
        try (JournalWriter log = JournalWriter.open(new RealDisk(), folder.journal(), SIZES, watcher::poisoned)) {
            Rehearsal rehearsal = new Rehearsal(prepared, new RehearsalLog(log), watcher);
            Rehearsal.Outcome outcome = durable(log, rehearsal.run(journalRunId(prepared), startsAt));
            return sealed(folder, prepared, outcome);
        }
    }

    /** The outcome once every event of it survives a power cut, or that it does not. */
    private static Rehearsal.Outcome durable(JournalWriter log, Rehearsal.Outcome outcome) {
        try {
            log.commit();
            return outcome;
        } catch (LogFailure failure) {
            return outcome.failed(String.valueOf(failure.getMessage()));
        }
    }

    /** The journal's name for a rehearsal: what it is made of, not where it lies, so that equal runs are equal bytes. */
    private static String journalRunId(Prepared prepared) {
        return prepared.cell().name() + " " + prepared.program().protocolHash().substring(0, 12) + " seed "
                + prepared.order().seed();
    }

    private static RunCard card(String runId, Prepared prepared, Instant createdAt, Instant startsAt) {
        return new RunCard(
                runId,
                Software.NAME_AND_VERSION,
                prepared.mounted().rig().foresight().identity().simulated(),
                prepared.protocol().name(),
                prepared.order().protocolFile().toString(),
                prepared.program().protocolHash(),
                prepared.cell().name(),
                Hashing.sha256(prepared.cellText()),
                prepared.order().overrides(),
                prepared.order().seed(),
                "",
                createdAt.toString(),
                startsAt.toString(),
                prepared.mounted().bench());
    }

    /** A run that cannot be sealed has failed, although its journal is whole and says all there is to know. */
    private static Rehearsal.Outcome sealed(RunFolder folder, Prepared prepared, Rehearsal.Outcome outcome) {
        try {
            seal(folder, prepared, outcome);
            return outcome;
        } catch (IOException failure) {
            return outcome.failed("the run folder could not be sealed (" + failure.getMessage()
                    + "); check the disk and its free space; before that: "
                    + outcome.cause().message());
        }
    }

    private static void seal(RunFolder folder, Prepared prepared, Rehearsal.Outcome outcome) throws IOException {
        new RunSeal(
                        outcome.cause(),
                        outcome.virtualNanos(),
                        outcome.cycles(),
                        outcome.events(),
                        outcome.rows(),
                        prepared.mounted().rig().foresight().identity().simulated(),
                        prepared.program().scale())
                .into(folder);
    }
}
