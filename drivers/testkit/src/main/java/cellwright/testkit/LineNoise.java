package cellwright.testkit;

import java.util.SplittableRandom;

/** A line on which characters come with a wrong bit, seeded. Mutable, one thread. */
public final class LineNoise {
    private final SplittableRandom random;
    private final int oneIn;

    /**
     * A bad line.
     *
     * @param oneIn characters of which one is wrong, on average; above 0
     */
    public LineNoise(long seed, int oneIn) {
        this.random = new SplittableRandom(seed);
        this.oneIn = oneIn;
    }

    /** A text as it arrives. */
    public String on(String text) {
        var noisy = new StringBuilder(text);
        for (int i = 0; i < noisy.length(); i++) {
            if (random.nextInt(oneIn) == 0) {
                noisy.setCharAt(i, (char) (noisy.charAt(i) ^ 1 << random.nextInt(8)));
            }
        }
        return noisy.toString();
    }
}
