package cellwright.modbus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.modbus.codec.MbapState.Frame;
import cellwright.testkit.Chunkings;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headers and what follows them, however a socket cuts them. */
final class MbapStateTest {
    private static final Octets FIRST = Octets.ofHex("00 07 00 00 00 05 01 03 02 01 19");
    private static final Octets SECOND = Octets.ofHex("00 08 00 00 00 03 02 83 02");

    private static List<Frame> heard(Iterable<byte[]> chunks) {
        List<Frame> frames = new ArrayList<>();
        MbapState state = MbapState.START;
        for (byte[] chunk : chunks) {
            MbapState.Heard heard = state.on(Octets.of(chunk));
            state = heard.next();
            frames.addAll(heard.frames());
        }
        return frames;
    }

    @Test
    void framesAreFoundInEveryChunking() {
        assertThat(Chunkings.of(FIRST.with(SECOND).bytes())).allSatisfy(chunks -> assertThat(heard(chunks))
                .containsExactly(new Frame(7, 1, Octets.ofHex("03 02 01 19")), new Frame(8, 2, Octets.ofHex("83 02"))));
    }

    @Test
    void whatIsNoHeaderIsPassedOverAndNamed() {
        MbapState.Heard heard =
                MbapState.START.on(Octets.of("SSH-2.0-OpenSSH".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(heard.frames()).isEmpty();
        assertThat(heard.next().remark()).contains("15 bytes that are no Modbus TCP frame", "53 53 48");
    }

    @Test
    void anythingAtAllOnlyGivesFramesOfAllowedLength() {
        Property.forAll(Texts.bytes(0, 600)).check(500, noise -> assertThat(heard(List.of(noise)))
                .allSatisfy(frame -> assertThat(frame.pdu().size()).isBetween(1, 253)));
    }

    @Test
    void aBrokenOffFrameIsKeptForTheNextPiece() {
        MbapState half = MbapState.START.on(FIRST.slice(0, 9)).next().anew();
        assertThat(half.on(FIRST.slice(9, FIRST.size())).frames()).hasSize(1);
    }
}
