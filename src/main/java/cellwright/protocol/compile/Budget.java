package cellwright.protocol.compile;

/** How large a program may become; keeps a file of a few lines from unfolding into millions of operations. */
final class Budget {
    static final int MOST_OPERATIONS = 10_000;
    static final int MOST_CONDITIONS = 50_000;
    static final int DEEPEST = 16;

    private final Faults faults;
    private int operations;
    private int conditions;
    private boolean spent;

    Budget(Faults faults) {
        this.faults = faults;
    }

    /** Whether one more operation fits; complains once when it does not. */
    boolean takeOperation(String path) {
        operations++;
        return fits(operations <= MOST_OPERATIONS, path, MOST_OPERATIONS + " operations");
    }

    /** Whether one more condition fits; complains once when it does not. */
    boolean takeCondition(String path) {
        conditions++;
        return fits(conditions <= MOST_CONDITIONS, path, MOST_CONDITIONS + " conditions");
    }

    /** Whether something did not fit; compiling further would find nothing new. */
    boolean isSpent() {
        return spent;
    }

    /** Whether steps may stand so deep; complains when not. */
    boolean allowsDepth(int depth, String path) {
        if (depth > DEEPEST) {
            faults.error(path, "steps are nested more than " + DEEPEST + " deep; write them flatter");
        }
        return depth <= DEEPEST;
    }

    private boolean fits(boolean fits, String path, String most) {
        if (!fits && !spent) {
            spent = true;
            faults.error(path, "the protocol unfolds into more than " + most + "; use loops instead of copies");
        }
        return fits && !spent;
    }
}
