package cellwright.cli;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;
import cellwright.lab.EmulationRoom;
import cellwright.lab.InputText;
import cellwright.protocol.Cell;
import cellwright.protocol.yaml.CellReader;
import cellwright.world.WallClock;
import cellwright.world.emulated.Attach;
import cellwright.world.emulated.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays an instrument on a pseudo-terminal, a socket or a port of its own, until it is told to end. */
@Command(
        name = "emulate",
        mixinStandardHelpOptions = true,
        description = {
            "Plays an instrument in real time, with a simulated cell behind it, for a driver to talk to;",
            "without a name, lists the instruments that can be played.",
            "What is typed while it goes on makes it misbehave: \"tricks\" lists how, \"cell\" tells the cell's state",
            "in truth, \"end\" or Ctrl-C ends.",
            "Exit codes: 0 ended as asked, 2 the input is wrong, 4 the port or terminal cannot be had."
        })
final class EmulateCommand implements Callable<Integer> {
    private static final String NAME = "instrument";

    private final Console console;

    @Parameters(paramLabel = "KIND", arity = "0..1", description = "what to play")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--cell",
            paramLabel = "CELL",
            defaultValue = "config/cells/ncm85-zhou.yaml",
            description = "the cell on the bench, a YAML file (${DEFAULT-VALUE})")
    private Path cell = Path.of("config/cells/ncm85-zhou.yaml");

    @Option(
            names = "--at",
            paramLabel = "PLACE",
            description =
                    "serial (a pseudo-terminal), serial:PATH (one with a name that stays) or tcp:PORT (0: any free"
                            + " one); usually what the instrument has")
    private Optional<String> at = Optional.empty();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a setting of the instrument; may be repeated")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--simulate",
            paramLabel = "NAME=VALUE",
            description = "a setting of the simulator in place of the cell's own; may be repeated")
    private Map<String, String> simulate = new LinkedHashMap<>();

    EmulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (kind.isEmpty()) {
            list();
            return ExitCode.COMPLETE.code();
        }
        Optional<Kind> found = EmulationRoom.kind(kind.get());
        if (found.isEmpty()) {
            String names = String.join(
                    ", ", EmulationRoom.kinds().stream().map(Kind::name).toList());
            return refuse("no instrument \"" + kind.get() + "\" can be played; there are: " + names);
        }
        Settings settings = new Settings(set);
        List<String> faults = settings.faults(found.get().settings());
        if (!faults.isEmpty()) {
            return refuse(String.join("\nerror: ", faults));
        }
        Optional<Bench> bench = bench();
        return bench.isEmpty() ? ExitCode.INPUT.code() : play(found.get(), settings, bench.get());
    }

    private void list() {
        for (Kind one : EmulationRoom.kinds()) {
            console.print(String.format(Locale.ROOT, "%-12s %s", one.name(), one.plays()));
            for (Setting setting : one.settings()) {
                String usual = setting.fallback().map(text -> "usually " + text).orElse("must be given");
                console.print("    " + setting.key() + " (" + usual + "): " + setting.meaning());
            }
        }
    }

    private int refuse(String message) {
        console.error("error: " + message);
        return ExitCode.INPUT.code();
    }

    private Optional<Bench> bench() {
        Optional<Cell> read = Complaints.value(console, InputText.read(cell))
                .flatMap(text -> Complaints.value(console, CellReader.read(cell.toString(), text)));
        return read.map(found -> found.simulatedWith(simulate))
                .flatMap(found -> Complaints.value(
                        console, EmulationRoom.bench(found, cell.toString(), 0, WallClock.monotonicNanos())));
    }

    private int play(Kind found, Settings settings, Bench bench) throws IOException {
        String place = at.orElse(found.attachment() == Kind.Attachment.LINE ? "serial" : "tcp:0");
        try (var interrupt = new Interrupt();
                Stage stage = new Stage(bench, WallClock::monotonicNanos)) {
            String address =
                    stage.place(NAME, found.name(), settings.withDefaults(found.settings()), Attach.parse(place));
            console.print(found.name() + " at " + address);
            console.print("it is simulated; type \"tricks\" to see how it can misbehave, \"end\" to end");
            converse(stage, interrupt);
            return ExitCode.COMPLETE.code();
        } catch (IllegalArgumentException senseless) {
            return refuse(String.valueOf(senseless.getMessage()));
        } catch (IOException unavailable) {
            console.error("error: " + unavailable.getMessage());
            return ExitCode.FAILED.code();
        }
    }

    private void converse(Stage stage, Interrupt interrupt) throws IOException {
        Typed typed = Typed.here();
        try {
            while (!interrupt.isAsked()) {
                Optional<String> line = typed.next();
                if (line.isPresent() && line.get().equals("end")) {
                    return;
                }
                if (line.isPresent() && !line.get().isEmpty()) {
                    obey(stage, line.get());
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void obey(Stage stage, String words) throws IOException {
        switch (words) {
            case "cell" -> console.print(stage.truth());
            case "tricks" -> {
                for (Device.Trick trick : stage.tricks(NAME)) {
                    console.print(String.format(Locale.ROOT, "%-24s %s", trick.usage(), trick.meaning()));
                }
            }
            default -> {
                try {
                    stage.trick(NAME, words);
                    console.print("done: " + words);
                } catch (IllegalArgumentException senseless) {
                    console.error("error: " + senseless.getMessage());
                }
            }
        }
    }
}
