package cellwright.analysis.impedance;

/**
 * Something about a fit that whoever uses its numbers has to know.
 *
 * @param kind what
 * @param text in words, with the parameters concerned
 */
public record FitDoubt(Kind kind, String text) {
    /** The kinds of doubt. */
    public enum Kind {
        /** A parameter ran to 0 or infinity, or another takes its part entirely; it was held and the others fitted again. */
        AT_LIMIT,
        /** Two parameters are correlated by more than 0.98: neither is determined by itself, their sum may be. */
        CORRELATED,
        /** The condition number of the Jacobian is above 1e8. */
        ILL_CONDITIONED,
        /** The fit is no better than the guess that was given. */
        NOT_IMPROVED,
        /** A standard uncertainty is more than half of its value. */
        UNCERTAIN,
        /** Arcs of the same form were renamed by their time constants, so that a series of fits does not mix them. */
        ARCS_SORTED,
        /** Only one of several starts arrived here: there may be a better place. */
        LONELY,
        /** The last descent ended by its budget or a numerical failure; these are the best values seen. */
        ABORTED
    }
}
