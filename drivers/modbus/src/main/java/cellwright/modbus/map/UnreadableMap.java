package cellwright.modbus.map;

import java.util.List;

/** A register map with faults; its message is all of them, a line each, with file, line and column. */
public final class UnreadableMap extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableMap(List<String> faults) {
        super(String.join("\n", faults));
    }
}
