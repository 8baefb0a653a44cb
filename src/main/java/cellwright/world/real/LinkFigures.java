package cellwright.world.real;

/**
 * How well the talk with an instrument goes, counted since the program began.
 *
 * @param readings readings that came
 * @param repeats readings that came at the second try only
 * @param mended readings before which the driver passed over something hurt by itself
 * @param failures exchanges that failed for good
 * @param connects how often it was connected
 * @param missedTicks readings that were due and left out because the one before was still under way
 * @param usualLatenessNanos 99 of 100 readings were begun no later than so after they were due, to within 9 %
 * @param worstLatenessNanos the latest a reading was begun after it was due
 * @param troubleShare share of the latest thousand exchanges that were not answered well at once; 0 before the first
 * @param poor whether that is so often that people were told to look at the link
 */
public record LinkFigures(
        long readings,
        long repeats,
        long mended,
        long failures,
        long connects,
        long missedTicks,
        long usualLatenessNanos,
        long worstLatenessNanos,
        double troubleShare,
        boolean poor) {}
