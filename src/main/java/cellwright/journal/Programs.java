package cellwright.journal;

import cellwright.protocol.program.Program;
import cellwright.protocol.program.Scale;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Finds what a run executes, since the journal keeps a hash of the protocol only. */
@FunctionalInterface
public interface Programs {
    /**
     * Stands in for any program where only the journal's own integrity matters, or for runs that nobody asks about: it has no
     * steps.
     */
    Programs ANY = (runId, protocolHash) -> new Program(
            "",
            protocolHash,
            new Scale(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
            0,
            0,
            List.of(),
            0,
            0,
            0,
            List.of());

    /**
     * The program of a run; null if it is not at hand, so that reading ends there.
     *
     * @param runId the run's name, as its start names it
     * @param protocolHash hash of the protocol's snapshot; several runs may have the same one with other cells
     */
    @Nullable
    Program of(String runId, String protocolHash);
}
