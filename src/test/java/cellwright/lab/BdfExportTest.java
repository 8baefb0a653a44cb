package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.EventLog.LogFailure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's table keeps what the Battery Data Format promises its readers. */
final class BdfExportTest {
    private static final Pattern COMMA = Pattern.compile(",");

    @TempDir
    static Path folder;

    private static List<String> labels = List.of();
    private static final List<List<String>> ROWS = new ArrayList<>();

    @BeforeAll
    static void export() throws IOException, LogFailure {
        Path protocol = House.written(folder, "voltage: 2.7..4.4 V", """
                - { rest: 10 min }
                - cycles: 3
                  steps:
                    - charge: 1C
                      until: voltage >= 4.3 V
                      at most: 2 h
                      every: { 10 min: [ rest: 5 min ] }
                    - { hold: 4.3 V, until: current <= C/20, at most: 1 h, when late: next }
                    - { discharge: 1C, until: voltage <= 2.8 V, at most: 2 h }
                """);
        House.run(House.prepared(protocol, House.warmCell(folder), Map.of(), 0), folder.resolve("run"));
        RunExport.bdfCsv(House.replay(folder.resolve("run")), folder.resolve("table.bdf.csv"));
        List<String> lines = Files.readAllLines(folder.resolve("table.bdf.csv"));
        labels = List.of(COMMA.split(lines.get(0)));
        lines.subList(1, lines.size()).forEach(line -> ROWS.add(List.of(COMMA.split(line, -1))));
    }

    @Test
    void everyRowIsWhole() {
        assertThat(ROWS).hasSizeGreaterThan(200).allSatisfy(row -> assertThat(row)
                .hasSameSizeAs(labels));
        for (String label : List.of("Test Time / s", "Voltage / V", "Current / A", "Surface Pressure / Pa")) {
            assertThat(column(label)).as(label).doesNotContain("");
        }
    }

    @Test
    void timeGoesOn() {
        assertNeverFalls("Test Time / s");
        assertNeverFalls("Unix Time / s");
        BigDecimal offset = new BigDecimal(column("Unix Time / s").get(0))
                .subtract(new BigDecimal(column("Test Time / s").get(0)));
        assertThat(offset).isEqualByComparingTo("1767225600");
        for (int i = 0; i < ROWS.size(); i++) {
            assertThat(new BigDecimal(column("Unix Time / s").get(i))
                            .subtract(new BigDecimal(column("Test Time / s").get(i))))
                    .isEqualByComparingTo(offset);
        }
    }

    @Test
    void countersCount() {
        assertNeverFalls("Cycle Count / 1");
        assertNeverFalls("Step Count / 1");
        assertThat(numbers("Cycle Count / 1")).startsWith(0.0).endsWith(3.0);
        List<Double> index = numbers("Record Index / 1");
        for (int i = 0; i < index.size(); i++) {
            assertThat(index.get(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void everyStepIsCountedFromOneAndFromZero() {
        List<String> count = column("Step Count / 1");
        List<Double> index = numbers("Step Record Index / 1");
        List<Double> time = numbers("Step Time / s");
        for (int i = 0; i < ROWS.size(); i++) {
            boolean first = i == 0 || !count.get(i).equals(count.get(i - 1));
            assertThat(index.get(i)).as("row %d", i).isEqualTo(first ? 1 : index.get(i - 1) + 1);
            assertThat(time.get(i)).as("row %d", i).isGreaterThanOrEqualTo(first ? 0 : time.get(i - 1));
        }
        assertThat(numbers("Step Count / 1").get(ROWS.size() - 1)).isGreaterThan(20);
        assertThat(time).allSatisfy(seconds -> assertThat(seconds).isLessThanOrEqualTo(3600));
    }

    @Test
    void accumulatorsNeverFallAndTheNetIsTheirDifference() {
        assertNeverFalls("Charging Capacity / Ah");
        assertNeverFalls("Discharging Capacity / Ah");
        List<Double> charged = numbers("Charging Capacity / Ah");
        List<Double> discharged = numbers("Discharging Capacity / Ah");
        List<Double> net = numbers("Net Capacity / Ah");
        for (int i = 0; i < ROWS.size(); i++) {
            assertThat(net.get(i)).isCloseTo(charged.get(i) - discharged.get(i), within(1e-15));
        }
    }

    @Test
    void theCyclesCapacityBeginsAnew() {
        List<String> cycle = column("Cycle Count / 1");
        List<Double> charged = numbers("Cycle Charging Capacity / Ah");
        for (int i = 1; i < ROWS.size(); i++) {
            if (!cycle.get(i).equals(cycle.get(i - 1))) {
                assertThat(charged.get(i)).isZero();
            } else {
                assertThat(charged.get(i)).isGreaterThanOrEqualTo(charged.get(i - 1));
            }
        }
    }

    @Test
    void stepsHaveTheirTypes() {
        assertThat(column("Step Type")).contains("REST", "CC_CHG", "CV_CHG", "CC_DCH");
        assertThat(column("Step ID")).contains("1", "3", "4", "5", "6").doesNotContain("0");
    }

    @Test
    void numbersHaveAtLeastNineDigits() {
        assertThat(column("Voltage / V").stream().filter(text -> text.length() > 10))
                .hasSizeGreaterThan(ROWS.size() / 2);
        assertThat(column("Charging Capacity / Ah").stream().filter(text -> text.length() > 10))
                .hasSizeGreaterThan(ROWS.size() / 2);
    }

    @Test
    void aGermanComputerWritesTheSame() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            RunExport.bdfCsv(House.replay(folder.resolve("run")), folder.resolve("german.bdf.csv"));
        } finally {
            Locale.setDefault(before);
        }
        assertThat(folder.resolve("german.bdf.csv")).hasSameTextualContentAs(folder.resolve("table.bdf.csv"));
    }

    @Test
    void theSidecarIsThere() {
        assertThat(folder.resolve("table.bdf.metadata.json")).content().contains("\"simulated\" : true");
    }

    private static void assertNeverFalls(String label) {
        List<Double> values = numbers(label);
        for (int i = 1; i < values.size(); i++) {
            assertThat(values.get(i)).as("%s in row %d", label, i).isGreaterThanOrEqualTo(values.get(i - 1));
        }
    }

    private static List<String> column(String label) {
        int column = labels.indexOf(label);
        return ROWS.stream().map(row -> row.get(column)).toList();
    }

    private static List<Double> numbers(String label) {
        return column(label).stream().map(Double::valueOf).toList();
    }
}
