package cellwright.lab.serve;

import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Device;
import cellwright.instrument.emulation.Kind;
import cellwright.lab.EmulationRoom;
import cellwright.lab.Gather;
import cellwright.lab.InputText;
import cellwright.protocol.Cell;
import cellwright.protocol.EmulatedBench;
import cellwright.protocol.LabPlan;
import cellwright.protocol.Places;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.CellReader;
import cellwright.protocol.yaml.LabReader;
import cellwright.protocol.yaml.ReadLab;
import cellwright.world.WallClock;
import cellwright.world.emulated.Attach;
import cellwright.world.emulated.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The emulated instruments of a laboratory, playing. They are there before the laboratory is opened, which then connects to them
 * as to any others. One thread at a time until it is open, then any.
 */
public final class Backstage implements AutoCloseable {
    private final Path file;
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    private Backstage(Path file, Places places) {
        this.file = file;
        this.places = places;
    }

    /** Nothing plays. */
    static Backstage empty() {
        return new Backstage(Path.of(""), Places.unknown(""));
    }

    /**
     * Begins to play what a configuration file says is to be played, which is nothing in a real laboratory.
     *
     * @throws IOException if a port or terminal cannot be had; nothing plays then
     */
    public static Result<Backstage> open(Path file) throws IOException {
        Result<ReadLab> read = Gather.then(InputText.read(file), text -> LabReader.read(file.toString(), text));
        return switch (read) {
            case Result.Refused<ReadLab> refused -> new Result.Refused<>(refused.problems());
            case Result.Made<ReadLab> made -> open(file, made.value());
        };
    }

    private static Result<Backstage> open(Path file, ReadLab read) throws IOException {
        Backstage backstage = new Backstage(file, read.places());
        boolean whole = false;
        try {
            for (EmulatedBench bench : read.plan().emulated()) {
                backstage.raise(bench);
            }
            whole = backstage.problems.isEmpty();
        } finally {
            if (!whole) {
                backstage.close();
            }
        }
        return whole ? new Result.Made<>(backstage, List.of()) : new Result.Refused<>(backstage.problems);
    }

    private void raise(EmulatedBench wanted) throws IOException {
        Optional<Bench> bench = bench(wanted);
        if (bench.isEmpty()) {
            return;
        }
        Stage stage = new Stage(bench.get(), WallClock::monotonicNanos);
        stages.add(stage);
        for (EmulatedBench.Played played : wanted.instruments()) {
            place(stage, wanted, played);
        }
    }

    private Optional<Bench> bench(EmulatedBench wanted) {
        Path cell = beside(wanted.cell());
        Result<Cell> read = Gather.then(InputText.read(cell), text -> CellReader.read(cell.toString(), text));
        return Gather.value(read, problems)
                .map(found -> found.simulatedWith(wanted.simulation()))
                .flatMap(found -> Gather.value(
                        EmulationRoom.bench(found, cell.toString(), 0, WallClock.monotonicNanos()), problems));
    }

    private Path beside(String name) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? Path.of(name) : folder.resolve(name).normalize();
    }

    private void place(Stage stage, EmulatedBench bench, EmulatedBench.Played played) throws IOException {
        String path = "emulated/" + bench.name() + "/" + played.name();
        Optional<Kind> kind = EmulationRoom.kind(played.kind());
        if (kind.isEmpty()) {
            error(path + "/plays", "no instrument \"" + played.kind() + "\" can be played; see: cellwright emulate");
            return;
        }
        Settings settings = new Settings(played.settings());
        List<String> faults = settings.faults(kind.get().settings());
        faults.forEach(fault -> error(path + "/settings", fault));
        if (faults.isEmpty()) {
            place(stage, path, played, kind.get());
        }
    }

    private void place(Stage stage, String path, EmulatedBench.Played played, Kind kind) throws IOException {
        try {
            Settings settings = new Settings(played.settings()).withDefaults(kind.settings());
            addresses.put(played.name(), stage.place(played.name(), kind.name(), settings, attach(played.at(), kind)));
        } catch (IllegalArgumentException senseless) {
            error(path, String.valueOf(senseless.getMessage()));
        }
    }

    private Attach attach(String at, Kind kind) {
        if (at.isEmpty()) {
            return Attach.parse(kind.attachment() == Kind.Attachment.LINE ? "serial" : "tcp:0");
        }
        return switch (Attach.parse(at)) {
            case Attach.Socket socket -> socket;
            case Attach.Line line -> line;
            case Attach.Terminal terminal ->
                new Attach.Terminal(terminal.alias().map(path -> beside(path.toString())));
        };
    }

    private void error(String path, String message) {
        problems.add(Problem.error(places.at(path), message));
    }

    /** The address of an emulated instrument where its name stands; any other text as it is. */
    public String address(String text) {
        return text.startsWith(LabPlan.EMULATED)
                ? addresses.getOrDefault(text.substring(LabPlan.EMULATED.length()), text)
                : text;
    }

    /** What plays, and where, by name. */
    public Map<String, String> addresses() {
        return Map.copyOf(addresses);
    }

    /** The names of what plays, in the configured order. */
    List<String> names() {
        return List.copyOf(addresses.keySet());
    }

    /**
     * Tells an instrument to misbehave.
     *
     * @param words what it is told, one of its {@link #tricks}
     * @throws IllegalArgumentException saying what was expected
     */
    void trick(String name, String words) throws IOException {
        stage(name).trick(name, words);
    }

    /**
     * How an instrument can be told to misbehave.
     *
     * @throws IllegalArgumentException if none of that name plays
     */
    List<Device.Trick> tricks(String name) throws IOException {
        return stage(name).tricks(name);
    }

    private Stage stage(String name) throws IOException {
        for (Stage stage : stages) {
            if (stage.names().contains(name)) {
                return stage;
            }
        }
        throw new IllegalArgumentException(
                "no instrument \"" + name + "\" is played; there are " + String.join(", ", addresses.keySet()));
    }

    /** Ends the play. */
    @Override
    public void close() throws IOException {
        for (Stage stage : stages) {
            stage.close();
        }
        stages.clear();
    }
}
