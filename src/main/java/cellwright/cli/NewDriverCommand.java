package cellwright.cli;

import cellwright.lab.NewDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the folder of a new instrument driver, which builds and passes its tests as it is. */
@Command(
        name = "new-driver",
        mixinStandardHelpOptions = true,
        description = {
            "Makes drivers/NAME out of drivers/template and adds it to the build. It compiles and passes its tests",
            "as it is; then replace the parts from the bytes upwards, as its README says.",
            "Exit codes: 0 made, 2 the name or the folder is wrong and nothing was changed, 4 failed."
        })
final class NewDriverCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "NAME", description = "lower-case words joined by hyphens, for example acme-press")
    private String name = "";

    @Option(names = "--in", paramLabel = "DIR", defaultValue = ".", description = "the program's source folder (.)")
    private Path root = Path.of(".");

    NewDriverCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        NewDriver driver = new NewDriver(root, name);
        List<String> objections = driver.objections();
        objections.forEach(objection -> console.error("error: " + objection));
        if (!objections.isEmpty()) {
            return ExitCode.INPUT.code();
        }
        try {
            Path folder = driver.make();
            console.print("made " + folder);
            console.print("next: mvn -q -B -pl drivers/" + name + " -am verify");
            console.print("      then read " + folder.resolve("README.md"));
            return ExitCode.COMPLETE.code();
        } catch (IOException failed) {
            console.error("error: " + failed.getMessage() + "; nothing was changed");
            return ExitCode.FAILED.code();
        }
    }
}
