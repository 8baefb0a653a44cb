package cellwright.lab;

import cellwright.engine.ChannelState;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.Ledger;
import cellwright.engine.Unwatched;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.journal.Finding;
import cellwright.journal.JournalCheck;
import cellwright.journal.RealDisk;
import cellwright.protocol.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether a run folder is as it was written.
 *
 * @param state how the run stands by its journal
 * @param records records of the journal
 * @param bytes length of the journal
 * @param findings what is wrong with it
 * @param throughputCoulombs charge that passed, both ways added
 * @param chargeImbalance difference between the charge the engine counted step by step and what the coulomb counter moved
 *     between first and last reading, relative to the throughput; 0 if nothing passed, NaN if the channel has no counter
 */
public record RunAudit(
        ChannelState state,
        long records,
        long bytes,
        List<Finding> findings,
        double throughputCoulombs,
        double chargeImbalance) {
    private static final double BALANCE_MAX = 1e-9;

    /** Takes an immutable copy. */
    public RunAudit {
        findings = List.copyOf(findings);
    }

    /** Audits a run folder; refused if it is not one, or if a snapshot was changed. */
    public static Result<RunAudit> of(RunFolder folder) throws IOException {
        return switch (RunReplay.open(folder)) {
            case Result.Refused<RunReplay> refused -> new Result.Refused<>(refused.problems());
            case Result.Made<RunReplay> made -> new Result.Made<>(of(made.value(), report -> {}), List.of());
        };
    }

    /** Whether nothing acknowledged can be missing and the charge, where it was counted twice, balances. */
    public boolean ok() {
        return findings.stream().allMatch(Finding::harmless) && !(chargeImbalance > BALANCE_MAX);
    }

    /**
     * Audits a run that was opened.
     *
     * @param reports told what followers were told live, in order, so that who wants both reads the journal once
     * @throws IOException if the journal cannot be read
     */
    public static RunAudit of(RunReplay replay, Consumer<Effect.Report> reports) throws IOException {
        Path where = replay.folder()
                .live()
                .map(LiveRun::journal)
                .orElse(replay.folder().journal());
        JournalCheck.Report journal = JournalCheck.check(new RealDisk(), where);
        Counter counter = new Counter(replay.program().restAmps());
        RunReplay.Replayed replayed = replay.play(reports, counter::see);
        return new RunAudit(
                replayed.state(),
                journal.records(),
                journal.bytes(),
                journal.findings(),
                throughput(replayed.state()),
                imbalance(replayed.state(), counter));
    }

    private static double throughput(ChannelState state) {
        Ledger ledger = ledger(state);
        return ledger.test().chargeCoulombs() + ledger.test().dischargeCoulombs();
    }

    private static double imbalance(ChannelState state, Counter counter) {
        double throughput = throughput(state);
        return throughput == 0 ? 0 : Math.abs(ledger(state).test().netCoulombs() - counter.moved()) / throughput;
    }

    private static Ledger ledger(ChannelState state) {
        return switch (state) {
            case ChannelState.Idle ignored -> Ledger.EMPTY;
            case ChannelState.Running running -> running.ledger();
            case ChannelState.Stopping stopping -> stopping.at().ledger();
            case ChannelState.Held held -> held.at().ledger();
            case ChannelState.Ended ended -> ended.ledger();
        };
    }

    /**
     * The charge that went through by the coulomb counter alone; where the program or the instrument was gone, the counter may
     * have begun anew, and the charge is what can be said of it.
     */
    private static final class Counter {
        private final double restAmps;
        private Optional<Reading> last = Optional.empty();
        private boolean unwatched;
        private boolean counts;
        private double moved;

        Counter(double restAmps) {
            this.restAmps = restAmps;
        }

        void see(Event event) {
            if (event instanceof Event.Measured measured) {
                see(measured.reading());
            } else if (event instanceof Event.Recovered || event instanceof Event.Failed) {
                unwatched = true;
            }
        }

        private void see(Reading reading) {
            if (Double.isNaN(reading.value(Signal.CHARGE))) {
                return;
            }
            counts = true;
            if (last.isPresent()) {
                moved += unwatched
                        ? Unwatched.coulombs(last.get(), reading, restAmps)
                        : reading.value(Signal.CHARGE) - last.get().value(Signal.CHARGE);
            }
            last = Optional.of(reading);
            unwatched = false;
        }

        double moved() {
            return counts ? moved : Double.NaN;
        }
    }
}
