package cellwright.modbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import cellwright.instrument.Host;
import cellwright.modbus.map.MapReader;
import cellwright.modbus.map.RegisterMap;
import cellwright.modbus.map.UnreadableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;

/** Register maps: those in this module, by name, and those in files. */
final class Maps {
    /** The names of the maps in this module. */
    static final List<String> SHIPPED = List.of("eurotherm-3200", "laumas-tlb", "watlow-f4t");

    private Maps() {}

    /**
     * The map of that name or in that file.
     *
     * @param host knows where files lie
     * @param division what one count of the device stands for, before the map's own
     * @throws IllegalArgumentException naming the setting, with every fault of the map
     */
    static RegisterMap named(String name, Host host, Optional<BigDecimal> division) {
        try {
            return MapReader.read(name, text(name, host), division);
        } catch (UnreadableMap unreadable) {
            throw new IllegalArgumentException("setting \"map\": " + unreadable.getMessage(), unreadable);
        }
    }

    private static String text(String name, Host host) {
        if (SHIPPED.contains(name)) {
            return resource(name);
        }
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            throw new IllegalArgumentException("setting \"map\": there is no map \"%s\"; known are %s, or give a file"
                    .formatted(name, String.join(", ", SHIPPED)));
        }
        try {
            return Files.readString(host.file(name), UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException(
                    "setting \"map\": the file " + name + " cannot be read as UTF-8 text: " + unreadable, unreadable);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Maps.class.getResourceAsStream("maps/" + name + ".yaml")) {
            if (stream == null) {
                throw new IllegalStateException("the map " + name + " is missing in this build");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
