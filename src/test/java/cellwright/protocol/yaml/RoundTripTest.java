package cellwright.protocol.yaml;

import static cellwright.protocol.yaml.Texts.made;
import static cellwright.protocol.yaml.Texts.problems;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Cell;
import cellwright.protocol.Protocol;
import cellwright.protocol.Result;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    @Test
    void everyProtocolReadsBackAsItself() {
        for (long seed = 0; seed < 1_000; seed++) {
            Protocol protocol = new MadeUp(seed).protocol();
            String text = ProtocolWriter.write(protocol);
            Result<ReadProtocol> result = ProtocolReader.read("p.yaml", text, Map.of(), Library.EMPTY);
            assertThat(problems(result)).as("seed %d:%n%s", seed, text).isEmpty();
            assertThat(made(result).protocol()).as("seed %d:%n%s", seed, text).isEqualTo(protocol);
            assertThat(ProtocolWriter.write(made(result).protocol())).isEqualTo(text);
        }
    }

    @Test
    void everyCellReadsBackAsItself() {
        for (long seed = 0; seed < 1_000; seed++) {
            Cell cell = new MadeUp(seed).cell();
            String text = CellWriter.write(cell);
            Result<Cell> result = CellReader.read("c.yaml", text);
            assertThat(problems(result)).as("seed %d:%n%s", seed, text).isEmpty();
            assertThat(made(result)).as("seed %d:%n%s", seed, text).isEqualTo(cell);
        }
    }

    @Test
    void aBrokenTextNeverThrows() {
        for (long seed = 0; seed < 300; seed++) {
            String text = ProtocolWriter.write(new MadeUp(seed).protocol());
            var random = new SplittableRandom(seed);
            for (int i = 0; i < 10; i++) {
                int at = random.nextInt(text.length());
                String cut = text.substring(0, at);
                String changed = cut + (char) random.nextInt(9, 127) + text.substring(at + 1);
                assertThat(ProtocolReader.read("p", cut, Map.of(), Library.EMPTY))
                        .isNotNull();
                assertThat(ProtocolReader.read("p", changed, Map.of(), Library.EMPTY))
                        .isNotNull();
                assertThat(CellReader.read("c", changed)).isNotNull();
            }
        }
    }
}
