package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.lab.InputText;
import cellwright.lab.RigRoom;
import cellwright.protocol.yaml.LabReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of channels are given once, whatever becomes of the configuration. */
class ChannelBookTest {
    @TempDir
    private Path folder = Path.of("");

    private LabOrder order(String... channels) throws IOException {
        var text = new StringBuilder("lab: bench\nfolder: .\ninstruments:\n");
        for (String channel : channels) {
            text.append("  rig-")
                    .append(channel)
                    .append(": { driver: simulator, settings: { cell: \"")
                    .append(channel)
                    .append("\", active_mass_kg: 4e-6, area_m2: 7e-5 } }\n");
        }
        text.append("channels:\n");
        for (String channel : channels) {
            text.append("  ")
                    .append(channel)
                    .append(": { potentiostat: rig-")
                    .append(channel)
                    .append(" }\n");
        }
        Path file = folder.resolve("lab.yaml");
        Files.writeString(file, text.toString());
        return ServedLab.made(LabSetup.of(
                ServedLab.made(LabReader.read("lab.yaml", ServedLab.made(InputText.read(file)))),
                file,
                RigRoom::driver));
    }

    @Test
    void aChannelKeepsItsNumberWhereverItStands() throws IOException {
        ChannelBook first = ChannelBook.of(order("A1", "A2"));
        assertThat(first.number("A1")).isZero();
        assertThat(first.number("A2")).isEqualTo(1);
        ChannelBook second = ChannelBook.of(order("B1", "A2"));
        assertThat(second.number("A2")).isEqualTo(1);
        assertThat(second.number("B1")).isEqualTo(2);
        ChannelBook third = ChannelBook.of(order("A1"));
        assertThat(third.numbers()).isEqualTo(second.numbers());
    }

    @Test
    void aBookThatCannotBeReadIsNotGuessed() throws IOException {
        LabOrder order = order("A1");
        for (String damaged : new String[] {"A1: 0\nA2: 0\n", "A1: x\n", "[", "A1: 99999999999\n", "- A1\n"}) {
            Files.writeString(folder.resolve("channels.yaml"), damaged);
            assertThatThrownBy(() -> ChannelBook.of(order))
                    .as(damaged)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("channels.yaml")
                    .hasMessageContaining("restore it from a copy");
            assertThat(folder.resolve("channels.yaml")).hasContent(damaged);
        }
    }
}
