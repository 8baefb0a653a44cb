package cellwright.simulator.instrument;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can go wrong at a channel. */
public enum Mishap {
    /** A current lead is off: no current flows, the voltage is that of the resting cell. */
    OPEN_LEAD,
    /** The sense leads are swapped: the channel sees the voltage with the wrong sign, and holds by it. */
    SWAPPED_SENSE,
    /** The range switch sticks one range too fine: the current that is reported ends at that range's full scale. */
    RANGE_SATURATION,
    /** A contact is loose: in every tenth of a second the current path is closed or open by chance. */
    CONTACT_LOSS,
    /** The instrument has no power: its relay drops, it answers nothing, and forgets what it was told. */
    POWER_FAIL,
    /** The voltage that is reported stays what it was. The loop and the guard of the instrument still see the true one. */
    STUCK_READING,
    /** The voltage that is reported is not a number, although the instrument calls it good. */
    NAN,
    /** A sense lead is off: the channel sees a part of the voltage and hum, and holds by it. */
    SENSE_OFF,
    /** A contact between the sense leads has become worse: more resistance is in series with the cell. */
    CONTACT_RISE,
    /** The thermocouple is broken: its input drives the temperature that is reported to the end of its scale. */
    THERMOCOUPLE_OPEN,
    /** The thermocouple is another place's: the temperature that is reported is that of a room. */
    THERMOCOUPLE_SWAPPED;

    /** The name in a schedule. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Mishap> named(String word) {
        return Arrays.stream(values())
                .filter(mishap -> mishap.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Mishap::word).collect(Collectors.joining(", "));
    }
}
