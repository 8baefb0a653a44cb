package cellwright.testkit;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A source of test values: the same random numbers give the same value, and every value knows simpler ones.
 *
 * <p>Stateless. Numbers are in {@link Numbers}, strings and bytes in {@link Texts}; records are put together with
 * {@link #map}, {@link #with} and {@link #flatMap}, and shrink part by part without further work.
 */
@FunctionalInterface
public interface Gen<T> {
    /** How often {@link #where} tries before it gives up. */
    int PATIENCE = 1000;

    /** Draws a value, taking as much randomness as it likes. */
    Drawn<T> draw(SplittableRandom random);

    /** Always the same value. */
    static <T> Gen<T> always(T value) {
        return random -> Drawn.simplest(value);
    }

    /** One of the values, each as likely; an earlier one counts as simpler. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Gen<T> anyOf(T... values) {
        List<T> choices = List.of(values);
        return Numbers.ints(0, choices.size() - 1).map(choices::get);
    }

    /** A value of one of the generators, each as likely; shrinks within the one that was drawn. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> Gen<T> oneOf(Gen<? extends T>... gens) {
        List<Gen<? extends T>> choices = List.of(gens);
        return random ->
                choices.get(random.nextInt(choices.size())).draw(random).map(Function.identity());
    }

    /** Each value passed through a function, which must be pure. */
    default <R> Gen<R> map(Function<? super T, ? extends R> function) {
        return random -> draw(random).map(function);
    }

    /** Two independent values, joined; shrinks the first, then the second. */
    default <U, R> Gen<R> with(Gen<U> other, BiFunction<? super T, ? super U, ? extends R> join) {
        return flatMap(first -> other.map(second -> join.apply(first, second)));
    }

    /** A generator that depends on a value drawn before; shrinks that value first, then what was made of it. */
    default <R> Gen<R> flatMap(Function<? super T, Gen<R>> next) {
        return random -> {
            Drawn<T> first = draw(random);
            return chained(first, next, random.nextLong());
        };
    }

    private static <T, R> Drawn<R> chained(Drawn<T> first, Function<? super T, Gen<R>> next, long seed) {
        Drawn<R> inner = next.apply(first.value()).draw(new SplittableRandom(seed));
        return new Drawn<>(
                inner.value(),
                () -> Stream.concat(
                        first.simpler().get().map(simpler -> chained(simpler, next, seed)),
                        inner.simpler().get()));
    }

    /**
     * Only the values that fit.
     *
     * @throws IllegalStateException at the draw if {@value #PATIENCE} values in a row do not fit
     */
    default Gen<T> where(Predicate<? super T> fits) {
        return random -> Stream.generate(() -> draw(random))
                .limit(PATIENCE)
                .filter(drawn -> fits.test(drawn.value()))
                .findFirst()
                .map(drawn -> pruned(drawn, fits))
                .orElseThrow(() -> new IllegalStateException("no value fits in " + PATIENCE + " tries"));
    }

    /** In place of a simpler value that does not fit, the ones simpler still that do. */
    private static <T> Drawn<T> pruned(Drawn<T> drawn, Predicate<? super T> fits) {
        return new Drawn<>(drawn.value(), () -> drawn.simpler()
                .get()
                .flatMap(next -> fits.test(next.value())
                        ? Stream.of(next)
                        : next.simpler().get())
                .filter(next -> fits.test(next.value()))
                .map(next -> pruned(next, fits)));
    }

    /**
     * Lists of values; shrink by leaving out halves, quarters and so on, then element by element.
     *
     * @param shortest fewest elements, at least 0
     * @param longest most elements
     */
    default Gen<List<T>> list(int shortest, int longest) {
        return random -> {
            int size = random.nextInt(shortest, longest + 1);
            List<Drawn<T>> elements =
                    Stream.generate(() -> draw(random)).limit(size).toList();
            return Lists.drawn(elements, shortest);
        };
    }
}
