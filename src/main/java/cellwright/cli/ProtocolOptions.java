package cellwright.cli;

import cellwright.lab.Prepared;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What names a protocol, a cell and how they are to be bound; shared by the commands that need it. */
final class ProtocolOptions {
    @Parameters(paramLabel = "PROTOCOL", description = "the protocol, a YAML file")
    private Path protocol = Path.of("");

    @Option(
            names = "--cell",
            required = true,
            paramLabel = "CELL",
            description = "the cell, a YAML file (see config/cells)")
    private Path cell = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "sets a parameter of the protocol, for example --set cycles=10; may be repeated")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--seed", paramLabel = "N", description = "selects the noise of the simulated rig (0)")
    private long seed;

    @Option(
            names = "--simulate",
            paramLabel = "NAME=VALUE",
            description = "a setting of the simulator in place of the cell's own, for example --simulate ageing=on;"
                    + " may be repeated")
    private Map<String, String> simulate = new LinkedHashMap<>();

    Prepared.Order order() {
        return new Prepared.Order(protocol, cell, set, seed, simulate);
    }
}
