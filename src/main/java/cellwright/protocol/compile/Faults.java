package cellwright.protocol.compile;

import cellwright.protocol.Place;
import cellwright.protocol.Places;
import cellwright.protocol.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong while a protocol is compiled, so that a person sees all of it at once. */
final class Faults {
    /** Paths that begin so speak of the cell file, not of the protocol. */
    static final String CELL = "cell/";

    private final Places places;
    private final String cellName;
    private final List<Problem> problems = new ArrayList<>();
    private boolean errors;

    Faults(Places places, String cellName) {
        this.places = places;
        this.cellName = cellName;
    }

    void error(String path, String message) {
        errors = true;
        add(Problem.error(placeOf(path), message));
    }

    void warning(String path, String message) {
        add(Problem.warning(placeOf(path), message));
    }

    boolean hasErrors() {
        return errors;
    }

    /** Everything found, in the order of the places. */
    List<Problem> sorted() {
        return problems.stream()
                .sorted(Comparator.comparingInt(
                                (Problem problem) -> problem.place().line())
                        .thenComparingInt(problem -> problem.place().column()))
                .toList();
    }

    private void add(Problem problem) {
        if (problems.isEmpty() || !problems.getLast().equals(problem)) {
            problems.add(problem);
        }
    }

    private Place placeOf(String path) {
        return path.startsWith(CELL) ? Place.whole("cell " + cellName) : places.at(path);
    }
}
