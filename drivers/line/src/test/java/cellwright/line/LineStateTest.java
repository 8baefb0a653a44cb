package cellwright.line;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cellwright.testkit.Chunkings;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes to lines. */
final class LineStateTest {
    private static List<String> heard(LineEnd end, List<byte[]> chunks) {
        List<String> heard = new ArrayList<>();
        LineState state = LineState.start(new LineFormat(end, 20));
        for (byte[] chunk : chunks) {
            for (byte each : chunk) {
                LineState.Heard next = state.on(each);
                state = next.next();
                switch (next) {
                    case LineState.More more -> {}
                    case LineState.Line line -> heard.add(line.text());
                    case LineState.Spoiled spoiled -> heard.add("spoiled: " + spoiled.why());
                }
            }
        }
        return heard;
    }

    private static List<String> heard(LineEnd end, String text) {
        return heard(end, List.of(text.getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @EnumSource
    void linesAreTheSameHoweverTheyAreCut(LineEnd end) {
        byte[] bytes = "12.5 N\r\n*10\r\n".getBytes(ISO_8859_1);
        assertThat(Chunkings.of(bytes))
                .allSatisfy(chunks -> assertThat(heard(end, chunks)).containsExactly("12.5 N", "*10"));
    }

    @Test
    void strictLinesNeedBothEnds() {
        assertThat(heard(LineEnd.CR_LF, "a\rb\r\nc\nd\r\n"))
                .containsExactly("spoiled: CR without LF behind \"a\"", "spoiled: LF without CR behind \"c\"", "d");
    }

    @Test
    void strictLinesMayBeEmpty() {
        assertThat(heard(LineEnd.CR_LF, "\r\n")).containsExactly("");
    }

    @Test
    void lenientLinesEndInEitherAndAreNeverEmpty() {
        assertThat(heard(LineEnd.CR_OR_LF, "a\rb\r\n\r\nc\n\r\rd\r")).containsExactly("a", "b", "c", "d");
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBePrintedSpoilsItsLineAlone(LineEnd end) {
        assertThat(heard(end, "12\u00b0C\r\n34\r\n\u0000\r\n\u001156\r\n78\r\n"))
                .containsExactly(
                        "spoiled: byte 0xb0 behind \"12\"",
                        "34",
                        "spoiled: byte 0x00 behind \"\"",
                        "spoiled: byte 0x11 behind \"\"",
                        "78");
    }

    @ParameterizedTest
    @EnumSource
    void aLineThatIsTooLongIsSkippedAsAWhole(LineEnd end) {
        assertThat(heard(end, "x".repeat(20) + "\r\n" + "x".repeat(2000) + "\r\nok\r\n"))
                .containsExactly("x".repeat(20), "spoiled: a line of more than 20 characters", "ok");
    }

    @ParameterizedTest
    @EnumSource
    void behindAnythingAtAllTheNextLineIsUnderstood(LineEnd end) {
        Property.forAll(Texts.bytes(0, 200)).check(500, noise -> assertThat(
                        heard(end, List.of(noise, "\r\n".getBytes(ISO_8859_1), "good\r\n".getBytes(ISO_8859_1))))
                .endsWith("good"));
    }

    @Test
    void aLineNeedsRoom() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LineFormat(LineEnd.CR_LF, 0));
    }
}
