package cellwright.lab;

import cellwright.protocol.Cell;
import cellwright.protocol.Problem;
import cellwright.protocol.Protocol;
import cellwright.protocol.Result;
import cellwright.protocol.program.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A protocol, a cell and a rig that fit together: read, bound, nothing written yet.
 *
 * @param order what was asked for
 * @param protocol the protocol with its parameters in force
 * @param cell the cell
 * @param mounted the rig with the cell in it
 * @param program what will be executed
 * @param protocolText the protocol's snapshot
 * @param cellText the cell's snapshot
 * @param warnings doubts about the input
 */
public record Prepared(
        Order order,
        Protocol protocol,
        Cell cell,
        RigRoom.Mounted mounted,
        Program program,
        String protocolText,
        String cellText,
        List<Problem> warnings) {
    /** Takes an immutable copy. */
    public Prepared {
        warnings = List.copyOf(warnings);
    }

    /**
     * What a person asks for.
     *
     * @param protocolFile the protocol
     * @param cellFile the cell
     * @param overrides parameters set by name
     * @param seed selects the noise of the simulated rig
     * @param simulation settings of the simulator that take the place of the cell's own; they become part of its snapshot
     */
    public record Order(
            Path protocolFile,
            Path cellFile,
            Map<String, String> overrides,
            long seed,
            Map<String, String> simulation) {
        /** An order for the cell as its file describes it. */
        public Order(Path protocolFile, Path cellFile, Map<String, String> overrides, long seed) {
            this(protocolFile, cellFile, overrides, seed, Map.of());
        }
    }

    /** Reads and binds everything an order names; refuses with every fault found. */
    public static Result<Prepared> from(Order order) {
        List<Problem> problems = new ArrayList<>();
        Optional<Ordered> read = Gather.value(Ordered.read(order), problems);
        Optional<RigRoom.Mounted> mounted = read.flatMap(ordered ->
                Gather.value(RigRoom.mount(ordered.cell(), order.cellFile().toString(), order.seed()), problems));
        Optional<Program> program =
                mounted.flatMap(rig -> Gather.value(read.orElseThrow().bind(rig.bench()), problems));
        if (program.isEmpty()) {
            return new Result.Refused<>(problems);
        }
        Ordered ordered = read.orElseThrow();
        return new Result.Made<>(
                new Prepared(
                        order,
                        ordered.protocol(),
                        ordered.cell(),
                        mounted.orElseThrow(),
                        program.get(),
                        ordered.protocolText(),
                        ordered.cellText(),
                        problems),
                problems);
    }
}
