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
 * @param senseOff a part of the voltage is seen
 * @param contactWorse there is more resistance in series
 * @param probe what became of the temperature sensor
 */
public record Trouble(
        boolean leadOpen,
        boolean senseSwapped,
        boolean rangeSticks,
        boolean voltsStick,
        boolean voltsLost,
        boolean powerless,
        boolean senseOff,
        boolean contactWorse,
        Probe probe) {
    /** Nothing is wrong. */
    public static final Trouble NONE = new Trouble(false, false, false, false, false, false, false, false, Probe.WELL);

    /** What the temperature sensor is like. */
    public enum Probe {
        /** It shows where it is. */
        WELL,
        /** It is broken. */
        OPEN,
        /** It is somewhere else. */
        ELSEWHERE
    }

    /** What a schedule makes of an instant. */
    public static Trouble at(Mishaps mishaps, long nanos) {
        return new Trouble(
                mishaps.on(Mishap.OPEN_LEAD, nanos) || mishaps.on(Mishap.CONTACT_LOSS, nanos),
                mishaps.on(Mishap.SWAPPED_SENSE, nanos),
                mishaps.on(Mishap.RANGE_SATURATION, nanos),
                mishaps.on(Mishap.STUCK_READING, nanos),
                mishaps.on(Mishap.NAN, nanos),
                mishaps.on(Mishap.POWER_FAIL, nanos),
                mishaps.on(Mishap.SENSE_OFF, nanos),
                mishaps.on(Mishap.CONTACT_RISE, nanos),
                probe(mishaps, nanos));
    }

    private static Probe probe(Mishaps mishaps, long nanos) {
        if (mishaps.on(Mishap.THERMOCOUPLE_OPEN, nanos)) {
            return Probe.OPEN;
        }
        return mishaps.on(Mishap.THERMOCOUPLE_SWAPPED, nanos) ? Probe.ELSEWHERE : Probe.WELL;
    }

    /** Whether the cell is connected otherwise than with another trouble. */
    public boolean connectsLike(Trouble other) {
        return leadOpen == other.leadOpen
                && senseSwapped == other.senseSwapped
                && senseOff == other.senseOff
                && contactWorse == other.contactWorse
                && powerless == other.powerless;
    }
}
