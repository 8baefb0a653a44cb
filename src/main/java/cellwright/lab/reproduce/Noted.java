package cellwright.lab.reproduce;

import java.util.List;

/**
 * What an aside came to.
 *
 * @param aside what was asked
 * @param values of each seed; NaN where there is none
 */
public record Noted(Aside aside, List<Double> values) {
    /** Takes an immutable copy. */
    public Noted {
        values = List.copyOf(values);
    }
}
