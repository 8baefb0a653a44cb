package cellwright.modbus.codec;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a frame, against what was asked. */
final class AnswerTest {
    private static final Call READ = new Call.Read(Table.HOLDING, 1, 2);
    private static final Call WRITE = new Call.WriteOne(2, 250);

    @Test
    void wordsAreRead() {
        assertThat(Answer.of(READ, Octets.ofHex("03 04 01 19 FF FE"))).isEqualTo(new Answer.Words(List.of(281, 65534)));
    }

    @Test
    void refusalsAreToldInWords() {
        for (int code = 1; code <= 12; code++) {
            Answer answer = Answer.of(READ, Octets.of(new byte[] {(byte) 0x83, (byte) code}));
            assertThat(answer).isEqualTo(new Answer.Refused(code));
            assertThat(new Answer.Refused(code).words()).startsWith("exception " + code + ", ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03 04 01 19",
                "03 02 01 19 00 00",
                "04 04 01 19 FF FE",
                "84 02",
                "03 04 01 19 FF FE 00",
                "83 02 00"
            })
    void whatDoesNotFitTheCallIsStrange(String pdu) {
        assertThat(Answer.of(READ, Octets.ofHex(pdu))).isInstanceOf(Answer.Strange.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"06 00 03 00 FA", "06 00 02 00 FB", "10 00 02 00 01"})
    void anAcknowledgementOfSomethingElseIsStrange(String pdu) {
        assertThat(Answer.of(WRITE, Octets.ofHex(pdu))).isInstanceOf(Answer.Strange.class);
    }

    @Test
    void acknowledgementsOfBothKindsAreUnderstood() {
        assertThat(Answer.of(WRITE, Octets.ofHex("06 00 02 00 FA"))).isEqualTo(new Answer.Written());
        Call many = new Call.WriteMany(2782, List.of(0, 0x41C8));
        assertThat(Answer.of(many, Octets.ofHex("10 0A DE 00 02"))).isEqualTo(new Answer.Written());
    }

    @Test
    void anythingAtAllHasAMeaning() {
        Property.forAll(Texts.bytes(0, 20)).check(1000, noise -> {
            assertThat(Answer.of(READ, Octets.of(noise))).isNotNull();
            assertThat(Answer.of(WRITE, Octets.of(noise))).isNotNull();
        });
    }
}
