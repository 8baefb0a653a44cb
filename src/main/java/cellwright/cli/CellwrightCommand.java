package cellwright.cli;

import cellwright.lab.Software;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program as a command: lists what it can do. */
@Command(
        name = "cellwright",
        mixinStandardHelpOptions = true,
        versionProvider = CellwrightCommand.Version.class,
        description = "Runs battery protocols: galvanostatic, holds and impedance, at set C-rates and stack pressures.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Try it: rehearse ten cycles of a solid-state cell in virtual time",
            "  cellwright run protocols/zhou-2022-ncm85-c5-life.yaml \\",
            "      --cell config/cells/ncm85-zhou.yaml --set cycles=10",
            "",
            "Exit codes: 0 complete, 2 the input is wrong, 3 ended by a limit, 4 failed, 130 interrupted."
        },
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            SummaryCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            VerifyCommand.class,
            StoreCommand.class,
            ReproduceCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            StartCommand.class,
            AskCommand.Hold.class,
            AskCommand.Resume.class,
            AskCommand.Skip.class,
            AskCommand.Stop.class,
            StopAllCommand.class,
            TrickCommand.class,
            ReconcileCommand.class,
            DevicesCommand.class,
            EmulateCommand.class,
            NewDriverCommand.class,
            CommandLine.HelpCommand.class
        })
final class CellwrightCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    CellwrightCommand() {
        this.spec = CommandLine.Model.CommandSpec.create();
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "a command is missing: run, check, summary, export, import, verify, reproduce, devices, emulate, serve; see --help");
    }

    /** Name and version for {@code --version}. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Software.NAME_AND_VERSION};
        }
    }
}
