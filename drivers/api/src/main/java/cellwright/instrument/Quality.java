package cellwright.instrument;

/** How far a value may be trusted. Everything that is not {@link #usable()} violates each limit that needs the value. */
public enum Quality {
    /** Within the instrument's specification. */
    GOOD,
    /** Measured, with a reservation of the instrument (settling, range change); still usable for limits. */
    UNCERTAIN,
    /** The true value lies outside the measuring range. */
    OVERLOAD,
    /** The value is older than the instrument's own update time. */
    STALE,
    /** No value arrived. */
    MISSING,
    /** The instrument says the value is wrong. */
    BAD;

    /** Whether a limit or an end condition may be judged by a value of this quality. */
    public boolean usable() {
        return this == GOOD || this == UNCERTAIN;
    }
}
