package cellwright.cli;

import cellwright.lab.serve.LabSetup;
import cellwright.protocol.Result;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which laboratory is meant; shared by the commands that talk to one that runs. */
final class LabOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "config/lab.yaml",
            description = "the laboratory's configuration (${DEFAULT-VALUE})")
    private Path config = Path.of("config/lab.yaml");

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "the laboratory's folder, if its configuration is not at hand or was broken meanwhile")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--json", description = "prints the answer as JSON")
    private boolean json;

    boolean json() {
        return json;
    }

    /** The folder that is meant; a configuration that cannot be read is complained of. */
    Optional<Path> folder(Console console) {
        if (folder.isPresent()) {
            return folder;
        }
        Result<Path> found = LabSetup.folder(config);
        if (found instanceof Result.Refused<Path>) {
            console.error("hint: with --folder DIR the laboratory's folder can be named without its configuration");
        }
        return Complaints.value(console, found);
    }
}
