package cellwright.simulator.instrument;

/**
 * What is wrong with a channel at the moment.
 *
 * @param leadOpen no current can flow
 * @param senseSwapped the voltage is seen with the wrong sign
 * @param rangeSticks the current is reported in the next finer range
 * @param voltsStick the voltage is reported as it was
 * @param voltsLost the voltage is reported as not a number
 * @param powerless the instrument is dead
 */
public record Trouble(
        boolean leadOpen,
        boolean senseSwapped,
        boolean rangeSticks,
        boolean voltsStick,
        boolean voltsLost,
        boolean powerless) {
    /** Nothing is wrong. */
    public static final Trouble NONE = new Trouble(false, false, false, false, false, false);

    /** What a schedule makes of an instant. */
    public static Trouble at(Mishaps mishaps, long nanos) {
        return new Trouble(
                mishaps.on(Mishap.OPEN_LEAD, nanos) || mishaps.on(Mishap.CONTACT_LOSS, nanos),
                mishaps.on(Mishap.SWAPPED_SENSE, nanos),
                mishaps.on(Mishap.RANGE_SATURATION, nanos),
                mishaps.on(Mishap.STUCK_READING, nanos),
                mishaps.on(Mishap.NAN, nanos),
                mishaps.on(Mishap.POWER_FAIL, nanos));
    }

    /** Whether the cell is connected otherwise than with another trouble. */
    public boolean connectsLike(Trouble other) {
        return leadOpen == other.leadOpen && senseSwapped == other.senseSwapped && powerless == other.powerless;
    }
}
