package cellwright.cli;

import cellwright.world.TouchesTheRealWorld;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;

/** The program's entry. Exit codes: 0 complete, 2 the input is wrong, 3 ended by a limit, 4 failed, 130 interrupted. */
@TouchesTheRealWorld
public final class Main {
    private static final int HELP_WIDTH = 100;

    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(Console.system(), arguments));
    }

    /** Runs a command on a console and returns its exit code. */
    static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new CellwrightCommand(), new Commands(console));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setExpandAtFiles(false);
        line.setUsageHelpWidth(HELP_WIDTH);
        line.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .versionProvider(new CellwrightCommand.Version()));
        line.setExitCodeExceptionMapper(failure -> ExitCode.FAILED.code());
        line.setParameterExceptionHandler((mistake, given) -> explain(console, mistake));
        line.setExecutionExceptionHandler((failure, command, given) -> confess(console, failure));
        int code = line.execute(arguments);
        console.flush();
        return code;
    }

    private static int explain(Console console, CommandLine.ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        console.error("error: " + mistake.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, console.err())) {
            console.error("see: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.INPUT.code();
    }

    private static int confess(Console console, Exception failure) {
        if (failure instanceof IOException storage) {
            console.error("error: " + words(storage));
        } else {
            console.error("error: " + failure.getClass().getSimpleName() + ": " + failure.getMessage());
            console.error("This should not have happened. CELLWRIGHT_JAVA_OPTS=-Dcellwright.trace=true shows where.");
        }
        if (Boolean.getBoolean("cellwright.trace")) {
            failure.printStackTrace(console.err());
        }
        return ExitCode.FAILED.code();
    }

    /** Some file-system failures name the file alone. */
    private static String words(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof NoSuchFileException) {
            return message + ": there is no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return message + ": not permitted";
        }
        return failure instanceof FileAlreadyExistsException ? message + ": exists already" : message;
    }
}
