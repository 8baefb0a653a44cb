package cellwright.lab.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.lab.House;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of the table that short runs tell, with one seed: conductivities, impedances, a hold, and lithium that gets through. What
 * they are to be is stated here once more, so that no target moves by itself.
 */
final class PublishedMeasurementsTest {
    private static final double ANY = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    /** What one check is to give. */
    record Range(double low, double high) {}

    private static Range near(double value, double tolerance) {
        return new Range(value - tolerance, value + tolerance);
    }

    static Stream<Arguments> experiments() {
        return Stream.of(
                Arguments.of("Z01", List.of(near(2.00, 0.04))),
                Arguments.of("Z02", List.of(near(0.330, 0.005), near(0.302, 0.005))),
                Arguments.of("Z03", List.of(near(4.7e-10, 0.03 * 4.7e-10), new Range(2.84, 2.88))),
                Arguments.of("Z17", List.of(new Range(0, 80), new Range(3, 5), new Range(7, 7), new Range(5, ANY))),
                Arguments.of("Z18", List.of(new Range(-ANY, 2), new Range(-ANY, 5))),
                Arguments.of("Z20", List.of(new Range(0.3, 1), near(31, 3), new Range(99, ANY))),
                Arguments.of("C02", List.of(near(3.0e-6, 0.02 * 3.0e-6))),
                Arguments.of("F04", List.of(near(0.30, 0.05), new Range(0, 120), new Range(0, 0))));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void whatWasPublishedIsMeasured(String id, List<Range> wanted) {
        var reproduction = new Reproduction(House.ROOT, folder, false, 1, 2, Instant.EPOCH);
        List<Row> rows = reproduction
                .of(AcceptanceTable.named(List.of(id)), () -> false, (experiment, seed, seconds) -> {})
                .getFirst()
                .rows();
        assertThat(rows).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(rows.get(i).reasons()).isEmpty();
            assertThat(rows.get(i).answers().getFirst().value())
                    .isBetween(wanted.get(i).low(), wanted.get(i).high());
        }
    }
}
