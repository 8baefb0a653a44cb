package cellwright.palmsens.script;

import cellwright.palmsens.codec.Literal;

/**
 * How scripts are written for one instrument.
 *
 * @param model what it is
 * @param intervalSeconds time between two packages
 * @param mainsHertz frequency of the mains to average over; 0 where the instrument knows no such command
 * @param readback whether what is regulated is measured too, by {@code add_meas}; otherwise only its set value is told
 */
public record Style(Model model, double intervalSeconds, int mainsHertz, boolean readback) {
    /** The maker's rule for the bandwidth at a sampling interval, Hz s. */
    private static final double BANDWIDTH = 5.85;

    Literal interval() {
        return Literal.nearest(intervalSeconds);
    }

    Literal bandwidth() {
        return Literal.nearest(BANDWIDTH / intervalSeconds);
    }
}
