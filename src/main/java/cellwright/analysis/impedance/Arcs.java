package cellwright.analysis.impedance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the arcs of a circuit, and orders those that could change places without changing the circuit. */
final class Arcs {
    private record Place(Block.Parallel block, Block.Leaf resistor, Block.Leaf capacity) {
        double seconds(double[] values) {
            return Arc.of(resistor, capacity, values).seconds();
        }

        boolean looksLike(Place other) {
            return block.branches().size() == other.block.branches().size()
                    && IntStream.range(0, block.branches().size())
                            .allMatch(i -> kind(block.branches().get(i))
                                    .equals(kind(other.block.branches().get(i))));
        }

        private static String kind(Block branch) {
            return branch instanceof Block.Leaf leaf ? leaf.kind().letters() : "";
        }

        boolean isPlain() {
            return block.branches().size() == 2 && block.branches().stream().allMatch(Block.Leaf.class::isInstance);
        }
    }

    private Arcs() {}

    /** All arcs from the shortest time constant to the longest. */
    static List<Arc> of(Circuit circuit, double[] values) {
        return places(circuit.root())
                .map(place -> Arc.of(place.resistor, place.capacity, values))
                .sorted(Comparator.comparingDouble(Arc::seconds))
                .toList();
    }

    /** Values (or coordinates by the same places) in which exchangeable arcs stand from the shortest time constant to the longest. */
    static int[] order(Circuit circuit, double[] values) {
        int[] order = IntStream.range(0, values.length).toArray();
        for (Block.Series series : allSeries(circuit.root()).toList()) {
            List<Place> open = new ArrayList<>(series.parts().stream()
                    .flatMap(Arcs::place)
                    .filter(Place::isPlain)
                    .toList());
            while (!open.isEmpty()) {
                Place first = open.get(0);
                List<Place> alike = open.stream().filter(first::looksLike).toList();
                open.removeAll(alike);
                exchange(alike, values, order);
            }
        }
        return order;
    }

    private static void exchange(List<Place> alike, double[] values, int[] order) {
        List<Place> sorted = alike.stream()
                .sorted(Comparator.comparingDouble(place -> place.seconds(values)))
                .toList();
        for (int i = 0; i < alike.size(); i++) {
            int to = alike.get(i).block.from();
            int from = sorted.get(i).block.from();
            for (int p = 0; p < alike.get(i).block.to() - to; p++) {
                order[to + p] = from + p;
            }
        }
    }

    private static Stream<Place> places(Block block) {
        Stream<Block> parts =
                switch (block) {
                    case Block.Leaf ignored -> Stream.empty();
                    case Block.Series series -> series.parts().stream();
                    case Block.Parallel parallel -> parallel.branches().stream();
                };
        return Stream.concat(place(block), parts.flatMap(Arcs::places));
    }

    /** A parallel part with a capacity and, in another branch, a resistance by itself or in series with something. */
    private static Stream<Place> place(Block block) {
        if (!(block instanceof Block.Parallel parallel)) {
            return Stream.empty();
        }
        List<Block.Leaf> capacities = parallel.branches().stream()
                .flatMap(Arcs::leaf)
                .filter(leaf -> leaf.kind().isCapacitive())
                .toList();
        List<Block.Leaf> resistors = parallel.branches().stream()
                .flatMap(branch -> branch instanceof Block.Series series ? series.parts().stream() : Stream.of(branch))
                .flatMap(Arcs::leaf)
                .filter(leaf -> leaf.kind() == ElementKind.RESISTOR)
                .toList();
        return capacities.size() == 1 && resistors.size() == 1
                ? Stream.of(new Place(parallel, resistors.get(0), capacities.get(0)))
                : Stream.empty();
    }

    private static Stream<Block.Leaf> leaf(Block block) {
        return block instanceof Block.Leaf leaf ? Stream.of(leaf) : Stream.empty();
    }

    private static Stream<Block.Series> allSeries(Block block) {
        return switch (block) {
            case Block.Leaf ignored -> Stream.empty();
            case Block.Series series ->
                Stream.concat(Stream.of(series), series.parts().stream().flatMap(Arcs::allSeries));
            case Block.Parallel parallel -> parallel.branches().stream().flatMap(Arcs::allSeries);
        };
    }
}
