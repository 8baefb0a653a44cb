package cellwright.store.follow;

import cellwright.engine.Channel;
import cellwright.engine.ChannelState;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.Transition;
import cellwright.engine.TransitionTable.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The runs of a journal replayed side by side, event by event, through the engine's own channel function. One thread.
 */
public final class RunStream {
    private final Runs runs;
    private final long resolutionNanos;
    private final Map<Integer, Replay> channels = new TreeMap<>();

    /** A run under replay. */
    private static final class Replay {
        private final RunLabel label;
        private final int segment;
        private final long wallOffset;
        private final Stamps rows;
        private final Stamps cycles;
        private final Stamps spectra;
        private ChannelState state = new ChannelState.Idle();
        private long events;

        Replay(RunLabel label, int segment, Event.Started started, long resolutionNanos) {
            this.label = label;
            this.segment = segment;
            this.wallOffset = started.unixNanos() - started.atNanos();
            this.rows = new Stamps(resolutionNanos);
            this.cycles = new Stamps(resolutionNanos);
            this.spectra = new Stamps(resolutionNanos);
        }

        /** Whether a start means nothing to a channel in this state. */
        boolean goesOn() {
            return Phase.of(state).hasRun();
        }

        Happened take(Event event) {
            Transition transition = Channel.on(state, event);
            state = transition.state();
            events++;
            List<Told> told = new ArrayList<>();
            for (Effect effect : transition.effects()) {
                if (effect instanceof Effect.Report report) {
                    told.add(new Told(label, report, stamp(report)));
                }
            }
            return new Happened(label, events, event, told);
        }

        private long stamp(Effect.Report report) {
            return switch (report) {
                case Effect.Recorded recorded ->
                    rows.take(wallOffset + recorded.row().reading().atNanos(), 1);
                case Effect.CycleEnded ended ->
                    cycles.take(wallOffset + ended.figures().endedNanos(), 1);
                case Effect.SpectrumRecorded recorded ->
                    spectra.take(
                            wallOffset + recorded.row().spectrum().startNanos(),
                            recorded.row().spectrum().points().size());
                case Effect.StepBegan began -> wallOffset + began.atNanos();
                case Effect.StepEnded ended -> wallOffset + ended.atNanos();
                case Effect.ShortSeen seen -> wallOffset + seen.atNanos();
                case Effect.Noted noted -> wallOffset + noted.atNanos();
                case Effect.Alarm alarm -> wallOffset + alarm.atNanos();
                case Effect.RunEnded ended -> wallOffset + ended.atNanos();
            };
        }
    }

    /**
     * No run yet.
     *
     * @param runs finds what the runs are
     * @param resolutionNanos the finest difference of time that the store keeps, ns
     */
    public RunStream(Runs runs, long resolutionNanos) {
        this.runs = runs;
        this.resolutionNanos = resolutionNanos;
    }

    /**
     * Takes the journal's next event.
     *
     * @param segment the segment it lies in
     * @param channel its channel
     * @param event what happened
     * @param listener told of it and of what the engine reported then, if it is of a run
     */
    public void take(int segment, int channel, Event event, Consumer<Happened> listener) {
        Replay replay = channels.get(channel);
        if (event instanceof Event.Started started && (replay == null || !replay.goesOn())) {
            channels.remove(channel);
            Optional<RunLabel> label = runs.label(channel, started);
            replay = label.isPresent() ? new Replay(label.get(), segment, started, resolutionNanos) : null;
            if (replay != null) {
                channels.put(channel, replay);
            }
        }
        if (replay != null) {
            listener.accept(replay.take(event));
        }
    }

    /**
     * The segment from which the runs that go on now must be replayed.
     *
     * @param segment the segment read last
     */
    public int replayFrom(int segment) {
        return channels.values().stream()
                .filter(Replay::goesOn)
                .mapToInt(replay -> replay.segment)
                .reduce(Math.max(1, segment), Math::min);
    }
}
