package cellwright.template;

import static cellwright.template.EmulatedGauge.frame;
import static cellwright.template.EmulatedGauge.identification;
import static cellwright.template.EmulatedGauge.measurement;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Quality;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.testkit.Chunkings;
import cellwright.testkit.Damages;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes to replies, without an instrument. */
final class CodecTest {
    private static final String READING = measurement(12.345, 23.4, "OK");
    private static final Reply MEASURED = Reply.of(READING + "*56");

    static Stream<String> bodies() {
        return Stream.of(
                READING,
                measurement(-0.001, -40, "MOV"),
                "-------- kN ------- C OVL",
                identification("0042"),
                "ERR 3 unknown command");
    }

    /** Everything that is understood of some bytes, in the chunks given; the state lives on between chunks. */
    private static List<Reply> understood(List<byte[]> chunks) {
        List<Reply> replies = new ArrayList<>();
        LineState state = LineState.start();
        for (byte[] chunk : chunks) {
            for (byte received : chunk) {
                LineState.Heard heard = state.on(received);
                state = heard.next();
                if (heard instanceof LineState.Line line) {
                    replies.add(Reply.of(line.text()));
                }
            }
        }
        return replies.stream()
                .filter(reply -> !(reply instanceof Reply.Unreadable))
                .toList();
    }

    private static List<Reply> understood(byte[] bytes) {
        return understood(List.of(bytes));
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        return (new String(head, US_ASCII) + new String(tail, US_ASCII)).getBytes(US_ASCII);
    }

    @Test
    void framesOfTheReadmeAreUnderstood() {
        assertThat(MEASURED)
                .isEqualTo(new Reply.Measured(
                        Sample.good(Signal.FORCE, 12_345), Sample.good(Signal.TEMPERATURE, 23.4 + 273.15)));
        assertThat(Reply.of("LC-1 SN 0042 V1.3 OK*76")).isEqualTo(new Reply.Identified("0042", "1.3"));
        assertThat(Reply.of("ERR 3 unknown command*59")).isEqualTo(new Reply.Refused(3, "unknown command"));
    }

    @Test
    void statusBecomesQuality() {
        assertThat(force(measurement(1, 20, "MOV"))).isEqualTo(new Sample(Signal.FORCE, 1000, Quality.UNCERTAIN));
        assertThat(force(measurement(1, 20, "OVL"))).isEqualTo(new Sample(Signal.FORCE, Double.NaN, Quality.OVERLOAD));
        assertThat(force("-------- kN +0020.0 C OK")).isEqualTo(new Sample(Signal.FORCE, Double.NaN, Quality.MISSING));
    }

    private static Sample force(String body) {
        return ((Reply.Measured) understood(frame(body)).getFirst()).force();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyChunkingGivesTheSameReply(String body) {
        List<Reply> whole = understood(frame(body));
        assertThat(whole).hasSize(1);
        assertThat(Chunkings.of(frame(body)))
                .allSatisfy(chunks -> assertThat(understood(chunks)).isEqualTo(whole));
    }

    @Test
    void mergedRepliesAreBothUnderstoodInEveryChunking() {
        byte[] both = joined(frame(identification("7")), frame(READING));
        assertThat(Chunkings.of(both)).allSatisfy(chunks -> assertThat(understood(chunks))
                .containsExactly(new Reply.Identified("7", "1.3"), MEASURED));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void damagedFrameIsNeverUnderstood(String body) {
        byte[] frame = frame(body);
        assertThat(Stream.of(Damages.flippedBits(frame), Damages.cutShort(frame), Damages.lostBytes(frame))
                        .flatMap(damaged -> damaged))
                .allSatisfy(damaged -> assertThat(understood(damaged)).isEmpty());
        long linefeedTwice = 1;
        assertThat(Damages.doubledBytes(frame).limit(frame.length - linefeedTwice))
                .allSatisfy(damaged -> assertThat(understood(damaged)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void goodFrameIsUnderstoodBehindTheEndOfADamagedOne(String body) {
        assertThat(Damages.flippedBits(frame(body)))
                .allSatisfy(damaged -> assertThat(understood(joined(joined(damaged, frame("")), frame(READING))))
                        .containsExactly(MEASURED));
    }

    @Test
    void anythingAtAllIsOnlySkipped() {
        Property.forAll(Texts.bytes(0, 200)).check(500, noise -> {
            byte[] closed = joined(new byte[0], "\r\n".getBytes(US_ASCII));
            List<Reply> replies = understood(List.of(noise, closed, frame(READING)));
            assertThat(replies).endsWith(MEASURED);
        });
    }

    @Test
    void everyValueComesBack() {
        Property.forAll(Numbers.doubles(-999, 999).with(Numbers.doubles(-273, 999), List::of))
                .check(500, pair -> {
                    var reply = (Reply.Measured) understood(frame(measurement(pair.get(0), pair.get(1), "OK")))
                            .getFirst();
                    assertThat(reply.force().value()).isCloseTo(pair.get(0) * 1000, within(0.501));
                    assertThat(reply.temperature().value()).isCloseTo(pair.get(1) + 273.15, within(0.0501));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "*00", "+012.345 kN +0023.4 C OK", "12.345 kN +0023.4 C OK*4D", "ERR*45"})
    void otherLinesAreUnreadable(String line) {
        assertThat(Reply.of(line)).isInstanceOf(Reply.Unreadable.class);
    }

    @Test
    void overlongLineIsSkippedAsAWhole() {
        assertThat(understood(("x".repeat(1000) + EmulatedGauge.line(READING)).getBytes(US_ASCII)))
                .isEmpty();
    }
}
