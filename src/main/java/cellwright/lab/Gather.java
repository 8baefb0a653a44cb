package cellwright.lab;

import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chains results and keeps every problem on the way. */
public final class Gather {
    private Gather() {}

    /** The value, if one was made; problems and warnings go to the list either way. */
    public static <T> Optional<T> value(Result<T> result, List<Problem> problems) {
        return switch (result) {
            case Result.Made<T> made -> {
                problems.addAll(made.warnings());
                yield Optional.of(made.value());
            }
            case Result.Refused<T> refused -> {
                problems.addAll(refused.problems());
                yield Optional.empty();
            }
        };
    }

    /** The next step with the value of the one before, or the same refusal. */
    public static <A, B> Result<B> then(Result<A> first, Function<A, Result<B>> next) {
        return switch (first) {
            case Result.Made<A> made -> next.apply(made.value());
            case Result.Refused<A> refused -> new Result.Refused<>(refused.problems());
        };
    }
}
