package cellwright.lab;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Regulator;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.protocol.Bench;
import cellwright.protocol.Cell;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.world.Rig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Sets up simulated rigs: finds the driver, gives it the cell, learns what the bench can do. */
public final class RigRoom {
    private static final String SIMULATOR = "simulator";

    /** Settings that the cell's file tells in words of its own. */
    private static final Map<String, String> WORDS = new TreeMap<>(Map.of(
            "active_mass_kg", "\"active mass\", for example \"active mass: 4.885 mg\"",
            "anode", "\"counter electrode\"",
            "area_m2", "\"area\", for example \"area: 0.7854 cm2\""));

    private RigRoom() {}

    /**
     * A rig with a cell in it.
     *
     * @param rig the instruments
     * @param bench what they can do
     */
    public record Mounted(Rig rig, Bench bench) {}

    /**
     * Mounts a cell in a simulated rig.
     *
     * @param cell the cell; its {@code simulation} keys go to the driver
     * @param file the cell's file, for messages
     * @param seed selects the noise
     */
    public static Result<Mounted> mount(Cell cell, String file, long seed) {
        Optional<Driver> driver = driver(SIMULATOR);
        if (driver.isEmpty()) {
            return refuse(file, List.of("no driver named \"" + SIMULATOR + "\" is installed; reinstall the program"));
        }
        Settings settings = settings(cell, seed);
        List<String> faults = settings.faults(driver.get().settings());
        if (!faults.isEmpty()) {
            return refuse(file, faults.stream().map(RigRoom::inWords).toList());
        }
        try {
            Settings complete = settings.withDefaults(driver.get().settings());
            return new Result.Made<>(mounted(driver.get().open(complete, NO_LINKS)), List.of());
        } catch (IllegalArgumentException | InstrumentException senseless) {
            return refuse(file, List.of(inWords(String.valueOf(senseless.getMessage()))));
        }
    }

    /** The driver of a name, if it is installed. */
    public static Optional<Driver> driver(String name) {
        return drivers().stream().filter(driver -> driver.name().equals(name)).findFirst();
    }

    /** All installed drivers by their names. */
    public static List<Driver> drivers() {
        return ServiceLoader.load(Driver.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Driver::name))
                .toList();
    }

    private static Mounted mounted(Instrument instrument) {
        Rig rig = Rig.of(instrument);
        Map<Signal, Regulator.Span> spans = new LinkedHashMap<>();
        for (Signal signal : rig.regulator().regulates()) {
            spans.put(signal, rig.regulator().span(signal));
        }
        Bench bench = new Bench(
                SIMULATOR,
                rig.potentiostat().envelope(),
                spans,
                rig.foresight().signals(),
                rig.analyser().map(ImpedanceAnalyser::reach));
        return new Mounted(rig, bench);
    }

    /** What the driver says of its settings, and where the cell's file tells them; only the driver knows what it needs. */
    private static String inWords(String message) {
        StringBuilder words = new StringBuilder("simulation: ").append(message);
        WORDS.forEach((key, word) -> {
            if (message.contains('"' + key + '"')) {
                words.append("; in the cell's file that is ").append(word);
            }
        });
        return words.toString();
    }

    private static Settings settings(Cell cell, long seed) {
        Map<String, String> keys = new TreeMap<>(cell.simulation());
        keys.put("cell", cell.name());
        keys.put("seed", Long.toString(seed));
        cell.activeMassKg().ifPresent(kg -> keys.put("active_mass_kg", Double.toString(kg)));
        cell.areaM2().ifPresent(area -> keys.put("area_m2", Double.toString(area)));
        cell.counterElectrode().ifPresent(electrode -> keys.putIfAbsent("anode", anode(electrode.name())));
        return new Settings(keys);
    }

    private static String anode(String electrode) {
        return electrode.equals("Li+/Li") ? "Li" : electrode;
    }

    private static <T> Result<T> refuse(String file, List<String> messages) {
        List<Problem> problems = new ArrayList<>();
        messages.forEach(message -> problems.add(Problem.error(Place.whole(file), message)));
        return new Result.Refused<>(problems);
    }

    /** A simulated rig needs no wires and brings its own time. */
    private static final Host NO_LINKS = new Host() {
        @Override
        public NanoClock clock() {
            return () -> 0;
        }

        @Override
        public Link link(String address) throws InstrumentException {
            throw new InstrumentException(
                    InstrumentException.Kind.LOST, address, "a rehearsal opens no links; use the simulator");
        }
    };
}
