package cellwright.testkit;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One drawn value, with the simpler ones to try in its place once it made a property fail.
 *
 * @param value what was drawn
 * @param simpler simpler values, the simplest first, computed anew at each call; empty if there is none
 */
public record Drawn<T>(T value, Supplier<Stream<Drawn<T>>> simpler) {
    /** A value as simple as can be. */
    public static <T> Drawn<T> simplest(T value) {
        return new Drawn<>(value, Stream::empty);
    }

    /**
     * A value whose simpler ones follow from the value itself.
     *
     * @param step the values to try instead; must lead to an end, or the search for the smallest case only stops at its
     *     own bound
     */
    public static <T> Drawn<T> shrinking(T value, Function<T, Stream<T>> step) {
        return new Drawn<>(value, () -> step.apply(value).map(next -> shrinking(next, step)));
    }

    /** The same tree of values, each passed through a function. */
    public <R> Drawn<R> map(Function<? super T, ? extends R> function) {
        return new Drawn<>(function.apply(value), () -> simpler.get().map(next -> next.map(function)));
    }
}
