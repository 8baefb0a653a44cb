package cellwright.lab.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.NanoClock;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Kind;
import cellwright.instrument.emulation.LineDevice;
import cellwright.lab.EmulationRoom;
import cellwright.lab.InputText;
import cellwright.protocol.Cell;
import cellwright.protocol.EmulatedBench;
import cellwright.protocol.yaml.CellReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulated cell with its instruments, in hand-moved time, each at the end of a cable. One thread at a time. */
final class PlayedBench {
    private static final Pattern TRUTH = Pattern.compile("(\\S+) V, (\\S+) mA, (\\S+) MPa, (\\S+) °C");

    private final NanoClock clock;
    private final Bench bench;
    private final Map<String, LineDevice> devices = new LinkedHashMap<>();
    private final Map<String, Cable> cables = new LinkedHashMap<>();

    /**
     * The cell as it is, whatever anybody believes.
     *
     * @param volts its voltage
     * @param amps its current
     * @param pascals its stack pressure
     * @param celsius its temperature
     */
    record Truth(double volts, double amps, double pascals, double celsius) {}

    /** A bench as configured; cell files relative to a folder. */
    PlayedBench(EmulatedBench wanted, Path folder, NanoClock clock) {
        this.clock = clock;
        String file = folder.resolve(wanted.cell()).toString();
        Cell cell = EmulatedRig.made(
                CellReader.read(file, EmulatedRig.made(InputText.read(folder.resolve(wanted.cell())))));
        bench = EmulatedRig.made(EmulationRoom.bench(cell.simulatedWith(wanted.simulation()), file, 0, clock.nanos()));
        wanted.instruments().forEach(this::place);
    }

    private void place(EmulatedBench.Played played) {
        Kind kind = EmulationRoom.kind(played.kind()).orElseThrow();
        Settings settings = new Settings(played.settings()).withDefaults(kind.settings());
        LineDevice device = (LineDevice) bench.device(kind.name(), settings, clock.nanos());
        devices.put(played.name(), device);
        cables.put(played.name(), new Cable(clock, device, this::moveOn));
    }

    /** All instruments in the order of their places, so that the same test gives the same cell. */
    void moveOn() {
        long now = clock.nanos();
        bench.advance(now);
        devices.values().forEach(device -> device.advance(now));
    }

    Map<String, Cable> cables() {
        return cables;
    }

    /** Tells an instrument to misbehave. */
    void trick(String name, String words) {
        moveOn();
        Objects.requireNonNull(devices.get(name), () -> "there is no instrument " + name)
                .trick(words);
    }

    boolean has(String name) {
        return devices.containsKey(name);
    }

    Truth truth() {
        moveOn();
        Matcher matcher = TRUTH.matcher(bench.truth());
        assertThat(matcher.matches()).as(bench.truth()).isTrue();
        return new Truth(
                Double.parseDouble(matcher.group(1)),
                1e-3 * Double.parseDouble(matcher.group(2)),
                1e6 * Double.parseDouble(matcher.group(3)),
                Double.parseDouble(matcher.group(4)));
    }
}
