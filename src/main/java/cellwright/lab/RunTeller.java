package cellwright.lab;

import cellwright.engine.Event;
import cellwright.protocol.Result;
import cellwright.protocol.program.Program;
import cellwright.store.follow.RunLabel;
import cellwright.store.follow.RunStream;
import cellwright.store.follow.Runs;
import cellwright.store.follow.Told;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells of one run what a follower of the laboratory's journal tells of it, with the same labels, from wherever its records lie.
 *
 * @param replay the run
 * @param label what it is called in a store
 */
public record RunTeller(RunReplay replay, RunLabel label) {
    /**
     * Opens a run's folder.
     *
     * @param lab the laboratory's name
     */
    public static Result<RunTeller> open(String lab, RunFolder folder) {
        return Gather.then(RunReplay.open(folder), replay -> new Result.Made<>(of(lab, replay), List.of()));
    }

    private static RunTeller of(String lab, RunReplay replay) {
        RunCard card = replay.card();
        return new RunTeller(
                replay, new RunLabel(lab, card.bench().channel(), card.cell(), card.run(), card.simulated()));
    }

    /**
     * Tells everything there is, in order.
     *
     * @param resolutionNanos the finest difference of time that the store keeps, ns
     * @throws IOException if the records cannot be read
     */
    public void tell(long resolutionNanos, Consumer<Told> listener) throws IOException {
        RunStream stream = new RunStream(new Itself(), resolutionNanos);
        try (RunRecords records =
                RunRecords.open(replay.folder(), replay.card().run(), (run, hash) -> replay.program())) {
            while (records.next()) {
                stream.take(1, 0, records.event(), happened -> happened.told().forEach(listener));
            }
        }
    }

    private final class Itself implements Runs {
        @Override
        public Optional<RunLabel> label(int channel, Event.Started started) {
            return Optional.of(label);
        }

        @Override
        public Program of(String run, String hash) {
            return replay.program();
        }
    }
}
