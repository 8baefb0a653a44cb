package cellwright.opcua.map;

import java.util.Locale;
import java.util.Optional;

/** What kind of instrument a server is to the laboratory. */
public enum Kind {
    /** Keeps a force or a pressure on the cell. */
    PRESS,
    /** Keeps a temperature. */
    CHAMBER,
    /** Drives a cell. */
    POTENTIOSTAT,
    /** Measures only. */
    SENSOR;

    /** The word a role map has for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word. */
    static Optional<Kind> of(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
