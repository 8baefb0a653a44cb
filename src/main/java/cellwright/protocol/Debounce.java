package cellwright.protocol;

/**
 * How many of the last readings must be bad before a limit trips, so that one spike does not end a month's run.
 *
 * @param trips bad readings needed, from 1
 * @param of among so many last readings, at least {@code trips}, at most 32
 */
public record Debounce(int trips, int of) {
    /** Two of the last three readings. */
    public static final Debounce USUAL = new Debounce(2, 3);

    /** The first bad reading. */
    public static final Debounce AT_ONCE = new Debounce(1, 1);

    /** Refuses what can never or always trip. */
    public Debounce {
        if (trips < 1 || of < trips || of > 32) {
            throw new IllegalArgumentException(
                    "a limit trips on 1 <= n of m <= 32 readings, got " + trips + " of " + of);
        }
    }
}
