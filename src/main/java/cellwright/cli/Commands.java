package cellwright.cli;

import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** Makes commands and hands each the console it prints on. */
final class Commands implements CommandLine.IFactory {
    private static final Map<Class<?>, Function<Console, Object>> WITH_CONSOLE = Map.ofEntries(
            Map.entry(RunCommand.class, RunCommand::new),
            Map.entry(CheckCommand.class, CheckCommand::new),
            Map.entry(SummaryCommand.class, SummaryCommand::new),
            Map.entry(VerifyCommand.class, VerifyCommand::new),
            Map.entry(ExportCommand.class, ExportCommand::new),
            Map.entry(ImportCommand.class, ImportCommand::new),
            Map.entry(StoreRebuildCommand.class, StoreRebuildCommand::new),
            Map.entry(StoreVerifyCommand.class, StoreVerifyCommand::new),
            Map.entry(StoreCompactCommand.class, StoreCompactCommand::new),
            Map.entry(StoreArchiveCommand.class, StoreArchiveCommand::new),
            Map.entry(ReproduceCommand.class, ReproduceCommand::new),
            Map.entry(DevicesCommand.class, DevicesCommand::new),
            Map.entry(EmulateCommand.class, EmulateCommand::new),
            Map.entry(NewDriverCommand.class, NewDriverCommand::new),
            Map.entry(ServeCommand.class, ServeCommand::new),
            Map.entry(StatusCommand.class, StatusCommand::new),
            Map.entry(StartCommand.class, StartCommand::new),
            Map.entry(AskCommand.Hold.class, AskCommand.Hold::new),
            Map.entry(AskCommand.Resume.class, AskCommand.Resume::new),
            Map.entry(AskCommand.Skip.class, AskCommand.Skip::new),
            Map.entry(AskCommand.Stop.class, AskCommand.Stop::new),
            Map.entry(StopAllCommand.class, StopAllCommand::new),
            Map.entry(ReconcileCommand.class, ReconcileCommand::new),
            Map.entry(TrickCommand.class, TrickCommand::new));

    private final Console console;

    Commands(Console console) {
        this.console = console;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        Function<Console, Object> made = WITH_CONSOLE.get(type);
        return made == null ? CommandLine.defaultFactory().create(type) : type.cast(made.apply(console));
    }
}
