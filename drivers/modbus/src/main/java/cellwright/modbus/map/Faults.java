package cellwright.modbus.map;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a text, gathered while it is read on. Mutable, one thread. */
final class Faults {
    /** After so many the rest is not worth reading. */
    private static final int MOST = 50;

    private final String file;
    private final List<String> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(Place place, String what) {
        if (found.size() < MOST) {
            found.add("%s:%d:%d: %s".formatted(file, place.line(), place.column(), what));
        }
    }

    /**
     * Ends a reading in which something was wrong.
     *
     * @throws UnreadableMap with all that was found
     */
    void judge() throws UnreadableMap {
        if (!found.isEmpty()) {
            throw new UnreadableMap(found);
        }
    }
}
