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
import java.util.stream.Stream;
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
        return ProtocolReader.read(file.getFileName().toString(), Files.readString(file), set, Library.EMPTY);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyProtocolIsReadWithoutDoubtsAndRoundTrips(Path file) throws IOException {
        Result<ReadProtocol> result = read(file, Map.of());
        assertThat(problems(result)).isEmpty();
        Protocol protocol = made(result).protocol();
        assertThat(protocol.source()).isNotEmpty();
        assertThat(protocol.reference()).contains("Li+/Li");
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
                .contains(Subject.VOLTAGE, Subject.PRESSURE, Subject.TEMPERATURE);
        assertThat(protocol.steps().getFirst()).isInstanceOf(Step.Settle.class);
        assertThat(protocol.steps().get(1)).isInstanceOf(Step.Settle.class);
        assertThat(drives(protocol.steps())).isNotEmpty().allSatisfy(drive -> assertThat(drive.atMost())
                .isPresent());
        assertThat(protocol.parameters()).containsKey("cycles");
        assertThat(made(read(file, Map.of("cycles", "3"))).protocol().parameters())
                .containsEntry("cycles", "3");
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
        "zhou-2022-ncm85-c5-life, 600, 2",
        "zhou-2022-ncm85-3c-life, 3000, 4",
        "zhou-2022-ncm85-high-loading, 100, 2",
        "cccv-basic, 10, 2",
        "rate-ladder, 5, 2"
    })
    void theMainLoop(String name, int cycles, int referenceCycle) throws IOException {
        Protocol protocol = made(read(HOUSE.resolve("protocols/" + name + ".yaml"), Map.of()))
                .protocol();
        assertThat(((Step.Repeat) protocol.steps().getLast()).times()).contains(cycles);
        assertThat(protocol.referenceCycle()).isEqualTo(referenceCycle);
        if (name.contains("3c")) {
            assertThat(((Step.Repeat) protocol.steps().getLast()).until())
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
        assertThat(cell.simulation()).containsKeys("cathode", "anode");
        assertThat(cell.counterElectrode()).isPresent();
    }
}
