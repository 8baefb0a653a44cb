package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {
    @Test
    void theFirstPageNamesEveryCommandAnExampleAndTheExitCodes() {
        Said said = Said.by("--help");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains(
                        "run ",
                        "check ",
                        "summary ",
                        "export ",
                        "import ",
                        "verify ",
                        "reproduce ",
                        "devices ",
                        "emulate ",
                        "new-driver ",
                        "help ")
                .contains("serve ", "status ", "start ", "hold ", "resume ", "skip ", "stop ", "stop-all ", "trick ")
                .contains("protocols/zhou-2022-ncm85-c5-life.yaml", "--set cycles=10")
                .contains("0 complete", "2 the input is wrong", "3 ended by a limit", "4 failed", "130 interrupted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run | --cell= --set= --seed= --simulate= --out= --start= --all --json YAML virtual simulated folder cycles.csv"
                        + " Ctrl-C check 130",
                "check | --cell= --set= --json current limits time voltage suspicious",
                "summary | RUN --json --csv cycle table journal",
                "export | RUN --format= --out= --json bdf-csv Battery metadata eis-csv frequency/Hz PROTOCOL --cell= --set="
                        + " unicycler pybamm",
                "import | FILE --out= --from= --longest= --json unicycler pybamm mps refused check 1C",
                "verify | RUN --json hashes journal charge 4",
                "serve | --config= journal held resume Ctrl-C 4",
                "status | --config= --folder= --json channel reading instrument 4",
                "start | PROTOCOL --cell= --channel= --set= --config= --folder= --json refused energised 2",
                "hold | CHANNEL --config= --folder= --json rest 4",
                "resume | CHANNEL --config= --folder= --json where it was",
                "skip | CHANNEL --config= --folder= --json next",
                "stop | CHANNEL --config= --folder= --json rest ends 4",
                "stop-all | --config= --folder= --json every cell now resume 4",
                "trick | INSTRUMENT TRICK --config= --folder= --json played silent lists 2",
                "reproduce | --only= --seeds= --threads= --out= --report= --library= --json docs/reproduction.md 4 130",
                "devices | NAME --json settings installed",
                "new-driver | NAME --in= drivers/template tests README",
                "emulate | KIND --cell= --at= --set= --simulate= serial tcp:PORT tricks end Ctrl-C"
            })
    void everyCommandExplainsItself(String command, String words) {
        Said said = Said.by(command, "--help");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains(List.of(words.split(" ")));
        assertThat(said.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "check",
                "summary",
                "export",
                "import",
                "verify",
                "reproduce",
                "devices",
                "emulate",
                "new-driver"
            })
    void helpAndVersionWorkEitherWay(String command) {
        assertThat(Said.by("help", command).out())
                .isEqualTo(Said.by(command, "--help").out());
        assertThat(Said.by(command, "--version").out()).startsWith("Cellwright ");
    }

    @Test
    void linesInTheListOfCommandsAreWholeSentences() {
        List<String> lines = Said.by("--help").outLines();
        assertThat(lines.stream().filter(line -> line.startsWith("  ") && line.endsWith(",")))
                .isEmpty();
    }

    @Test
    void withoutACommandTheCommandsAreNamed() {
        Said said = Said.by();
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.errLines())
                .containsExactly(
                        "error: a command is missing: run, check, summary, export, import, verify, reproduce, devices, emulate, serve; see --help",
                        "see: cellwright --help");
    }

    @Test
    void anUnknownCommandIsRefused() {
        Said said = Said.by("rnu");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("rnu").containsAnyOf("cellwright --help", "Did you mean");
    }
}
