package cellwright.analysis.impedance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real spectra and what other programs made of them; a test that needs them is skipped where the folder is absent. */
final class Fixtures {
    private Fixtures() {}

    /** A Li-ion cell, 66 points from 3.16 mHz to 10 kHz. */
    static Impedances exampleData() {
        return columns(lines("eis/exampleData.csv").map(line -> line.split(",", -1)), 0, 1, 2);
    }

    /** A spectrum in a ZPlot file. */
    static Impedances zplot(String name) {
        return columns(
                lines("eis/" + name)
                        .dropWhile(line -> !line.startsWith("End Comments"))
                        .skip(1)
                        .map(String::trim)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.split("\\s+", -1)),
                0,
                4,
                5);
    }

    /** The numbers of other programs, the part on impedance. */
    static JsonNode expected() {
        try {
            return JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build()
                    .readTree(Files.readString(file("expected.json")))
                    .path("eis");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A row of numbers. */
    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    private static Stream<String> lines(String name) {
        try {
            return Files.readAllLines(file(name)).stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path file(String name) {
        Path house = Path.of(System.getProperty("cellwright.house", "."))
                .toAbsolutePath()
                .normalize();
        Path file = Stream.of("../shared/data", "../../shared/data")
                .map(house::resolve)
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(house.resolve(name));
        assumeTrue(Files.exists(file), "the folder of fixtures is not beside the house: " + file);
        return file;
    }

    private static Impedances columns(Stream<String[]> rows, int hertz, int real, int imaginary) {
        List<String[]> all = rows.toList();
        return Impedances.of(column(all, hertz), column(all, real), column(all, imaginary));
    }

    private static double[] column(List<String[]> rows, int index) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[index])).toArray();
    }
}
