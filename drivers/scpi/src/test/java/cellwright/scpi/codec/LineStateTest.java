package cellwright.scpi.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.Chunkings;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\n\r"})
    void everyLineEndIsUnderstoodInEveryChunking(String end) {
        String session = "1" + end + "0,\"No error\"" + end + "+3.612340E+00,+1.000000E-03,+2.0484E+04" + end;
        assertThat(Chunkings.of(session.getBytes(ISO_8859_1))).allSatisfy(chunks -> assertThat(lines(chunks))
                .containsExactly(
                        whole("1"), whole("0,\"No error\""), whole("+3.612340E+00,+1.000000E-03,+2.0484E+04")));
    }

    @Test
    void handshakeBytesArePassedOver() {
        assertThat(lines("\u0011HI\u0013MP\r\u0011\u0013\r")).containsExactly(whole("HIMP"));
    }

    @Test
    void whatIsNoLineIsSkippedAsAWhole() {
        assertThat(lines("ab\u00fec\n1\n" + "x".repeat(600) + "\n2\n"))
                .containsExactly(
                        new Line.Spoiled("byte 0xfe behind \"ab\""),
                        whole("1"),
                        new Line.Spoiled("a line of more than 512 characters"),
                        whole("2"));
    }

    @Test
    void onlyAsManyBytesAsCountAreTaken() {
        LineState.Heard heard = LineState.start().on("1\nold rest\n".getBytes(ISO_8859_1), 2);
        assertThat(heard).isEqualTo(new LineState.Heard(LineState.start(), List.of(whole("1"))));
    }

    @Test
    void afterAnythingAtAllTheNextLineIsWhole() {
        Property.forAll(Texts.bytes(0, 700)).check(500, noise -> {
            List<Line> heard = lines(List.of(noise, "\nHIMP\n".getBytes(ISO_8859_1)));
            assertThat(heard).endsWith(whole("HIMP"));
        });
    }
}
