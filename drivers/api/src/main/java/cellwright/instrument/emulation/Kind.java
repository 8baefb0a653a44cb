package cellwright.instrument.emulation;

import cellwright.instrument.Setting;
import java.util.List;

/**
 * A kind of instrument that can be played.
 *
 * @param name lower case, words joined by a hyphen
 * @param plays one sentence: the instrument and what it speaks
 * @param attachment how it is reached
 * @param settings what it wants to be told
 */
public record Kind(String name, String plays, Attachment attachment, List<Setting> settings) {
    /** Takes an immutable copy. */
    public Kind {
        settings = List.copyOf(settings);
    }

    /** How an instrument is reached. */
    public enum Attachment {
        /** A serial line, which may also be led over a socket. */
        LINE,
        /** A socket. */
        SOCKET,
        /** A server with a port of its own. */
        SERVER
    }
}
