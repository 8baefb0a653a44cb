package cellwright.testkit;

import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.presentation.StandardRepresentation;

/**
 * A claim checked for many drawn values; a failure names the seed and the smallest case that still fails.
 *
 * <p>The seed is fixed, so that a build gives the same answer twice; {@code -Dcellwright.seed=N} draws other cases, and
 * {@code -Dcellwright.property.cases=N} raises the number of cases of every check, as the nightly run does.
 */
public final class Property<T> {
    /** The seed where none is given. */
    public static final long DEFAULT_SEED = 20_260_901L;

    private static final int SHRINKING_TRIES = 5000;

    private final Gen<T> gen;
    private final long seed;

    private Property(Gen<T> gen, long seed) {
        this.gen = gen;
        this.seed = seed;
    }

    /** What is claimed of each value: returns if it holds, throws anything if it does not. */
    @FunctionalInterface
    public interface Claim<T> {
        /** Checks one value. */
        void holds(T value) throws Exception;
    }

    /** A property over the values of a generator. */
    public static <T> Property<T> forAll(Gen<T> gen) {
        return new Property<>(gen, Long.getLong("cellwright.seed", DEFAULT_SEED));
    }

    /** The same with a seed of its own, whatever the command line says. */
    public Property<T> seeded(long own) {
        return new Property<>(gen, own);
    }

    /**
     * Checks the claim.
     *
     * @param cases how many values to draw, more if the command line says so
     * @throws AssertionError with the seed and the smallest failing case
     */
    public void check(int cases, Claim<? super T> claim) {
        draw(Math.max(cases, Integer.getInteger("cellwright.property.cases", 0)), claim);
    }

    /**
     * Checks a claim of which a single case takes a tenth of a second or so, a whole laboratory's: the command line's number of
     * cases counts for a hundredth.
     *
     * @param cases how many values to draw, more if the command line says so
     * @throws AssertionError with the seed and the smallest failing case
     */
    public void checkWhole(int cases, Claim<? super T> claim) {
        draw(Math.max(cases, Integer.getInteger("cellwright.property.cases", 0) / 100), claim);
    }

    private void draw(int total, Claim<? super T> claim) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < total; i++) {
            Drawn<T> drawn = gen.draw(random.split());
            Optional<Throwable> fault = fault(claim, drawn.value());
            if (fault.isPresent()) {
                throw failure(i + 1, total, drawn.value(), smallest(new Failing<>(drawn, fault.get()), claim));
            }
        }
    }

    private record Failing<T>(Drawn<T> drawn, Throwable fault) {}

    /** Walks to ever simpler failing values until none of the next simpler ones fails. */
    private static <T> Failing<T> smallest(Failing<T> first, Claim<? super T> claim) {
        Failing<T> best = first;
        int tries = 0;
        var candidates = best.drawn().simpler().get().iterator();
        while (candidates.hasNext() && tries++ < SHRINKING_TRIES) {
            Drawn<T> candidate = candidates.next();
            Optional<Throwable> fault = fault(claim, candidate.value());
            if (fault.isPresent()) {
                best = new Failing<>(candidate, fault.get());
                candidates = candidate.simpler().get().iterator();
            }
        }
        return best;
    }

    private static <T> Optional<Throwable> fault(Claim<? super T> claim, T value) {
        try {
            claim.holds(value);
            return Optional.empty();
        } catch (Exception | AssertionError | StackOverflowError fault) {
            return Optional.of(fault);
        }
    }

    private AssertionError failure(int number, int total, T first, Failing<T> smallest) {
        return new AssertionError(
                """
                case %d of %d fails with seed %d (repeat with -Dcellwright.seed=%d)
                smallest failing case: %s
                first failing case:    %s
                because: %s""".formatted(
                        number, total, seed, seed, shown(smallest.drawn().value()), shown(first), smallest.fault()),
                smallest.fault());
    }

    private static String shown(Object value) {
        return new StandardRepresentation().toStringOf(value);
    }
}
