package cellwright.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The columns of runs, which plots and summaries are made from. */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = {
            "Makes, checks and deletes the columns of runs, from which plots and summaries are quick.",
            "They lie in readings/ of a run's folder and are made from its journal: nothing is lost with them."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StoreRebuildCommand.class,
            StoreVerifyCommand.class,
            StoreCompactCommand.class,
            StoreArchiveCommand.class
        })
final class StoreCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    StoreCommand() {
        this.spec = CommandLine.Model.CommandSpec.create();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "a command is missing: rebuild, verify, compact, archive; see cellwright store --help");
    }
}
