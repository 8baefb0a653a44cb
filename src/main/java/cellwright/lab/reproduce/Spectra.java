package cellwright.lab.reproduce;

import cellwright.analysis.impedance.Impedances;
import cellwright.engine.SpectrumRow;
import cellwright.figure.Axis;
import cellwright.figure.Chart;
import cellwright.figure.Series;
import cellwright.lab.RunData;
import java.util.List;
import java.util.stream.IntStream;

/** The spectra of a run, counted from 1 as the papers count them, and how they are drawn. */
final class Spectra {
    private Spectra() {}

    /** A spectrum by its number. */
    static SpectrumRow number(RunData data, int number) {
        if (number < 1 || number > data.spectra().size()) {
            throw new IllegalArgumentException("there is no spectrum " + number + "; the run has "
                    + data.spectra().size());
        }
        return data.spectra().get(number - 1);
    }

    /** The spectra that a step of the protocol took. */
    static List<SpectrumRow> at(RunData data, String path) {
        return data.spectra().stream().filter(row -> row.path().equals(path)).toList();
    }

    /** The only spectrum that a step took, refused if there is another or none. */
    static SpectrumRow only(RunData data, String path) {
        List<SpectrumRow> found = at(data, path);
        if (found.size() != 1) {
            throw new IllegalArgumentException("step " + path + " took " + found.size() + " spectra, not one");
        }
        return found.getFirst();
    }

    /** |Z| at the lowest frequency, ohm. A spectrum that is not whole, or ends elsewhere than it should, is refused. */
    static double modulus(SpectrumRow row) {
        Impedances z = whole(row);
        int last = IntStream.range(0, z.size())
                .boxed()
                .min((a, b) -> Double.compare(z.hertz(a), z.hertz(b)))
                .orElseThrow();
        double hertz = Math.min(row.sweep().fromHz(), row.sweep().toHz());
        if (Math.abs(z.hertz(last) - hertz) > hertz * 1e-6) {
            throw new IllegalArgumentException("spectrum " + row.index() + " has no usable point at " + hertz
                    + " Hz, its lowest is " + z.hertz(last));
        }
        return z.modulusOhm(last);
    }

    /** The usable points of a spectrum that is whole. */
    static Impedances whole(SpectrumRow row) {
        if (row.extent() != SpectrumRow.Extent.WHOLE) {
            throw new IllegalArgumentException("spectrum " + row.index() + " is not whole: " + row.extent());
        }
        return Impedances.of(row.spectrum());
    }

    /** A plot after Nyquist of some spectra, in ohm or a multiple of it. */
    static Chart nyquist(String heading, String unit, Series... spectra) {
        return Chart.of(heading, Axis.linear("Z' / " + unit), Axis.linear("-Z'' / " + unit), spectra)
                .evenly();
    }

    /** |Z| of a spectrum against frequency. */
    static Chart moduli(String heading, SpectrumRow row) {
        Impedances z = Impedances.of(row.spectrum());
        return Chart.of(
                heading,
                Axis.log("frequency / Hz"),
                Axis.log("|Z| / ohm"),
                Series.points(
                        "",
                        0,
                        IntStream.range(0, z.size()).mapToDouble(z::hertz).toArray(),
                        IntStream.range(0, z.size()).mapToDouble(z::modulusOhm).toArray()));
    }

    /** One spectrum in such a plot, what is inductive left out; with what it is multiplied by. */
    static Series curve(String name, int colour, SpectrumRow row, double factor) {
        Impedances z = Impedances.of(row.spectrum()).capacitive();
        return new Series(
                name,
                Series.Look.POINTS,
                colour,
                IntStream.range(0, z.size())
                        .mapToDouble(i -> z.realOhm(i) * factor)
                        .toArray(),
                IntStream.range(0, z.size())
                        .mapToDouble(i -> -z.imaginaryOhm(i) * factor)
                        .toArray());
    }
}
