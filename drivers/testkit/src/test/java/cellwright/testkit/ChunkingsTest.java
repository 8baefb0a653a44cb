package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChunkingsTest {
    private static final byte[] FOUR = {1, 2, 3, 4};

    private static byte[] joined(List<byte[]> chunks) {
        var out = new ByteArrayOutputStream();
        chunks.forEach(out::writeBytes);
        return out.toByteArray();
    }

    @Test
    void fourBytesSplitInEightWays() {
        assertThat(Chunkings.all(FOUR).map(ChunkingsTest::shape))
                .containsExactlyInAnyOrder("4", "13", "22", "31", "112", "121", "211", "1111");
    }

    private static String shape(List<byte[]> chunks) {
        return String.join("", chunks.stream().map(chunk -> "" + chunk.length).toList());
    }

    @Test
    void everyChunkingHoldsTheSameBytesAndNoEmptyChunk() {
        byte[] lengthy = new byte[300];
        for (int i = 0; i < lengthy.length; i++) {
            lengthy[i] = (byte) i;
        }
        for (byte[] bytes : List.of(FOUR, lengthy)) {
            assertThat(Chunkings.of(bytes))
                    .allSatisfy(chunks -> assertThat(joined(chunks)).isEqualTo(bytes))
                    .allSatisfy(chunks -> assertThat(chunks).noneMatch(chunk -> chunk.length == 0));
        }
        assertThat(Chunkings.of(lengthy).map(List::size)).contains(1, 2, 300);
    }

    @Test
    void nothingHasOneChunkingOfNoChunks() {
        assertThat(Chunkings.of(new byte[0])).containsExactly(List.of());
    }

    @Test
    void tooManyWaysAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Chunkings.all(new byte[21]));
    }

    @Test
    void sameSeedChunksAlike() {
        assertThat(shapes(3)).isEqualTo(shapes(3)).isNotEqualTo(shapes(4));
    }

    private static List<String> shapes(long seed) {
        return Chunkings.random(new byte[40], seed, 5).map(ChunkingsTest::shape).toList();
    }

    @Test
    void damagesAreOfTheirKind() {
        assertThat(Damages.flippedBits(FOUR)).hasSize(32).doesNotContain(FOUR);
        assertThat(Damages.lostBytes(FOUR))
                .containsExactly(bytes(2, 3, 4), bytes(1, 3, 4), bytes(1, 2, 4), bytes(1, 2, 3));
        assertThat(Damages.doubledBytes(FOUR).map(spoiled -> spoiled.length)).containsOnly(5);
        assertThat(Damages.doubledBytes(FOUR)).contains(bytes(1, 1, 2, 3, 4), bytes(1, 2, 3, 4, 4));
        assertThat(Damages.cutShort(FOUR)).containsExactly(bytes(), bytes(1), bytes(1, 2), bytes(1, 2, 3));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
