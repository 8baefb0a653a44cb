package cellwright.simulator.emulator.line;

/** What ends a command. */
public enum CommandEnd {
    /** A CR; an LF is passed over. */
    CR,
    /** An LF. */
    LF,
    /** Either. */
    CR_OR_LF;

    boolean ends(byte each) {
        return switch (this) {
            case CR -> each == '\r';
            case LF -> each == '\n';
            case CR_OR_LF -> each == '\r' || each == '\n';
        };
    }

    boolean passesOver(byte each) {
        return this == CR && each == '\n';
    }
}
