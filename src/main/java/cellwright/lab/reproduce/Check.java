package cellwright.lab.reproduce;

/**
 * One line of the table: a number, how it is found, and what it is to be.
 *
 * @param row number of the table's row; a row with several numbers has several checks
 * @param what what is measured, in words
 * @param unit of the number; empty for a count
 * @param target what it is to be
 * @param kind what it says that it is met
 * @param judgement makes the number of what was recorded
 */
public record Check(String row, String what, String unit, Target target, Kind kind, Judgement judgement) {
    /** The target with its unit. */
    public String demand() {
        return unit.isEmpty() ? target.words() : target.words() + " " + unit;
    }

    /** The number of the runs of one seed, or why there is none. */
    Answer answer(Runs runs) {
        try {
            double value = judgement.of(runs);
            return target.met(value)
                    ? new Answer(runs.seed(), value, true, "")
                    : new Answer(runs.seed(), value, false, missed(value));
        } catch (RunFailed | IllegalArgumentException without) {
            return new Answer(runs.seed(), Double.NaN, false, String.valueOf(without.getMessage()));
        } catch (RuntimeException fault) {
            return new Answer(runs.seed(), Double.NaN, false, "the judgement failed: " + fault);
        }
    }

    private String missed(double value) {
        String with = unit.isEmpty() ? "" : " " + unit;
        return Double.isNaN(value)
                ? "the number is not known"
                : Numbers.words(value) + with + " is not " + target.words() + with;
    }
}
