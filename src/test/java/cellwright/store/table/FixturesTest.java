package cellwright.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.analysis.ColumnCycles;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Files of others give the numbers that their own tools give. */
final class FixturesTest {
    private static final Path HOUSE = Path.of(System.getProperty("cellwright.house", ".."));
    private static Path data = Path.of("");
    private static JsonNode expected = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void look() throws IOException {
        Optional<Path> found = Stream.of("../shared", "../../shared")
                .map(shared -> HOUSE.resolve(shared).resolve("data"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "the folder with the data files of others is not here; this was not checked");
        data = found.orElseThrow();
        expected = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build()
                .readTree(data.resolve("expected.json").toFile());
    }

    private static Table table(String file) {
        return switch (TableFile.read(data.resolve(file))) {
            case Result.Made<Table> made -> made.value();
            case Result.Refused<Table> refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    private static double[] column(Table table, String label) {
        return table.column(label).orElseThrow(() -> new AssertionError(label + " is not in " + table.labels()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exampleData.csv", "Circuit1_EIS_1.z", "Circuit2_EIS_1.z", "Circuit3_EIS_1.z"})
    void spectraAreWhatImpedancePyReads(String name) {
        JsonNode wanted = expected.at("/eis/readers(peer_run)").get(name);
        Table table = table("eis/" + name);
        double[] hertz = column(table, "Frequency / Hz");
        double[] real = column(table, "Real Impedance / ohm");
        double[] imaginary = column(table, "Imaginary Impedance / ohm");
        assertThat(table.rows()).isEqualTo(wanted.get("n").asInt());
        assertThat(hertz[0]).isEqualTo(wanted.get("f_first").asDouble());
        assertThat(hertz[hertz.length - 1]).isEqualTo(wanted.get("f_last").asDouble());
        assertThat(real[0]).isEqualTo(wanted.at("/Z_first/0").asDouble());
        assertThat(imaginary[0]).isEqualTo(wanted.at("/Z_first/1").asDouble());
        assertThat(real[real.length - 1]).isEqualTo(wanted.at("/Z_last/0").asDouble());
        assertThat(imaginary[imaginary.length - 1])
                .isEqualTo(wanted.at("/Z_last/1").asDouble());
        double sumReal = wanted.get("sum_re").asDouble();
        assertThat(Arrays.stream(real).sum()).isCloseTo(sumReal, within(1e-12 * sumReal));
        assertThat(Arrays.stream(imaginary).sum())
                .isCloseTo(wanted.get("sum_im").asDouble(), within(1e-12 * sumReal));
    }

    @Test
    void columnsBetweenBlanksAreASpectrumToo() {
        Table table = table("eis/zarc_data.txt");
        assertThat(table.origin().format()).isEqualTo(TableFormat.IMPEDANCE_CSV);
        assertThat(column(table, "Frequency / Hz")[0]).isEqualTo(1e6);
        assertThat(column(table, "Imaginary Impedance / ohm")[0]).isEqualTo(-0.020948);
    }

    @Test
    void newareCyclesAreThoseOfTheCycler() {
        Table table = table("cycling/neware_uio.csv");
        assertThat(table.origin().format()).isEqualTo(TableFormat.NEWARE_CSV);
        assertThat(table.rows()).isEqualTo(9065);
        double[] cycles = column(table, "Cycle Count / 1");
        double[] steps = column(table, "Step ID");
        assertThat(beginnings(cycles, steps)).isEqualTo(32);
        List<ColumnCycles> found = ColumnCycles.of(
                column(table, "Test Time / s"),
                column(table, "Current / A"),
                column(table, "Voltage / V"),
                cycles,
                steps);
        assertThat(found).hasSize(4);
        for (ColumnCycles each : found) {
            JsonNode wanted = expected.at("/cycling/neware_uio.csv/full/" + each.cycle());
            assertThat(each.chargeAh()).isCloseTo(wanted.get("trapz_Q_chg_Ah").asDouble(), within(1e-12));
            assertThat(each.dischargeAh())
                    .isCloseTo(wanted.get("trapz_Q_dis_Ah").asDouble(), within(1e-12));
            assertThat(each.chargeWh()).isCloseTo(wanted.get("trapz_E_chg_Wh").asDouble(), within(1e-12));
            assertThat(each.dischargeWh())
                    .isCloseTo(wanted.get("trapz_E_dis_Wh").asDouble(), within(1e-12));
            assertThat(counted(table, "Step Charging Capacity / Ah", each.cycle()))
                    .isCloseTo(wanted.get("cycler_Q_chg_Ah").asDouble(), within(1e-12));
            assertThat(counted(table, "Step Discharging Capacity / Ah", each.cycle()))
                    .isCloseTo(wanted.get("cycler_Q_dis_Ah").asDouble(), within(1e-12));
            assertThat(counted(table, "Step Charging Energy / Wh", each.cycle()))
                    .isCloseTo(wanted.get("cycler_E_chg_Wh").asDouble(), within(1e-12));
        }
    }

    private static double counted(Table table, String label, int cycle) {
        double[] cycles = column(table, "Cycle Count / 1");
        int from = 0;
        while (cycles[from] != cycle) {
            from++;
        }
        int to = from;
        while (to < cycles.length && cycles[to] == cycle) {
            to++;
        }
        return ColumnCycles.counted(column(table, label), from, to);
    }

    private static int beginnings(double[] cycles, double[] steps) {
        int count = 0;
        for (int row = 0; row < cycles.length; row++) {
            count += row == 0 || cycles[row] != cycles[row - 1] || steps[row] != steps[row - 1] ? 1 : 0;
        }
        return count;
    }

    @Test
    void machineNamesStandForPreferredLabels() throws IOException {
        String ontology = Files.readString(data.resolve("bdf/bdf-ontology-snapshot.ttl"));
        int checked = 0;
        for (String block : ontology.split("\\n(?=:\\w+ a owl:Class)")) {
            Matcher notation = Pattern.compile("skos:notation \"([^\"]+)\"").matcher(block);
            Matcher label = Pattern.compile("skos:prefLabel \"([^\"]+)\"").matcher(block);
            if (notation.find() && label.find()) {
                assertThat(BdfNames.label(notation.group(1))).isEqualTo(label.group(1));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(50);
        assertThat(table("bdf/SINTEF__LiGrR2032__2024-04-30__25degC__Landt.bdf.csv")
                        .labels())
                .startsWith("Test Time / s", "Voltage / V", "Current / A");
        assertThat(table("bdf/sample.bdf.csv").column("Voltage / V").orElseThrow())
                .startsWith(3.7, 3.6);
    }

    @Test
    void timeThatFallsIsToldWithItsRow() {
        Path file = data.resolve("bdf/SINTEF__SLPBA842124HV__2024-10-23__Rate_25degC__Neware__Time_Bug.bdf.csv");
        if (!(TableFile.brief(file) instanceof Result.Made<TableFile.Brief> made)) {
            throw new AssertionError("the file with the reset of its clock was refused");
        }
        assertThat(made.warnings())
                .hasSize(1)
                .first()
                .extracting(Problem::message)
                .asString()
                .contains("time falls");
        assertThat(made.value().origin().rows()).isGreaterThan(1000);
    }

    @Test
    void ecLabTextIsReadInUnitsOfTheBatteryDataFormat() {
        Table cycling = table("mpt/demo_gcpl_CRLF.mpt");
        assertThat(cycling.origin().format()).isEqualTo(TableFormat.EC_LAB);
        assertThat(cycling.origin().facts()).containsEntry("Device", "SIM-1");
        double[] amps = column(cycling, "Current / A");
        assertThat(Arrays.stream(amps).max().orElseThrow()).isCloseTo(0.168e-3, within(1e-18));
        assertThat(column(cycling, "Test Time / s")[60]).isEqualTo(600);
        Table spectrum = table("mpt/demo_peis_CRLF.mpt");
        assertThat(column(spectrum, "Frequency / Hz")[0]).isEqualTo(1e6);
        assertThat(column(spectrum, "Imaginary Impedance / ohm")[0]).isEqualTo(-415.71875);
        assertThat(column(spectrum, "Phase / deg")[0]).isEqualTo(-45.760639);
    }

    @Test
    void whatCellpyIsGivenMeansWhatWasVerified() throws IOException {
        assertThat(yaml(HOUSE.resolve("config/exchange/cellpy-bdf.yml")))
                .isEqualTo(yaml(data.resolve("bdf/cellpy_custom_bdf.yml")));
    }

    private static Object yaml(Path file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }
}
