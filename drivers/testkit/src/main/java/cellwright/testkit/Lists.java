package cellwright.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a list of drawn elements shrinks: ever smaller parts left out, then each element made simpler. */
final class Lists {
    private Lists() {}

    static <T> Drawn<List<T>> drawn(List<Drawn<T>> elements, int shortest) {
        List<T> values = elements.stream().map(Drawn::value).toList();
        return new Drawn<>(values, () -> Stream.concat(shorter(elements, shortest), simpler(elements))
                .map(fewer -> drawn(fewer, shortest)));
    }

    private static <T> Stream<List<Drawn<T>>> shorter(List<Drawn<T>> elements, int shortest) {
        int spare = elements.size() - shortest;
        return Stream.iterate(spare, part -> part > 0, part -> part / 2)
                .flatMap(part -> IntStream.iterate(0, from -> from + part <= elements.size(), from -> from + part)
                        .mapToObj(from -> without(elements, from, part)));
    }

    private static <T> List<Drawn<T>> without(List<Drawn<T>> elements, int from, int count) {
        List<Drawn<T>> rest = new ArrayList<>(elements.subList(0, from));
        rest.addAll(elements.subList(from + count, elements.size()));
        return rest;
    }

    private static <T> Stream<List<Drawn<T>>> simpler(List<Drawn<T>> elements) {
        return IntStream.range(0, elements.size())
                .boxed()
                .flatMap(at -> elements.get(at).simpler().get().map(next -> replaced(elements, at, next)));
    }

    private static <T> List<Drawn<T>> replaced(List<Drawn<T>> elements, int at, Drawn<T> next) {
        List<Drawn<T>> changed = new ArrayList<>(elements);
        changed.set(at, next);
        return changed;
    }
}
