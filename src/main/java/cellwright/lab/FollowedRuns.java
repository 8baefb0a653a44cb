package cellwright.lab;

import cellwright.engine.Event;
import cellwright.journal.Programs;
import cellwright.protocol.Result;
import cellwright.protocol.program.Program;
import cellwright.store.follow.RunLabel;
import cellwright.store.follow.Runs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The runs of a laboratory's journal, found by their folders. A run whose folder is not there is passed over. One thread. */
public final class FollowedRuns implements Runs {
    private final String lab;
    private final Path folders;
    private final Consumer<String> remarks;
    private final Map<String, RunReplay> known = new HashMap<>();

    /**
     * Runs below a folder.
     *
     * @param lab the laboratory's name
     * @param folders where the run folders lie
     * @param remarks told of runs that are passed over
     */
    public FollowedRuns(String lab, Path folders, Consumer<String> remarks) {
        this.lab = lab;
        this.folders = folders;
        this.remarks = remarks;
    }

    @Override
    public Program of(String run, String hash) {
        Optional<RunReplay> replay = replay(run, hash);
        if (replay.isPresent()) {
            known.put(run, replay.get());
            return replay.get().program();
        }
        remarks.accept("run " + run + " is not handed on: its folder in " + folders
                + " is gone or was changed; put it back; its columns are then made by \"cellwright store rebuild\", and a"
                + " server is given what it lacks by \"cellwright reconcile --send\"");
        Program stranger = Programs.ANY.of(run, hash);
        if (stranger == null) {
            throw new IllegalStateException("any program stands in for one that is not at hand");
        }
        return stranger;
    }

    @Override
    public Optional<RunLabel> label(int channel, Event.Started started) {
        return Optional.ofNullable(known.remove(started.runId()))
                .map(replay -> new RunLabel(
                        lab,
                        replay.card().bench().channel(),
                        replay.card().cell(),
                        started.runId(),
                        replay.card().simulated()));
    }

    private Optional<RunReplay> replay(String run, String hash) {
        Path name = Path.of(run);
        if (run.isBlank() || name.getNameCount() != 1 || name.isAbsolute() || run.startsWith(".")) {
            return Optional.empty();
        }
        return switch (RunReplay.open(new RunFolder(folders.resolve(name)))) {
            case Result.Made<RunReplay> made ->
                Optional.of(made.value())
                        .filter(replay -> replay.program().protocolHash().equals(hash));
            case Result.Refused<RunReplay> ignored -> Optional.empty();
        };
    }
}
