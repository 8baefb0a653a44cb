package cellwright.journal;

import java.util.Optional;

/** Kinds of records, as their type byte names them. Codes are for ever; a changed body gets a new version. */
enum RecordType {
    STARTED(1),
    MEASURED(2),
    DUE(3),
    SILENT(4),
    FAILED(5),
    ACKNOWLEDGED(6),
    SAFE(7),
    ASKED(8),
    RECOVERED(9),
    SPECTRUM_TAKEN(10),
    /** Which signal an id stands for, in this segment. */
    SIGNAL_DEFINED(0x81),
    /** From where on an earlier segment is given up. */
    SEGMENT_POISONED(0x82),
    /** What the wall clock showed at an instant. */
    CLOCKS_READ(0x83);

    private static final int FIRST_HOUSEKEEPING = 0x80;

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Newest version of the body this code knows, and the one it writes. */
    int version() {
        return 1;
    }

    /** Whether records of this kind are events and have sequence numbers. */
    boolean isEvent() {
        return code < FIRST_HOUSEKEEPING;
    }

    static Optional<RecordType> of(int code) {
        for (RecordType type : VALUES) {
            if (type.code == code) {
                return type.itself;
            }
        }
        return Optional.empty();
    }

    private final Optional<RecordType> itself = Optional.of(this);
    private static final RecordType[] VALUES = values();
}
