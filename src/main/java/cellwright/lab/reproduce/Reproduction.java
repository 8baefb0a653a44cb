package cellwright.lab.reproduce;

import cellwright.world.Crew;
import cellwright.world.WallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Runs experiments, each with several seeds, and judges them. What comes out depends on neither the number of threads nor on the
 * order in which the work is done.
 *
 * @param house the folder with {@code protocols} and {@code config/cells}
 * @param runs where the run folders go
 * @param keepRuns whether they stay there
 * @param seeds how many seeds, from 1
 * @param threads how many runs are made at the same time
 * @param createdAt wall-clock label of the run folders
 */
public record Reproduction(Path house, Path runs, boolean keepRuns, int seeds, int threads, Instant createdAt) {
    /** Told what happens; by several threads, one at a time. */
    @FunctionalInterface
    public interface Listener {
        /**
         * An experiment was made and judged with one seed.
         *
         * @param experiment which
         * @param seed with which
         * @param seconds how long it took
         */
        void done(Experiment experiment, long seed, double seconds);
    }

    /** What one experiment came to with one seed. */
    private record Part(List<Answer> answers, List<Double> asides, Drawing drawing, double seconds) {}

    /**
     * Does it all.
     *
     * @param experiments which, in the order of the report
     * @param stop whether somebody wants an end; what is not done by then fails, and says so
     */
    public List<Outcome> of(List<Experiment> experiments, BooleanSupplier stop, Listener listener) {
        Laboratory laboratory = new Laboratory(house, createdAt, stop);
        Map<Piece, Callable<Part>> work = new LinkedHashMap<>();
        experiments.stream()
                .sorted(Comparator.comparingDouble(Experiment::minutesOfWork).reversed())
                .forEach(experiment -> LongStream.rangeClosed(1, seeds)
                        .forEach(seed -> work.put(
                                new Piece(experiment, seed), () -> part(laboratory, experiment, seed, listener))));
        List<Part> done = Crew.all(threads, List.copyOf(work.values()));
        Map<Piece, Part> parts = new LinkedHashMap<>();
        for (Piece piece : work.keySet()) {
            parts.put(piece, done.get(parts.size()));
        }
        return experiments.stream()
                .map(experiment -> outcome(
                        experiment,
                        LongStream.rangeClosed(1, seeds)
                                .mapToObj(seed -> parts.get(new Piece(experiment, seed)))
                                .toList()))
                .toList();
    }

    private record Piece(Experiment experiment, long seed) {}

    private Part part(Laboratory laboratory, Experiment experiment, long seed, Listener listener) throws IOException {
        long began = WallClock.monotonicNanos();
        Path folder = runs.resolve(experiment.id().toLowerCase(java.util.Locale.ROOT) + "-seed-" + seed);
        Runs made = new Runs(seed, tried(laboratory, experiment, seed, folder));
        List<Answer> answers =
                experiment.checks().stream().map(check -> check.answer(made)).toList();
        List<Double> asides =
                experiment.asides().stream().map(aside -> aside.value(made)).toList();
        Drawing drawing = seed == 1 ? drawing(experiment, made) : new Drawing.Missing("drawn from the first seed");
        if (!keepRuns) {
            delete(folder);
        }
        double seconds = (WallClock.monotonicNanos() - began) * 1e-9;
        synchronized (listener) {
            listener.done(experiment, seed, seconds);
        }
        return new Part(answers, asides, drawing, seconds);
    }

    private static Map<String, Tried> tried(Laboratory laboratory, Experiment experiment, long seed, Path folder) {
        List<Callable<Tried>> work = new ArrayList<>();
        for (Trial trial : experiment.trials()) {
            work.add(() -> laboratory.tried(trial, seed, folder.resolve(trial.folder())));
        }
        List<Tried> all = Crew.all(experiment.abreast(), work);
        Map<String, Tried> tried = new LinkedHashMap<>();
        experiment.trials().forEach(trial -> tried.put(trial.name(), all.get(tried.size())));
        return tried;
    }

    private static Drawing drawing(Experiment experiment, Runs made) {
        try {
            return new Drawing.Drawn(experiment.picture().of(made));
        } catch (RunFailed | IllegalArgumentException without) {
            return new Drawing.Missing(String.valueOf(without.getMessage()));
        } catch (RuntimeException fault) {
            return new Drawing.Missing("the picture failed: " + fault);
        }
    }

    private static Outcome outcome(Experiment experiment, List<Part> parts) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < experiment.checks().size(); i++) {
            int which = i;
            rows.add(new Row(
                    experiment.id(),
                    experiment.checks().get(i),
                    parts.stream().map(part -> part.answers().get(which)).toList()));
        }
        List<Noted> asides = new ArrayList<>();
        for (Aside aside : experiment.asides()) {
            int which = asides.size();
            asides.add(new Noted(
                    aside, parts.stream().map(part -> part.asides().get(which)).toList()));
        }
        return new Outcome(
                experiment,
                rows,
                asides,
                parts.get(0).drawing(),
                parts.stream().mapToDouble(Part::seconds).sum());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
