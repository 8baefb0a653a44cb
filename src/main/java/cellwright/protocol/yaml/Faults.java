package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Problem.Severity;
import cellwright.protocol.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with an input, so that one pass reports everything. */
final class Faults {
    /** More are not collected: the hundredth message helps nobody. */
    private static final int MOST = 200;

    private static final int LONGEST = 600;

    private final List<Problem> problems = new ArrayList<>();

    /** Notes a fault. */
    void error(Place place, String message) {
        add(Problem.error(place, readable(message)));
    }

    /** Notes a fault at its own place, or at the given one. */
    void error(Place around, Misfit misfit) {
        error(misfit.place().orElse(around), misfit.message());
    }

    /** Notes a doubt. */
    void warning(Place place, String message) {
        add(Problem.warning(place, readable(message)));
    }

    /** One line of bearable length, whatever the text it quotes. */
    private static String readable(String message) {
        String line = message.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST / 2) + " ... " + tail(line);
    }

    private static String tail(String line) {
        return line.substring(line.length() - LONGEST / 2);
    }

    private void add(Problem problem) {
        if (problems.size() < MOST && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Whether anything must be mended. */
    boolean anyError() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** The value, if nothing must be mended. */
    <T> Result<T> judge(T value) {
        return anyError() ? refuse() : new Result.Made<>(value, sorted());
    }

    /** The refusal. */
    <T> Result<T> refuse() {
        return new Result.Refused<>(sorted());
    }

    private List<Problem> sorted() {
        var order = new ArrayList<>(problems);
        order.sort(
                Comparator.<Problem, String>comparing(problem -> problem.place().file())
                        .thenComparingInt(problem -> problem.place().line())
                        .thenComparingInt(problem -> problem.place().column()));
        return order;
    }
}
