package cellwright.palmsens.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines and answers. */
final class ToldTest {
    @Test
    void linesOfARunningScriptAreTold() {
        assertThat(Told.of("")).isEqualTo(new Told.Blank());
        assertThat(Told.of("M000A")).isEqualTo(new Told.Began(0xA, false));
        assertThat(Told.of("eM0007")).isEqualTo(new Told.Began(7, true));
        assertThat(Told.of("*")).isEqualTo(new Told.Mark('*'));
        assertThat(Told.of("L")).isEqualTo(new Told.Mark('L'));
        assertThat(Told.of("C0001")).isEqualTo(new Told.Mark('C'));
        assertThat(Told.of("Tdone: v=3")).isEqualTo(new Told.Words("done: v=3"));
        assertThat(Told.of("!0032: Line 14")).isEqualTo(new Told.Refused("", 0x32, "Line 14"));
    }

    @Test
    void answersAndRefusalsAreTold() {
        assertThat(Told.of("iES4HR20B0008")).isEqualTo(new Told.Answer("iES4HR20B0008"));
        assertThat(Told.of("e")).isEqualTo(new Told.Answer("e"));
        assertThat(Told.of("Z!0006")).isEqualTo(new Told.Refused("Z", 6, ""));
        var parsing = new Told.Refused("e", 0x4001, "Line 1, Col 16");
        assertThat(Told.of("e!4001: Line 1, Col 16")).isEqualTo(parsing);
        assertThat(parsing.line()).isEqualTo(Optional.of(1));
        assertThat(new Told.Refused("Z", 6, "").line()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M", "M00A", "M000G", "M000A ", "*x", "e!40", "e!4001Line 1", "!", "+1", "eM00Z1"})
    void damagedLinesAreUnreadable(String line) {
        assertThat(Told.of(line)).isInstanceOf(Told.Unreadable.class);
    }

    @Test
    void errorsHaveNames() {
        assertThat(ErrorCodes.told(0x4027)).isEqualTo("4027 (needs the cell on)");
        assertThat(ErrorCodes.told(0x0032)).contains("critical overload");
        assertThat(ErrorCodes.told(0x1234)).isEqualTo("1234 (not in this driver's list, see the manual)");
    }

    @Test
    void firmwareIsUnderstood() {
        assertThat(Firmware.of("tes4_hr1500#Mar 12 2026 14:28:01"))
                .contains(new Firmware("es4_hr", "1.5.00", "Mar 12 2026 14:28:01"));
        assertThat(Firmware.of("tespico1304#Dec  1 2023 10:00:00").map(Firmware::version))
                .contains("1.3.04");
        assertThat(Firmware.of("tespbl1200#x").map(Firmware::code)).contains("espbl");
        assertThat(Firmware.of("tes4")).isEmpty();
        assertThat(Firmware.last("R*")).isTrue();
        assertThat(Firmware.last("R")).isFalse();
    }

    @Test
    void capabilitiesAreBits() {
        String bits = "000000000000000000000000000003FFFFBFE8FFFFFFFFFFFFFFFFFFFFBFFFFE";
        Capabilities known = Capabilities.of("C" + bits).orElseThrow();
        assertThat(known.missing()).isEmpty();
        assertThat(known.has(Feature.GEIS)).isTrue();
        Capabilities none = Capabilities.of("C" + "0".repeat(63) + "2").orElseThrow();
        assertThat(none.missing()).contains(Feature.CA, Feature.CELL_OFF).doesNotContain(Feature.VAR, Feature.CP);
        assertThat(Capabilities.of(bits)).isEmpty();
        assertThat(Capabilities.of("C" + bits.substring(1))).isEmpty();
    }
}
