package cellwright.lab.reproduce;

import cellwright.engine.Cause;
import cellwright.engine.Effect;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Finding;
import cellwright.journal.Poisoned;
import cellwright.lab.Prepared;
import cellwright.lab.Rehearsal;
import cellwright.lab.RunAudit;
import cellwright.lab.RunData;
import cellwright.lab.RunFolder;
import cellwright.lab.RunReplay;
import cellwright.lab.VirtualRun;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Makes a trial's run as {@code cellwright run} does and reads back what it recorded. Nothing of the simulator is seen here but what is
 * in the run's folder. Any thread.
 *
 * @param house the folder with {@code protocols} and {@code config/cells}
 * @param createdAt wall-clock label of the run folders
 * @param stop whether somebody wants the runs to stop
 */
record Laboratory(Path house, Instant createdAt, BooleanSupplier stop) {
    private static final Instant VIRTUAL_START = Instant.parse("2026-01-01T00:00:00Z");

    /** Runs a trial into a folder. Whatever goes wrong becomes a sentence. */
    Tried tried(Trial trial, long seed, Path folder) {
        try {
            return switch (Prepared.from(order(trial, seed))) {
                case Result.Refused<Prepared> refused ->
                    new Tried.Failed("the run was refused: " + words(refused.problems()));
                case Result.Made<Prepared> made -> ran(made.value(), folder);
            };
        } catch (IOException | LogFailure failure) {
            return new Tried.Failed("the run's folder could not be written or read: " + failure);
        } catch (RuntimeException fault) {
            return new Tried.Failed("the run broke down: " + fault);
        }
    }

    private Prepared.Order order(Trial trial, long seed) {
        return new Prepared.Order(
                house.resolve("protocols").resolve(trial.protocol() + ".yaml"),
                house.resolve("config/cells").resolve(trial.cell() + ".yaml"),
                trial.set(),
                seed,
                trial.simulation());
    }

    private Tried ran(Prepared prepared, Path folder) throws IOException, LogFailure {
        Rehearsal.Outcome outcome = VirtualRun.run(prepared, folder, createdAt, VIRTUAL_START, new Quiet(stop));
        if (outcome.cause().kind() != Cause.Kind.COMPLETE) {
            return new Tried.Failed(
                    "the run was ended (" + outcome.cause().kind().name().toLowerCase(java.util.Locale.ROOT) + "): "
                            + outcome.cause().message());
        }
        return switch (RunReplay.open(new RunFolder(folder))) {
            case Result.Refused<RunReplay> refused ->
                new Tried.Failed("the run cannot be read back: " + words(refused.problems()));
            case Result.Made<RunReplay> made -> sound(RunData.of(made.value()));
        };
    }

    /** Judged is only what {@code cellwright verify} would pass. */
    private static Tried sound(RunData data) {
        RunAudit audit = data.audit();
        if (audit.ok()) {
            return new Tried.Done(data);
        }
        String findings = audit.findings().stream().map(Finding::message).collect(Collectors.joining("; "));
        return new Tried.Failed("the run's records are not sound: charge imbalance "
                + Numbers.words(audit.chargeImbalance()) + (findings.isEmpty() ? "" : "; " + findings));
    }

    private static String words(List<Problem> problems) {
        return problems.stream().map(Problem::message).collect(Collectors.joining("; "));
    }

    /** Looks on without a word; passes the wish to stop on. */
    private record Quiet(BooleanSupplier stop) implements Rehearsal.Watcher {
        @Override
        public void report(Effect.Report report) {
            // what is reported is in the journal, and is read there
        }

        @Override
        public void progress(long virtualNanos, long events) {
            // nobody looks at a single run among a hundred
        }

        @Override
        public void poisoned(Poisoned poisoned) {
            // the audit finds it
        }

        @Override
        public Optional<String> stopAskedBy() {
            return stop.getAsBoolean() ? Optional.of("the keyboard") : Optional.empty();
        }
    }
}
