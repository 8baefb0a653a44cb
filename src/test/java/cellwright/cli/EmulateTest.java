package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.lab.House;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code cellwright emulate}: what can be played is listed, what cannot is refused. The playing itself is tested as a process. */
final class EmulateTest {
    private static final Path CELL = House.CELL;

    @Test
    void withoutANameEverythingIsListed() {
        Said said = Said.by("emulate");
        assertThat(said.code()).isZero();
        assertThat(said.outLines())
                .anySatisfy(line -> assertThat(line).startsWith("palmsens ").contains("MethodSCRIPT"))
                .anySatisfy(line -> assertThat(line).contains("model (usually emstat4-hr)"));
    }

    @Test
    void unknownNamesAreRefused() {
        assertRefused("\"harp\"", "emulate", "harp", "--cell", CELL);
        assertRefused("\"colour\"", "emulate", "palmsens", "--cell", CELL, "--set", "colour=red");
        assertRefused("\"model\"", "emulate", "palmsens", "--cell", CELL, "--set", "model=es9");
        assertRefused("usb:1", "emulate", "palmsens", "--cell", CELL, "--at", "usb:1");
        assertRefused("no-such-cell.yaml", "emulate", "palmsens", "--cell", "no-such-cell.yaml");
        assertRefused("\"gravity\"", "emulate", "palmsens", "--cell", CELL, "--simulate", "gravity=2");
    }

    private static void assertRefused(String word, Object... arguments) {
        Said said = Said.by(arguments);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(word);
    }
}
