package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code cellwright devices}: what is installed is found, also drivers of their own module. */
final class DevicesTest {
    @Test
    void everyInstalledDriverIsListed() {
        Said said = Said.by("devices");
        assertThat(said.code()).isZero();
        assertThat(said.outLines())
                .anySatisfy(line -> assertThat(line).startsWith("palmsens ").contains("needs link;"))
                .anySatisfy(line -> assertThat(line).startsWith("scpi ").contains("needs link, dialect;"))
                .anySatisfy(line -> assertThat(line).startsWith("simulator ").contains("needs cell, "));
        assertThat(said.outLines()).isSorted();
    }

    @Test
    void settingsOfOneAreExplained() {
        Said said = Said.by("devices", "palmsens");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains("link (must be given)", "interval (usually 0.1)", "seconds between two readings")
                .doesNotContain("simulator");
    }

    @Test
    void unknownNameIsRefusedWithTheKnownOnes() {
        Said said = Said.by("devices", "palmsense", "--json");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("\"palmsense\"", "palmsens, ", "simulator");
    }
}
