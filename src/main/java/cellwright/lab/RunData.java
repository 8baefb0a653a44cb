package cellwright.lab;

import cellwright.analysis.CycleMetrics;
import cellwright.engine.Cause;
import cellwright.engine.ChannelState;
import cellwright.engine.Effect;
import cellwright.engine.SpectrumRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything a run recorded, read once from its journal: what analyses are given. Of half a million rows it takes some 30 MB.
 *
 * @param replay the run
 * @param audit whether it is as it was written
 * @param cycles every completed cycle
 * @param steps every step that was begun, in their order
 * @param rows the rows that the recording rules kept
 * @param spectra every spectrum, also those broken off, in the order in which they were recorded
 * @param alarms what a person should know
 * @param shortSeen the soft short, if the protocol asked for one and one was recognised
 */
public record RunData(
        RunReplay replay,
        RunAudit audit,
        List<CycleMetrics> cycles,
        List<StepTaken> steps,
        Rows rows,
        List<SpectrumRow> spectra,
        List<String> alarms,
        Optional<Effect.ShortSeen> shortSeen) {
    private static final double NANO = 1e-9;

    /** Takes immutable copies. */
    public RunData {
        cycles = List.copyOf(cycles);
        steps = List.copyOf(steps);
        spectra = List.copyOf(spectra);
        alarms = List.copyOf(alarms);
    }

    /**
     * Reads a run.
     *
     * @throws IOException if its journal cannot be read
     */
    public static RunData of(RunReplay replay) throws IOException {
        Draft draft = new Draft(replay);
        RunAudit audit = RunAudit.of(replay, draft::take);
        double began = startedNanos(audit.state()) * NANO;
        List<StepTaken> steps =
                draft.steps.stream().map(step -> step.later(-began)).toList();
        return new RunData(
                replay, audit, draft.cycles, steps, draft.rows.rows(), draft.spectra, draft.alarms, draft.shortSeen);
    }

    /** Why the run ended; empty if it did not. */
    public Optional<Cause> end() {
        return audit.state() instanceof ChannelState.Ended ended ? Optional.of(ended.cause()) : Optional.empty();
    }

    private static long startedNanos(ChannelState state) {
        return switch (state) {
            case ChannelState.Idle ignored -> 0;
            case ChannelState.Running running -> running.run().startedNanos();
            case ChannelState.Stopping stopping -> stopping.at().run().startedNanos();
            case ChannelState.Held held -> held.at().run().startedNanos();
            case ChannelState.Ended ended -> ended.run().startedNanos();
        };
    }

    /** What reports come to, while they come. */
    private static final class Draft {
        private final RunReplay replay;
        private final List<CycleMetrics> cycles = new ArrayList<>();
        private final List<StepTaken> steps = new ArrayList<>();
        private final Rows.Draft rows = new Rows.Draft();
        private final List<SpectrumRow> spectra = new ArrayList<>();
        private final List<String> alarms = new ArrayList<>();
        private Optional<Effect.ShortSeen> shortSeen = Optional.empty();

        Draft(RunReplay replay) {
            this.replay = replay;
        }

        void take(Effect.Report report) {
            switch (report) {
                case Effect.Recorded recorded -> rows.add(recorded.row());
                case Effect.StepBegan began ->
                    steps.add(new StepTaken(
                            Math.toIntExact(began.stepCount()),
                            began.path(),
                            began.label(),
                            began.atNanos() * NANO,
                            Double.NaN,
                            ""));
                case Effect.StepEnded ended -> end(ended);
                case Effect.CycleEnded ended ->
                    cycles.add(CycleMetrics.of(ended.figures(), replay.program().scale()));
                case Effect.Alarm alarm -> alarms.add(alarm.message());
                case Effect.SpectrumRecorded recorded -> spectra.add(recorded.row());
                case Effect.ShortSeen seen -> shortSeen = Optional.of(seen);
                case Effect.Noted ignored -> {}
                case Effect.RunEnded ignored -> {}
            }
        }

        /** At most one step runs, so it is the last one that ends. */
        private void end(Effect.StepEnded ended) {
            int last = steps.size() - 1;
            steps.set(last, steps.get(last).ended(ended.atNanos() * NANO, ended.why()));
        }
    }
}
