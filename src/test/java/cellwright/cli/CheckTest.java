package cellwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.lab.House;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told before anything is energised. */
final class CheckTest {
    @TempDir
    Path folder;

    /** A loop of months would otherwise fill the screen with one and the same line. */
    @Test
    void anAlarmThatALoopRepeatsIsToldOnceWithItsCount() throws IOException {
        Path protocol = House.written(folder, "voltage: 2.7..4.4 V", """
                - repeat: 3
                  steps:
                    - charge: C/50
                      until: voltage >= 4.3 V
                      at most: 1 s
                      when late: next
                - charge: C/50
                  until: voltage >= 4.3 V
                  at most: 1 s
                  when late: next
                """);
        Said said = Said.by("check", protocol.toString(), "--cell", House.CELL.toString());
        assertThat(said.code()).isZero();
        assertThat(said.outLines())
                .filteredOn(line -> line.contains("alarm: "))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("alarm: steps/0/steps/0 ")
                                .endsWith(" (3 times)"),
                        line -> assertThat(line).contains("alarm: steps/1 ").doesNotContain("times"));
    }
}
