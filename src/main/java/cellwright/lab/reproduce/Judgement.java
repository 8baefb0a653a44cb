package cellwright.lab.reproduce;

/** Makes one number of what an experiment's runs recorded: a pure function. */
@FunctionalInterface
public interface Judgement {
    /**
     * The number, in the unit of its check.
     *
     * @throws RunFailed if a run that is needed did not come to its end
     * @throws IllegalArgumentException if what was recorded does not allow a number, in words that say why
     */
    double of(Runs runs);
}
