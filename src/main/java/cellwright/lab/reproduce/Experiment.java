package cellwright.lab.reproduce;

import java.util.List;

/**
 * A published experiment, or a promise of the program, and how it is checked.
 *
 * @param id by which it is named, as {@code Z08}
 * @param title in a line
 * @param source where the numbers come from
 * @param remark what a reader should know besides; may be empty
 * @param minutesOfWork about how long one seed takes to compute, relative to the others; long ones are begun first
 * @param abreast how many of its runs are made at the same time
 * @param trials its runs
 * @param checks its lines of the table
 * @param asides numbers told beside the table
 * @param picture draws it
 */
public record Experiment(
        String id,
        String title,
        String source,
        String remark,
        double minutesOfWork,
        int abreast,
        List<Trial> trials,
        List<Check> checks,
        List<Aside> asides,
        Picture picture) {
    /** Takes immutable copies. */
    public Experiment {
        trials = List.copyOf(trials);
        checks = List.copyOf(checks);
        asides = List.copyOf(asides);
    }

    /** One without asides. */
    public Experiment(
            String id,
            String title,
            String source,
            String remark,
            double minutesOfWork,
            int abreast,
            List<Trial> trials,
            List<Check> checks,
            Picture picture) {
        this(id, title, source, remark, minutesOfWork, abreast, trials, checks, List.of(), picture);
    }
}
