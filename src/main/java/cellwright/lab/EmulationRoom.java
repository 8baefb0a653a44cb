package cellwright.lab;

import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Emulation;
import cellwright.instrument.emulation.Kind;
import cellwright.protocol.Cell;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Sets up benches of emulated instruments: finds who plays them and hands over the cell. Any thread. */
public final class EmulationRoom {
    private EmulationRoom() {}

    /** All kinds of instruments that can be played here. */
    public static List<Kind> kinds() {
        return emulations().stream()
                .flatMap(emulation -> emulation.kinds().stream())
                .toList();
    }

    /** The kind of a name. */
    public static Optional<Kind> kind(String name) {
        return kinds().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static List<Emulation> emulations() {
        return ServiceLoader.load(Emulation.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /**
     * A bench with a cell on it.
     *
     * @param cell its {@code simulation} keys go to the emulation
     * @param file the cell's file, for messages
     * @param atNanos where the bench's time begins
     */
    public static Result<Bench> bench(Cell cell, String file, long seed, long atNanos) {
        List<Emulation> found = emulations();
        if (found.isEmpty()) {
            return refuse(file, List.of("nothing that plays instruments is installed; reinstall the program"));
        }
        List<Setting> declared = found.getFirst().settings();
        Settings settings = RigRoom.settings(cell, seed);
        List<String> faults = settings.faults(declared);
        if (!faults.isEmpty()) {
            return refuse(file, faults.stream().map(RigRoom::inWords).toList());
        }
        try {
            Settings complete = settings.withDefaults(declared);
            return new Result.Made<>(found.getFirst().bench(complete, atNanos), List.of());
        } catch (IllegalArgumentException senseless) {
            return refuse(file, List.of(RigRoom.inWords(String.valueOf(senseless.getMessage()))));
        }
    }

    private static <T> Result<T> refuse(String file, List<String> messages) {
        List<Problem> problems = new ArrayList<>();
        messages.forEach(message -> problems.add(Problem.error(Place.whole(file), message)));
        return new Result.Refused<>(problems);
    }
}
