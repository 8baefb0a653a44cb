package cellwright.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Gen;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FigureTest {
    private static final Axis X = Axis.linear("x / m");
    private static final Axis Y = Axis.linear("y / V");

    private static Drawn drawn(Chart... charts) {
        return new Drawn(new Figure("A title", "a note", List.of(charts)).svg());
    }

    private static Series line(double... xy) {
        return Series.line(
                "line",
                0,
                IntStream.range(0, xy.length / 2).mapToDouble(i -> xy[2 * i]).toArray(),
                IntStream.range(0, xy.length / 2)
                        .mapToDouble(i -> xy[2 * i + 1])
                        .toArray());
    }

    @Test
    void axesCurvesAndNamesAreThere() {
        Drawn drawn = drawn(Chart.of("Heading & more", X, Y, line(0, 0, 1, 1, 2, 4)));
        assertThat(drawn.words().stream().map(Drawn.Word::text))
                .contains("A title", "a note", "Heading & more", "x / m", "y / V", "line", "0.0", "2.0", "4");
        assertThat(drawn.paths("axis")).hasSize(1);
        assertThat(drawn.paths("s0"))
                .as("the curve, and its sample in the legend")
                .hasSize(2);
        drawn.isReadable();
    }

    @Test
    void aLineIsInterruptedWhereANumberIsMissing() {
        Drawn drawn = drawn(Chart.of("", X, Y, line(0, 0, 1, 1, 2, Double.NaN, 3, 1, 4, 0)));
        String path = drawn.paths("s0").get(1);
        assertThat(path.chars().filter(letter -> letter == 'M').count()).isEqualTo(2);
    }

    @Test
    void aLogarithmicAxisLeavesOutWhatItHasNoPlaceFor() {
        Drawn drawn = drawn(Chart.of("", Axis.log("f / Hz"), Y, line(-1, 1, 0, 1, 0.1, 1, 1000, 2)));
        assertThat(drawn.paths("s0").get(1)).matches("M[0-9. ]+L[0-9. ]+");
        assertThat(drawn.words().stream().map(Drawn.Word::text)).contains("0.1", "1", "10", "100", "1000");
    }

    @Test
    void oneUnitIsEquallyLongWhereThatIsAsked() {
        Drawn drawn = drawn(Chart.of("", X, Y, line(0, 0, 10, 1)).evenly());
        double[] ends = numbers(drawn.paths("s0").get(1));
        assertThat((ends[2] - ends[0]) / (ends[1] - ends[3])).isCloseTo(10, within(0.05));
    }

    @Test
    void halfAMillionRowsAreAPictureOfSomeKilobytes() {
        int rows = 500_000;
        double[] x = IntStream.range(0, rows).mapToDouble(i -> i).toArray();
        double[] y =
                IntStream.range(0, rows).mapToDouble(i -> Math.sin(i * 1e-5)).toArray();
        String svg = drawn(Chart.of("", X, Y, Series.line("", 0, x, y), Series.points("", 1, x, y)))
                .toString();
        assertThat(svg.length()).isLessThan(100_000);
    }

    @Test
    void zonesAreStripesOrLevels() {
        Drawn drawn = drawn(Chart.of("", X, Y, line(0, 0, 1, 10))
                .within(
                        new Zone("4 to 6", 4, 6),
                        Zone.level("7", 7),
                        new Zone("at least 9", 9, Double.POSITIVE_INFINITY)));
        assertThat(drawn.toString().split("class=\"zone\"", -1))
                .as("two stripes and their samples")
                .hasSize(5);
        assertThat(drawn.paths("level")).hasSize(2);
        drawn.isReadable();
    }

    @Test
    void aChartWithoutDataIsStillAChart() {
        drawn(Chart.of("nothing", X, Y, line()), Chart.of("one", X, Axis.log("y"), line(5, 5)))
                .isReadable();
    }

    @Test
    void columnsMustBeAlikeAndAFigureNeedsAChart() {
        assertThatThrownBy(() -> Series.line("torn", 0, new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("torn");
        assertThatThrownBy(() -> new Figure("", "", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whateverIsDrawnNoWordLiesOverAnother() {
        Gen<Chart> charts = Numbers.doubles(-1e3, 1e3)
                .with(Numbers.doubles(1e-4, 1e5), (low, span) -> new double[] {low, low + span})
                .with(Numbers.ints(1, 12), FigureTest::chart);
        Property.forAll(charts).check(60, chart -> {
            drawn(chart).isReadable();
            drawn(chart, chart, chart).isReadable();
        });
    }

    private static Chart chart(double[] range, int curves) {
        Series[] series = IntStream.range(0, curves)
                .mapToObj(i -> Series.line("curve number " + i, i, range, new double[] {range[1], range[0]}))
                .toArray(Series[]::new);
        Axis y = range[0] > 0 ? Axis.log("conductivity / S/m") : Axis.linear("conductivity / S/m");
        return Chart.of("A heading of some words", Axis.linear("time / h"), y, series);
    }

    private static double[] numbers(String path) {
        return java.util.Arrays.stream(path.split("[ML ]"))
                .filter(part -> !part.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
