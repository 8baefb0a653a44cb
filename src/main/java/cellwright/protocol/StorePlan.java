package cellwright.protocol;

import java.time.Duration;

/**
 * What a laboratory keeps of its runs beside the journal, as an operator writes it down. All of it can be made again.
 *
 * @param columns whether the columns of runs are fed while these go on
 * @param parquet whether the rows of a run that is over are put into one Parquet file
 * @param alarmAfter a person is told if the oldest row has not arrived in the columns for so long
 */
public record StorePlan(boolean columns, boolean parquet, Duration alarmAfter) {
    /** What holds where the configuration says nothing. */
    public static final StorePlan USUAL = new StorePlan(true, true, Duration.ofMinutes(10));
}
