package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Signal;
import cellwright.protocol.Cell;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.CellReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cells, shipped and others, on the simulated bench. */
class RigRoomTest {
    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(House.ROOT.resolve("config/cells"))) {
            List<Path> cells =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            return cells.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedCellSitsOnABenchWithAnAnalyser(Path file) throws Exception {
        RigRoom.Mounted mounted = made(Files.readString(file));
        assertThat(mounted.bench().analyser().orElseThrow().contains(1e6)).isTrue();
        assertThat(mounted.bench().reports()).contains(Signal.VOLTAGE, Signal.CURRENT, Signal.TEMPERATURE);
        assertThat(mounted.rig().foresight().read().value(Signal.TEMPERATURE)).isEqualTo(293.15);
    }

    @Test
    void onlyAParticleCellNeedsAnActiveMass() {
        made("cell: pellet\narea: 1 cm2\nsimulation: { model: blocking }\n");
        made("cell: twice\narea: 1 cm2\ncounter electrode: Li+/Li\nsimulation: { model: lithium }\n");
        made("cell: weighed\narea: 1 cm2\nactive mass: 1 mg\nsimulation: { model: lithium }\n");
        assertThat(refused("cell: cathode\narea: 1 cm2\n"))
                .singleElement()
                .asString()
                .contains("\"active_mass_kg\" must be given", "\"active mass\", for example");
    }

    @Test
    void aLithiumCellHasNoOtherCounterElectrode() {
        assertThat(refused("cell: twice\narea: 1 cm2\ncounter electrode: In/InLi\nsimulation: { model: lithium }\n"))
                .singleElement()
                .asString()
                .contains("\"anode\" must be Li", "\"counter electrode\"");
    }

    private static Result<RigRoom.Mounted> mounted(String text) {
        return switch (CellReader.read("cell.yaml", text)) {
            case Result.Made<Cell> cell -> RigRoom.mount(cell.value(), "cell.yaml", 0);
            case Result.Refused<Cell> refused -> throw new AssertionError(refused.problems());
        };
    }

    private static RigRoom.Mounted made(String text) {
        return switch (mounted(text)) {
            case Result.Made<RigRoom.Mounted> made -> made.value();
            case Result.Refused<RigRoom.Mounted> refused -> throw new AssertionError(refused.problems());
        };
    }

    private static List<Problem> refused(String text) {
        return switch (mounted(text)) {
            case Result.Made<RigRoom.Mounted> made -> throw new AssertionError(made.value());
            case Result.Refused<RigRoom.Mounted> refused -> refused.problems();
        };
    }
}
