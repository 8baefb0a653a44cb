package cellwright.lab.reproduce;

import cellwright.figure.Figure;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** Writes a report and its figures; each file appears whole or not at all, the report last. */
public final class ReportFiles {
    private static final String NOTE = "simulated cell, illustrative, tuned to published headline numbers; seed 1 of ";

    private ReportFiles() {}

    /** Why a report cannot be written to a file, or nothing. */
    public static List<Problem> objections(Path report) {
        Path folder = report.toAbsolutePath().normalize().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of(objection(report, "there is no folder " + folder + " to write it into; make it first"));
        }
        if (Files.isDirectory(report)) {
            return List.of(objection(report, "this is a folder; name a file such as reproduction.md"));
        }
        if (!Files.isWritable(folder)) {
            return List.of(objection(report, "nothing may be written into " + folder + "; name another place"));
        }
        Path figures = figures(report);
        if (Files.exists(figures) && !Files.isDirectory(figures)) {
            return List.of(objection(figures, "the figures would go into a folder of this name, and it is a file"));
        }
        return List.of();
    }

    /**
     * Writes the report and the figures, in a folder of the report's name beside it.
     *
     * @param outcomes what the experiments came to
     * @param seeds how many seeds each was made with
     * @throws IOException if something cannot be written
     */
    public static void write(Path report, List<Outcome> outcomes, int seeds) throws IOException {
        Path figures = figures(report);
        Files.createDirectories(figures);
        for (Outcome outcome : outcomes) {
            Path file = figures.resolve(figureName(outcome.experiment()));
            switch (outcome.drawing()) {
                case Drawing.Drawn drawn ->
                    put(file, noted(drawn.figure(), seeds).svg());
                case Drawing.Missing ignored -> Files.deleteIfExists(file);
            }
        }
        put(report, ReportText.of(outcomes, seeds, String.valueOf(figures.getFileName())));
    }

    static String figureName(Experiment experiment) {
        return experiment.id().toLowerCase(Locale.ROOT) + ".svg";
    }

    private static Path figures(Path report) {
        String name = String.valueOf(report.getFileName());
        int dot = name.lastIndexOf('.');
        return report.resolveSibling(dot > 0 ? name.substring(0, dot) : name + "-figures");
    }

    private static Figure noted(Figure figure, int seeds) {
        return new Figure(figure.title(), NOTE + seeds, figure.charts());
    }

    private static void put(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Problem objection(Path file, String message) {
        return Problem.error(Place.whole(file.toString()), message);
    }
}
