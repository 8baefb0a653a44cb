package cellwright.store.columns;

/** A part of a run. */
public sealed interface Span {
    /** All there is. */
    Span ALL = new Records(0, Long.MAX_VALUE);

    /**
     * Rows by their number; what lies beyond the last is left out.
     *
     * @param from first row, from 0
     * @param to behind the last one
     */
    record Records(long from, long to) implements Span {
        /** Refuses what runs backwards. */
        public Records {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("rows " + from + " to " + to + " are not a span");
            }
        }
    }

    /**
     * Test time.
     *
     * @param fromNanos its first nanosecond
     * @param toNanos behind its last one; {@link Long#MAX_VALUE} for no end
     */
    record Time(long fromNanos, long toNanos) implements Span {
        /** Refuses what runs backwards. */
        public Time {
            if (toNanos < fromNanos) {
                throw new IllegalArgumentException("a span cannot end before it begins");
            }
        }
    }

    /**
     * Cycles; 0 is what came before the first.
     *
     * @param first the first of them
     * @param last the last of them
     */
    record Cycles(long first, long last) implements Span {
        /** Refuses what runs backwards. */
        public Cycles {
            if (last < first) {
                throw new IllegalArgumentException("cycles " + first + " to " + last + " are not a span");
            }
        }
    }
}
