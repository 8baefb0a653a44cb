package cellwright.benchmarks;

import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Kind;
import cellwright.lab.EmulationRoom;
import cellwright.lab.InputText;
import cellwright.protocol.Cell;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.CellReader;
import cellwright.world.WallClock;
import cellwright.world.emulated.Attach;
import cellwright.world.emulated.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Emulated instruments, each with a cell and a pseudo-terminal of its own. Any thread. */
final class Emulators implements AutoCloseable {
    private static final String NAME = "it";

    private final List<Place> places = new ArrayList<>();

    /** An instrument, what is heard of it, and its address. */
    private record Place(Stage stage, Tap tap, String address) {}

    /** So many of one kind. */
    Emulators(Path house, Played played, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            Tap tap = new Tap(bench(house, i), played);
            Stage stage = new Stage(tap, WallClock::monotonicNanos);
            Kind kind = EmulationRoom.kind(played.word()).orElseThrow();
            Settings settings = new Settings(played.emulation()).withDefaults(kind.settings());
            places.add(new Place(stage, tap, stage.place(NAME, kind.name(), settings, Attach.parse("serial"))));
        }
    }

    /** A bench with the shipped cell of Zhou et al. under pressure. */
    static Bench bench(Path house, long seed) {
        Path file = house.resolve("config/cells/ncm85-zhou.yaml");
        Cell cell = made(CellReader.read(file.toString(), made(InputText.read(file))));
        Cell pressed = cell.simulatedWith(Map.of("start_pressure_pa", "250e6"));
        return made(EmulationRoom.bench(pressed, file.toString(), seed, WallClock.monotonicNanos()));
    }

    private static <T> T made(Result<T> result) {
        return switch (result) {
            case Result.Made<T> made -> made.value();
            case Result.Refused<T> refused -> throw new IllegalStateException("void: " + refused.problems());
        };
    }

    int count() {
        return places.size();
    }

    /** Where a driver finds it. */
    String address(int which) {
        return places.get(which).address();
    }

    /** What is heard of it. */
    Tap tap(int which) {
        return places.get(which).tap();
    }

    /** Tells it to misbehave. */
    void trick(int which, String words) {
        try {
            places.get(which).stage().trick(NAME, words);
        } catch (IOException failed) {
            throw new IllegalStateException("void: " + words, failed);
        }
    }

    @Override
    public void close() throws IOException {
        for (Place place : places) {
            place.stage().close();
        }
    }
}
