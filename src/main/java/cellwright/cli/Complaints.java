package cellwright.cli;

import cellwright.journal.Finding;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.util.List;
import java.util.Optional;

/** Prints what is wrong with an input, one line a fault, and gives the value if there is one. */
final class Complaints {
    private Complaints() {}

    /** The value of a result; warnings and errors are printed. Empty if it was refused. */
    static <T> Optional<T> value(Console console, Result<T> result) {
        return switch (result) {
            case Result.Made<T> made -> {
                print(console, made.warnings());
                yield Optional.of(made.value());
            }
            case Result.Refused<T> refused -> {
                print(console, refused.problems());
                yield Optional.empty();
            }
        };
    }

    /** Says what is not as it was written in a journal. */
    static void warn(Console console, List<Finding> findings) {
        findings.forEach(finding -> console.error("warning: " + finding.message()));
    }

    static void print(Console console, List<Problem> problems) {
        problems.forEach(problem -> console.error(problem.toString()));
    }
}
