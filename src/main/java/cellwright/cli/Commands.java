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
        if (type == ImportCommand.class) {
            return (K) new ImportCommand(console);
        }
        if (type == StoreCommand.Rebuild.class) {
            return (K) new StoreCommand.Rebuild(console);
        }
        if (type == StoreCommand.Verify.class) {
            return (K) new StoreCommand.Verify(console);
        }
        if (type == StoreCommand.Compact.class) {
            return (K) new StoreCommand.Compact(console);
        }
        if (type == StoreCommand.Archive.class) {
            return (K) new StoreCommand.Archive(console);
        }
        if (type == ReproduceCommand.class) {
            return (K) new ReproduceCommand(console);
        }
        if (type == DevicesCommand.class) {
            return (K) new DevicesCommand(console);
        }
        if (type == EmulateCommand.class) {
            return (K) new EmulateCommand(console);
        }
        if (type == NewDriverCommand.class) {
            return (K) new NewDriverCommand(console);
        }
        return laboratory(type);
    }

    @SuppressWarnings("unchecked")
    private <K> K laboratory(Class<K> type) throws Exception {
        if (type == ServeCommand.class) {
            return (K) new ServeCommand(console);
        }
        if (type == StatusCommand.class) {
            return (K) new StatusCommand(console);
        }
        if (type == StartCommand.class) {
            return (K) new StartCommand(console);
        }
        if (type == AskCommand.Hold.class) {
            return (K) new AskCommand.Hold(console);
        }
        if (type == AskCommand.Resume.class) {
            return (K) new AskCommand.Resume(console);
        }
        if (type == AskCommand.Skip.class) {
            return (K) new AskCommand.Skip(console);
        }
        if (type == AskCommand.Stop.class) {
            return (K) new AskCommand.Stop(console);
        }
        if (type == StopAllCommand.class) {
            return (K) new StopAllCommand(console);
        }
        if (type == ReconcileCommand.class) {
            return (K) new ReconcileCommand(console);
        }
        if (type == TrickCommand.class) {
            return (K) new TrickCommand(console);
        }
        return CommandLine.defaultFactory().create(type);
    }
}
