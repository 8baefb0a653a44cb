package cellwright.benchmarks;

import java.util.stream.DoubleStream;

/**
 * One figure of each round. Where less is better, the least of many is what the program itself needs: other work on the
 * machine only ever adds to it. Mutable, one thread.
 */
final class Rounds {
    private double[] sorted = {};

    /** Takes in the figure of a round. */
    void add(double figure) {
        sorted = DoubleStream.concat(DoubleStream.of(sorted), DoubleStream.of(figure))
                .sorted()
                .toArray();
    }

    /** The least. */
    double least() {
        return sorted[0];
    }

    /** The one in the middle. */
    double median() {
        return sorted[sorted.length / 2];
    }
}
