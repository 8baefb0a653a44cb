package cellwright.store.table;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The three columns of a spectrum. */
final class Impedance {
    private Impedance() {}

    /**
     * What the cells of a line become.
     *
     * @param sign -1 if the file has -Z''
     */
    static List<Heading> headings(int frequency, int real, int imaginary, double sign, Predicate<String> wanted) {
        return Stream.of(
                        Heading.number(frequency, "Frequency / Hz"),
                        Heading.number(real, "Real Impedance / ohm"),
                        new Heading(imaginary, "Imaginary Impedance / ohm", sign, Heading.Reading.NUMBER))
                .filter(heading -> wanted.test(heading.label()))
                .toList();
    }

    /** A point is three numbers, the first above 0. */
    static void check(List<String> cells, long line) throws Misread {
        for (int i = 0; i < Math.min(3, cells.size()); i++) {
            if (cells.get(i).isEmpty()) {
                throw new Misread(line, i + 1, "an empty cell; a point of a spectrum is three numbers");
            }
        }
        if (cells.size() == 3 && !(CellText.number(cells.get(0), line, 1) > 0)) {
            throw new Misread(line, 1, CellText.shown(cells.get(0)) + " is no frequency; one above 0 Hz was expected");
        }
    }
}
