package cellwright.protocol.compile;

import cellwright.protocol.Place;
import cellwright.protocol.Places;
import cellwright.protocol.Problem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong while a protocol is compiled, so that a person sees all of it at once, and nothing twice. */
final class Faults {
    /** Paths that begin so speak of the cell file, not of the protocol. */
    static final String CELL = "cell/";

    private final Places places;
    private final String cellName;
    private final Set<Problem> problems = new LinkedHashSet<>();
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
        problems.add(problem);
    }

    private Place placeOf(String path) {
        return path.startsWith(CELL) ? Place.whole("cell " + cellName) : places.at(path);
    }
}
