package cellwright.palmsens.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.Chunkings;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes to lines. */
final class LineStateTest {
    private static List<Line> lines(List<byte[]> chunks) {
        List<Line> lines = new ArrayList<>();
        LineState state = LineState.start();
        for (byte[] chunk : chunks) {
            LineState.Heard heard = state.on(chunk, chunk.length);
            lines.addAll(heard.lines());
            state = heard.next();
        }
        return lines;
    }

    private static List<Line> lines(String latin1) {
        return lines(List.of(latin1.getBytes(ISO_8859_1)));
    }

    private static Line whole(String text) {
        return new Line.Whole(text);
    }

    @Test
    void linesEndWithASingleLinefeed() {
        assertThat(lines("e\nM000A\n\nhalf")).containsExactly(whole("e"), whole("M000A"), whole(""));
    }

    @Test
    void handshakeBytesArePassedOver() {
        assertThat(lines("\u0011P\u0013ab8000001m\n\u0011\u0013\n")).containsExactly(whole("Pab8000001m"), whole(""));
    }

    @Test
    void whatIsNoLineIsSkippedAsAWhole() {
        assertThat(lines("ab\u00fec\ne\r\n" + "x".repeat(600) + "\ne\n"))
                .containsExactly(
                        new Line.Spoiled("byte 0xfe behind \"ab\""),
                        new Line.Spoiled("byte 0x0d behind \"e\""),
                        new Line.Spoiled("a line of more than 512 characters"),
                        whole("e"));
    }

    @Test
    void onlyAsManyBytesAsCountAreTaken() {
        LineState.Heard heard = LineState.start().on("e\nold rest\n".getBytes(ISO_8859_1), 2);
        assertThat(heard).isEqualTo(new LineState.Heard(LineState.start(), List.of(whole("e"))));
    }

    @Test
    void everyChunkingGivesTheSameLines() {
        String session =
                "tes4_hr1500#Mar 12 2026 14:28:01\nR*\ne\nM000A\nPebDF5E100n;db80F4240n,10,215\n*\n\n\u0007\nZ!0006\n";
        List<Line> whole = lines(session);
        assertThat(whole).hasSize(9);
        assertThat(Chunkings.of(session.getBytes(ISO_8859_1)))
                .allSatisfy(chunks -> assertThat(lines(chunks)).isEqualTo(whole));
    }

    @Test
    void afterAnythingAtAllTheNextLineIsWhole() {
        Property.forAll(Texts.bytes(0, 700)).check(500, noise -> {
            List<Line> heard = lines(List.of(noise, "\nP\n".getBytes(ISO_8859_1)));
            assertThat(heard).endsWith(whole("P"));
        });
    }
}
