package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.made;
import static cellwright.protocol.yaml.Texts.problems;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Amount;
import cellwright.protocol.Cell;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.Protocol;
import cellwright.protocol.Result;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocols and cells that are shipped. */
class LibraryTest {
    static final Path HOUSE = Path.of(System.getProperty("cellwright.house", "."));

    static Stream<Path> protocols() throws IOException {
        return yaml(HOUSE.resolve("protocols"));
    }

    static Stream<Path> cells() throws IOException {
        return yaml(HOUSE.resolve("config/cells"));
    }

    private static Stream<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found.stream();
        }
    }

    static Result<ReadProtocol> read(Path file, Map<String, String> set) throws IOException {
        return ProtocolReader.read(file.getFileName().toString(), Files.readString(file), set, LibraryTest::beside);
    }

    /** The protocols that others use. */
    private static Optional<String> beside(String file) {
        try {
            return Optional.of(Files.readString(HOUSE.resolve("protocols").resolve(file)));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolIsReadWithoutDoubtsAndRoundTrips(Path file) throws IOException {
        Result<ReadProtocol> result = read(file, Map.of());
        assertThat(problems(result)).isEmpty();
        Protocol protocol = made(result).protocol();
        assertThat(protocol.source()).isNotEmpty();
        assertThat(protocol.reference()).contains(hasCathode(file) ? "Li+/Li" : "cell");
        assertThat(Files.readString(file)).startsWith("# ");
        assertThat(made(ProtocolReader.read("p", ProtocolWriter.write(protocol), Map.of(), Library.EMPTY))
                        .protocol())
                .isEqualTo(protocol);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolIsBounded(Path file) throws IOException {
        Protocol protocol = made(read(file, Map.of())).protocol();
        assertThat(protocol.limits().silence()).isPresent();
        assertThat(protocol.limits().bounds())
                .extracting(bound -> bound.subject())
                .contains(Subject.TEMPERATURE);
        if (!isUsedByOthers(file) && !movesTheChamberAlone(file)) {
            assertThat(protocol.limits().bounds())
                    .extracting(bound -> bound.subject())
                    .contains(Subject.VOLTAGE);
        }
        assertThat(settled(protocol, 0)).isEqualTo(Subject.TEMPERATURE);
        if (isPressed(file)) {
            assertThat(protocol.limits().bounds())
                    .extracting(bound -> bound.subject())
                    .contains(Subject.PRESSURE);
            assertThat(settled(protocol, 1)).isEqualTo(Subject.PRESSURE);
        }
        assertThat(drives(protocol.steps())).allMatch(LibraryTest::endsForCertain);
        if (loops(protocol)) {
            assertThat(made(read(file, Map.of("cycles", "3"))).protocol().parameters())
                    .containsEntry("cycles", "3");
        }
    }

    private static boolean endsForCertain(Step.Drive drive) {
        boolean timed = drive.until().stream()
                .anyMatch(until -> until instanceof Until.AnyOf any
                        && any.parts().stream().anyMatch(part -> part instanceof Until.Elapsed));
        return timed || drive.atMost().isPresent();
    }

    private static boolean loops(Protocol protocol) {
        return protocol.steps().stream()
                .anyMatch(step -> step instanceof Step.Repeat repeat
                        && repeat.times().stream().anyMatch(times -> times > 1));
    }

    /** The window of voltage is then that of the protocol which uses it. */
    private static boolean isUsedByOthers(Path file) throws IOException {
        String use = "use: " + file.getFileName() + "\n";
        for (Path other : protocols().toList()) {
            if (Files.readString(other).contains(use)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no current is ever asked for, so that any cell may be in it, pressed or not. */
    private static boolean movesTheChamberAlone(Path file) {
        return String.valueOf(file.getFileName()).equals("sensor-check.yaml");
    }

    /** Films and coin cells lie in no press. */
    private static boolean isPressed(Path file) {
        String name = String.valueOf(file.getFileName());
        return !movesTheChamberAlone(file)
                && !name.contains("film")
                && !name.contains("lipon")
                && !name.contains("liquid");
    }

    /** Between two electrodes that are the same, or that take no lithium, a potential is a cell voltage. */
    private static boolean hasCathode(Path file) {
        String name = String.valueOf(file.getFileName());
        return !movesTheChamberAlone(file)
                && !name.contains("conductivity")
                && !name.contains("arrhenius")
                && !name.contains("current-density")
                && !name.contains("symmetric");
    }

    private static Subject settled(Protocol protocol, int step) {
        return assertThat(protocol.steps().get(step))
                .isInstanceOf(Step.Settle.class)
                .asInstanceOf(InstanceOfAssertFactories.type(Step.Settle.class))
                .actual()
                .subject();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void thePageOfTheLibraryLeadsToEveryProtocol(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        assertThat(page()).contains("](" + name + ")");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void thePageOfTheLibraryNamesEveryCell(Path file) throws IOException {
        Cell cell = made(CellReader.read("c", Files.readString(file)));
        assertThat(String.valueOf(file.getFileName())).isEqualTo(cell.name() + ".yaml");
        assertThat(page()).contains("`" + cell.name() + "`");
    }

    @Test
    void noLinkOfThePageLeadsNowhere() throws IOException {
        Matcher link = Pattern.compile("]\\(([^)]+)\\)").matcher(page());
        assertThat(link.results().map(found -> found.group(1))).isNotEmpty().allSatisfy(path -> assertThat(
                        HOUSE.resolve("protocols").resolve(path))
                .exists());
    }

    private static String page() throws IOException {
        return Files.readString(HOUSE.resolve("protocols/README.md"));
    }

    private static List<Step.Drive> drives(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> switch (step) {
                    case Step.Drive drive -> Stream.of(drive);
                    case Step.Repeat repeat -> drives(repeat.steps()).stream();
                    case Step.Choose choose ->
                        Stream.concat(drives(choose.then()).stream(), drives(choose.otherwise()).stream());
                    case Step.Series series -> drives(series.then()).stream();
                    case Step.Settle settle -> Stream.<Step.Drive>empty();
                    case Step.Measure measure -> Stream.<Step.Drive>empty();
                    case Step.Note note -> Stream.<Step.Drive>empty();
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "cccv-basic, 10, 2",
        "cheng-2020-lnmo-film-life, 535, 1",
        "cheng-2020-lnmo-liquid-control, 100, 4",
        "lithium-symmetric-life, 500, 1",
        "operando-pressure, 3, 2",
        "rate-ladder, 5, 2",
        "reference-shift, 3, 2",
        "zhou-2022-lco-27mg, 180, 2",
        "zhou-2022-lco-50c, 100, 2",
        "zhou-2022-lco-52mg-25c, 500, 2",
        "zhou-2022-lco-52mg-50c, 500, 2",
        "zhou-2022-lco-rate, 5, 2",
        "zhou-2022-liquid-control, 100, 2",
        "zhou-2022-ncm622-life, 320, 2",
        "zhou-2022-ncm85-2c-life, 1800, 4",
        "zhou-2022-ncm85-3c-life, 3000, 4",
        "zhou-2022-ncm85-4v8-life, 110, 2",
        "zhou-2022-ncm85-90-percent, 100, 2",
        "zhou-2022-ncm85-c5-life, 600, 2",
        "zhou-2022-ncm85-high-loading, 100, 2",
        "zhou-2022-ncm85-rate, 5, 2",
        "zhou-2022-stop-discharged, 160, 2"
    })
    void theMainLoop(String name, int cycles, int referenceCycle) throws IOException {
        Protocol protocol = made(read(HOUSE.resolve("protocols/" + name + ".yaml"), Map.of()))
                .protocol();
        Step.Repeat last = (Step.Repeat) protocol.steps().stream()
                .filter(step -> step instanceof Step.Repeat)
                .toList()
                .getLast();
        assertThat(last.times()).contains(cycles);
        assertThat(protocol.referenceCycle()).isEqualTo(referenceCycle);
        if (name.contains("3c")) {
            assertThat(last.until())
                    .isEqualTo(Optional.of(new Until.CycleBelow(CycleMeasure.RETENTION, new Amount.Si(0.8))));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyCellIsReadWithoutDoubtsAndRoundTrips(Path file) throws IOException {
        Result<Cell> result = CellReader.read(file.getFileName().toString(), Files.readString(file));
        assertThat(problems(result)).isEmpty();
        Cell cell = made(result);
        assertThat(made(CellReader.read("c", CellWriter.write(cell)))).isEqualTo(cell);
        boolean particle = !cell.simulation().containsKey("model");
        boolean blocking = "blocking".equals(cell.simulation().get("model"));
        assertThat(cell.simulation())
                .containsKeys(particle ? new String[] {"cathode", "anode"} : new String[] {"electrolyte"});
        assertThat(cell.activeMassKg().isPresent()).isEqualTo(particle);
        assertThat(cell.counterElectrode().isPresent()).isEqualTo(!blocking);
    }
}
