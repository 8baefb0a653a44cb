package cellwright.engine.sense;

/**
 * Which of the last three readings were implausible: two of them are a finding. Immutable.
 *
 * @param history one bit a reading, 1 for implausible, the newest lowest
 */
record Suspicion(int history) {
    static final Suspicion NONE = new Suspicion(0);

    private static final int OF = 0b111;
    private static final int TRIPS = 2;

    Suspicion after(boolean implausible) {
        int next = ((history << 1) | (implausible ? 1 : 0)) & OF;
        return next == history ? this : next == 0 ? NONE : new Suspicion(next);
    }

    boolean any() {
        return history != 0;
    }

    boolean isEnough() {
        return Integer.bitCount(history) >= TRIPS;
    }
}
