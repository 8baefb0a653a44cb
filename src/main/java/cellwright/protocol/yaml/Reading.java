package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is shared while one file is read.
 *
 * @param faults what is wrong so far, over all files of the reading
 * @param scope the file's parameters
 * @param places where parts stood, by path, over all files
 */
record Reading(Faults faults, Scope scope, Map<String, Place> places) {
    /** A reading without parameters or paths, as for a cell. */
    static Reading literal(Faults faults) {
        return new Reading(faults, Scope.LITERAL, new HashMap<>());
    }

    /** What a text means, or empty with the fault noted. */
    <T> Optional<T> meaning(Node node, String expected, Meaning<T> meaning) {
        try {
            if (!(node instanceof Node.Scalar scalar) || scalar.absent()) {
                throw new Misfit("expected " + expected + ", found " + node.kind());
            }
            return Optional.of(meaning.of(scope.replace(scalar.text())));
        } catch (Misfit misfit) {
            faults.error(node.place(), misfit);
            return Optional.empty();
        }
    }

    /** Remembers where a part stands. */
    void mark(String path, Node node) {
        places.putIfAbsent(path, node.place());
    }

    /** What a text stands for. */
    @FunctionalInterface
    interface Meaning<T> {
        /** The value, or why it is none. */
        T of(String text) throws Misfit;
    }
}
