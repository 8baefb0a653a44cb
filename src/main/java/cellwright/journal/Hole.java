package cellwright.journal;

import java.util.Optional;

/** Something missing, whose loss is known only once the next sequence number is. */
sealed interface Hole {
    /** The finding, given the first sequence number expected and how many were skipped; negative if unknown. */
    Optional<Finding> losing(long first, long lost);

    /** Damaged bytes with whole frames behind them. */
    record Bytes(int segment, long from, long to, String what) implements Hole {
        @Override
        public Optional<Finding> losing(long first, long lost) {
            return Optional.of(new Finding.Damaged(segment, from, to, first, lost, what));
        }
    }

    /** Bytes at the end of a segment that another one follows; torn if the writer itself went on from here. */
    record End(int segment, long from, long to) implements Hole {
        @Override
        public Optional<Finding> losing(long first, long lost) {
            if (lost != 0) {
                return Optional.of(new Finding.Damaged(segment, from, to, first, lost, "no whole record follows"));
            }
            return from == to ? Optional.empty() : Optional.of(new Finding.TornTail(segment, from, to - from));
        }
    }

    /** A segment that is not there. */
    record Segment(int number) implements Hole {
        @Override
        public Optional<Finding> losing(long first, long lost) {
            return Optional.of(new Finding.MissingSegment(number, first, lost));
        }
    }
}
