package cellwright.lab.reproduce;

/**
 * A number that is told beside the table, and has no target.
 *
 * @param what what is measured, in words
 * @param unit of the number
 * @param judgement makes the number of what was recorded
 */
public record Aside(String what, String unit, Judgement judgement) {
    /** The number of the runs of one seed; NaN if they do not allow one. Why a run failed is told by its rows. */
    double value(Runs runs) {
        try {
            return judgement.of(runs);
        } catch (RuntimeException without) {
            return Double.NaN;
        }
    }
}
