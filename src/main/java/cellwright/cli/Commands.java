package cellwright.cli;

import picocli.CommandLine;

/** Makes commands and hands each the console it prints on. */
final class Commands implements CommandLine.IFactory {
    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K> K create(Class<K> type) throws Exception {
        if (type == RunCommand.class) {
            return (K) new RunCommand(console);
        }
        if (type == CheckCommand.class) {
            return (K) new CheckCommand(console);
        }
        if (type == SummaryCommand.class) {
            return (K) new SummaryCommand(console);
        }
        if (type == VerifyCommand.class) {
            return (K) new VerifyCommand(console);
        }
        if (type == ExportCommand.class) {
            return (K) new ExportCommand(console);
        }
        if (type == ReproduceCommand.class) {
            return (K) new ReproduceCommand(console);
        }
        return CommandLine.defaultFactory().create(type);
    }
}
