package cellwright.modbus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.Chunkings;
import cellwright.testkit.Damages;
import cellwright.testkit.Gen;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import com.digitalpetri.modbus.Crc16;
import com.digitalpetri.modbus.ModbusRtuResponseFrameParser;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RTU frames of published sessions, in every way a line may cut, hurt and mix them. */
final class RtuStateTest {
    private static final Call WEIGHTS = new Call.Read(Table.HOLDING, 6, 5);
    private static final Octets WEIGHTS_ANSWER = Octets.ofHex("01 03 0A 00 00 00 00 30 39 00 00 30 39 69 51");

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of(WEIGHTS, "01 03 00 06 00 05 65 C8", WEIGHTS_ANSWER.toString()),
                Arguments.of(
                        new Call.WriteMany(5, List.of(99)),
                        "01 10 00 05 00 01 02 00 63 E6 2C",
                        "01 10 00 05 00 01 11 C8"),
                Arguments.of(
                        new Call.Read(Table.HOLDING, 2820, 2), "01 03 0B 04 00 02 87 EE", "01 03 04 00 00 41 BC CB D2"),
                Arguments.of(
                        new Call.WriteMany(2782, List.of(0, 0x41C8)),
                        "01 10 0A DE 00 02 04 00 00 41 C8 30 19",
                        "01 10 0A DE 00 02 22 2A"),
                Arguments.of(new Call.WriteOne(2730, 62), "01 06 0A AA 00 3E 2B E2", "01 06 0A AA 00 3E 2B E2"),
                Arguments.of(new Call.Read(Table.HOLDING, 1, 1), "01 03 00 01 00 01 D5 CA", "01 03 02 01 19 78 1E"),
                Arguments.of(new Call.WriteOne(2, 250), "01 06 00 02 00 FA A8 49", "01 06 00 02 00 FA A8 49"),
                Arguments.of(new Call.Read(Table.HOLDING, 1, 1), "01 03 00 01 00 01 D5 CA", "01 83 02 C0 F1"));
    }

    private static RtuState heard(Call call, Iterable<byte[]> chunks) {
        RtuState state = RtuState.start(1, call);
        for (byte[] chunk : chunks) {
            state = state.on(Octets.of(chunk));
        }
        return state;
    }

    private static RtuState heard(Call call, byte[] bytes) {
        return heard(call, List.of(bytes)).silence();
    }

    private static RtuState inside(Octets frame) {
        return new RtuState.Complete(frame.slice(1, frame.size() - 2));
    }

    @ParameterizedTest
    @MethodSource("published")
    void requestsAreThePublishedBytes(Call call, String request, String answer) {
        assertThat(RtuState.frame(1, call.pdu())).hasToString(request);
    }

    @ParameterizedTest
    @MethodSource("published")
    void publishedAnswersAreUnderstoodInEveryChunking(Call call, String request, String answer) {
        Octets frame = Octets.ofHex(answer);
        assertThat(Chunkings.of(frame.bytes()))
                .allSatisfy(chunks -> assertThat(heard(call, chunks)).isEqualTo(inside(frame)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void hurtAnswersAreNeverUnderstood(Call call, String request, String answer) {
        byte[] frame = Octets.ofHex(answer).bytes();
        assertThat(Stream.of(Damages.flippedBits(frame), Damages.cutShort(frame), Damages.lostBytes(frame))
                        .flatMap(damaged -> damaged))
                .allSatisfy(damaged -> assertThat(heard(call, damaged)).isInstanceOf(RtuState.Waiting.class));
    }

    @ParameterizedTest
    @MethodSource("published")
    void answersAreFoundBehindHurtOnes(Call call, String request, String answer) {
        Octets frame = Octets.ofHex(answer);
        assertThat(Stream.concat(Damages.flippedBits(frame.bytes()), Damages.cutShort(frame.bytes())))
                .allSatisfy(damaged -> assertThat(
                                heard(call, Octets.of(damaged).with(frame).bytes()))
                        .isEqualTo(inside(frame)));
    }

    /**
     * What sixteen bits of this checksum find without exception: up to three flipped bits, any odd number of them, and all that lies
     * within sixteen bits in a row. Five hundred a case.
     */
    @Test
    void noHurtThatTheChecksumMustFindIsTakenForAnAnswer() {
        byte[] frame = WEIGHTS_ANSWER.bytes();
        Property.forAll(Numbers.ints(0, Integer.MAX_VALUE)).check(40, seed -> {
            var random = new SplittableRandom(seed);
            for (int i = 0; i < 500; i++) {
                BitSet hurt = BitSet.valueOf(frame);
                hurt.xor(random.nextBoolean() ? scattered(random, 8 * frame.length) : burst(random, 8 * frame.length));
                byte[] bytes = Arrays.copyOf(hurt.toByteArray(), frame.length);
                RtuState state = heard(WEIGHTS, bytes);
                if (!(state instanceof RtuState.Waiting)) {
                    throw new AssertionError(Octets.of(bytes) + " was taken for " + state);
                }
            }
        });
    }

    /** One, two, three, or a larger odd number of bits anywhere. */
    private static BitSet scattered(SplittableRandom random, int length) {
        int count = random.nextBoolean() ? random.nextInt(1, 4) : 2 * random.nextInt(1, 10) + 1;
        BitSet bits = new BitSet(length);
        while (bits.cardinality() < count) {
            bits.set(random.nextInt(length));
        }
        return bits;
    }

    /** Any of sixteen bits in a row, in the order in which they are sent, one at least. */
    private static BitSet burst(SplittableRandom random, int length) {
        int pattern = random.nextInt(1, 1 << Short.SIZE);
        int from = random.nextInt(length - Short.SIZE + 1);
        BitSet bits = new BitSet(length);
        for (int i = 0; i < Short.SIZE; i++) {
            bits.set(from + i, (pattern >> i & 1) == 1);
        }
        return bits;
    }

    @Test
    void answersAreFoundBehindAnythingAtAll() {
        Property.forAll(Texts.bytes(0, 300)).check(500, noise -> assertThat(
                        heard(WEIGHTS, Octets.of(noise).with(WEIGHTS_ANSWER).bytes()))
                .isEqualTo(inside(WEIGHTS_ANSWER)));
    }

    @Test
    void anEchoOfTheRequestIsPassedOver() {
        Octets request = RtuState.frame(1, WEIGHTS.pdu());
        assertThat(heard(WEIGHTS, request.with(WEIGHTS_ANSWER).bytes())).isEqualTo(inside(WEIGHTS_ANSWER));
    }

    @Test
    void anAnswerOfAnotherLengthIsPassedOver() {
        Octets late = Octets.ofHex("01 03 02 01 19 78 1E");
        assertThat(heard(WEIGHTS, late.with(WEIGHTS_ANSWER).bytes())).isEqualTo(inside(WEIGHTS_ANSWER));
    }

    @Test
    void anotherUnitsAnswerIsNamed() {
        Octets body = Octets.ofHex("05 03 02 01 19");
        RtuState state = heard(
                new Call.Read(Table.HOLDING, 1, 1), body.with(Crc.of(body)).bytes());
        assertThat(((RtuState.Waiting) state).remark()).contains("a whole frame of unit 5, function 3");
    }

    @Test
    void aWrongChecksumIsNamed() {
        RtuState state = heard(
                new Call.Read(Table.HOLDING, 1, 1),
                Octets.ofHex("01 03 02 01 19 78 1F").bytes());
        assertThat(((RtuState.Waiting) state).remark()).contains("a frame with a wrong checksum: 01 03 02 01 19 78 1F");
    }

    @Test
    void nothingHeardIsNothingSaid() {
        assertThat(((RtuState.Waiting) RtuState.start(1, WEIGHTS).silence()).remark())
                .isEmpty();
    }

    /** The library's checksum and the library's parser agree with ours on everything. */
    @Test
    void anotherMakersParserFindsTheSameFrames() {
        Gen<List<Integer>> words = Numbers.ints(0, 0xFFFF).list(1, 125);
        Property.forAll(words).check(300, read -> {
            Octets pdu = answer(read);
            Octets frame = RtuState.frame(1, pdu);
            var theirs = new ModbusRtuResponseFrameParser().parse(frame.bytes());
            assertThat(theirs).isInstanceOf(ModbusRtuResponseFrameParser.Accumulated.class);
            var crc = new Crc16();
            crc.update(ByteBuffer.wrap(frame.slice(0, frame.size() - 2).bytes()));
            assertThat(Integer.reverseBytes(crc.getValue()) >>> Short.SIZE).isEqualTo(frame.pairAt(frame.size() - 2));
            var call = new Call.Read(Table.HOLDING, 0, read.size());
            assertThat(heard(call, frame.bytes())).isEqualTo(new RtuState.Complete(pdu));
            assertThat(Answer.of(call, pdu)).isEqualTo(new Answer.Words(read));
        });
    }

    private static Octets answer(List<Integer> words) {
        ByteBuffer buffer = ByteBuffer.allocate(2 + 2 * words.size());
        buffer.put((byte) 3).put((byte) (2 * words.size()));
        words.forEach(word -> buffer.putShort(word.shortValue()));
        return Octets.of(buffer.array());
    }
}
