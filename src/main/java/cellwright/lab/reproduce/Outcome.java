package cellwright.lab.reproduce;

import java.util.List;

/**
 * What an experiment came to.
 *
 * @param experiment which
 * @param rows its lines of the table
 * @param asides numbers beside the table
 * @param drawing its figure, from the first seed
 * @param seconds the time its runs and their analysis took, seeds added
 */
public record Outcome(Experiment experiment, List<Row> rows, List<Noted> asides, Drawing drawing, double seconds) {
    /** Takes immutable copies. */
    public Outcome {
        rows = List.copyOf(rows);
        asides = List.copyOf(asides);
    }
}
