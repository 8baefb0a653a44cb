package cellwright.benchmarks;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Settings;
import cellwright.instrument.Signal;
import cellwright.lab.EmulationRoom;
import cellwright.lab.RigRoom;
import cellwright.world.WallClock;
import cellwright.world.emulated.Attach;
import cellwright.world.emulated.Stage;
import cellwright.world.link.Switchboard;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A reading through driver, codec and serial link, against the same bytes written to and read from the same pseudo-terminal as a bare
 * file, with the same far end. Once with the emulated load cell there, and once with a far end that has its answers ready, so that
 * nothing but the way is measured. Interleaved driver, file, file, driver; the figure is the ratio of the medians.
 *
 * <p>Arguments: the project's folder, and the number of rounds.
 */
@TouchesTheRealWorld
public final class PortBenchmark {
    private static final int READINGS = 1000;
    private static final double TARGET = 2;
    private static final String KIND = "modbus";

    private final Driver driver = RigRoom.driver(KIND).orElseThrow();
    private final Path port;
    private final Settings settings;
    private final List<Overheard.Exchange> all;
    private final List<Overheard.Exchange> reading;

    private PortBenchmark(String address) throws InstrumentException {
        this.port = Path.of(address.substring("serial:".length()));
        this.settings = new Settings(Map.of("link", address, "map", "laumas-tlb", "division", "1"))
                .withDefaults(driver.settings());
        Overheard host = new Overheard(host());
        int opening;
        try (Instrument instrument = driver.open(settings, host)) {
            opening = host.exchanges().size();
            instrument.read();
        }
        this.all = host.exchanges();
        this.reading = all.subList(opening, all.size());
    }

    private static Host host() {
        return Switchboard.ofThisMachine(WallClock::monotonicNanos, () -> false);
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws IOException, InstrumentException {
        Path house = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        var kind = EmulationRoom.kind(KIND).orElseThrow();
        Settings played = new Settings(Map.of("device", "laumas-tlb")).withDefaults(kind.settings());
        try (Stage stage = new Stage(Emulators.bench(house, 0), WallClock::monotonicNanos)) {
            PortBenchmark emulated = new PortBenchmark(stage.place(KIND, KIND, played, Attach.parse("serial")));
            emulated.measure("pseudo-terminal, driver / bare file", rounds);
            try (Stage ready = new Stage(new ReadyBench(emulated.all), WallClock::monotonicNanos)) {
                new PortBenchmark(ready.place(KIND, KIND, played, Attach.parse("serial")))
                        .measure("the same, answers ready at the far end", rounds);
            }
        }
        System.exit(0);
    }

    private void measure(String what, int rounds) throws IOException, InstrumentException {
        Rounds drivers = new Rounds();
        Rounds files = new Rounds();
        for (int round = -2; round < rounds; round++) {
            double first = throughTheDriver();
            double second = asAFile();
            double third = asAFile();
            double fourth = throughTheDriver();
            if (round >= 0) {
                drivers.add(first);
                drivers.add(fourth);
                files.add(second);
                files.add(third);
            }
        }
        Verdict.atMost(what, drivers.median() / files.median(), "", TARGET);
        Verdict.remark(what + ": a reading as a bare file", files.median() * 1e6, " µs");
    }

    /** Seconds a reading. */
    private double throughTheDriver() throws InstrumentException {
        try (Instrument instrument = driver.open(settings, host())) {
            double newtons = instrument.read().value(Signal.FORCE);
            long before = System.nanoTime();
            for (int i = 0; i < READINGS; i++) {
                if (instrument.read().value(Signal.FORCE) != newtons) {
                    throw new IllegalStateException("void: the load is not the same all the time");
                }
            }
            return (System.nanoTime() - before) * 1e-9 / READINGS;
        }
    }

    private double asAFile() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(port.toFile(), "rw")) {
            waitingForBytes();
            exchange(file);
            long before = System.nanoTime();
            for (int i = 0; i < READINGS; i++) {
                exchange(file);
            }
            return (System.nanoTime() - before) * 1e-9 / READINGS;
        }
    }

    /** Has the terminal, which the driver left as it needs it, wait for a byte; asking again and again would keep the far end waiting. */
    private void waitingForBytes() throws IOException {
        Process stty = new ProcessBuilder("stty", "-F", port.toString(), "raw", "-echo", "min", "1", "time", "0")
                .inheritIO()
                .start();
        if (stty.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("void: stty cannot set up " + port);
        }
    }

    private void exchange(RandomAccessFile file) throws IOException {
        for (Overheard.Exchange each : reading) {
            file.write(each.question());
            byte[] heard = new byte[each.answer().length];
            int count = 0;
            while (count < heard.length) {
                int some = file.read(heard, count, heard.length - count);
                if (some <= 0) {
                    throw new IllegalStateException("void: the terminal does not wait for the file's bytes");
                }
                count += some;
            }
            if (!Arrays.equals(heard, each.answer())) {
                throw new IllegalStateException("void: the far end does not answer the file as it answered the driver");
            }
        }
    }
}
