package cellwright.modbus.map;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.Gen;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers to registers and back. */
final class NumberTypeTest {
    @ParameterizedTest
    @EnumSource
    void whatRegistersHoldGoesBackIntoTheSameRegisters(NumberType type) {
        Gen<List<Integer>> words = Numbers.ints(0, 0xFFFF).list(type.registers(), type.registers());
        Property.forAll(words).check(500, held -> {
            for (WordOrder order : WordOrder.values()) {
                type.decode(held, order).ifPresent(number -> assertThat(
                                type.encode(number, order, RoundingMode.UNNECESSARY))
                        .hasValueSatisfying(back -> assertThat(type.decode(back, order))
                                .hasValueSatisfying(again -> assertThat(again).isEqualByComparingTo(number))));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "INT16, HIGH_FIRST, 65535, -1, -1",
        "UINT16, HIGH_FIRST, 65535, -1, 65535",
        "INT32, HIGH_FIRST, 0, 12345, 12345",
        "INT32, LOW_FIRST, 65534, 65535, -2",
        "UINT32, HIGH_FIRST, 65535, 65535, 4294967295",
        "FLOAT32, LOW_FIRST, 0, 16828, 23.5",
        "FLOAT32, HIGH_FIRST, 16840, 0, 25.0"
    })
    void knownContents(NumberType type, WordOrder order, int first, int second, BigDecimal number) {
        List<Integer> words = type.registers() == 1 ? List.of(first) : List.of(first, second);
        assertThat(type.decode(words, order)).hasValue(number);
    }

    @Test
    void whatIsNoNumberIsNone() {
        assertThat(NumberType.FLOAT32.decode(List.of(0, 0x7FC0), WordOrder.LOW_FIRST))
                .isEmpty();
        assertThat(NumberType.FLOAT32.decode(List.of(0xFF80, 0), WordOrder.HIGH_FIRST))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INT16, 32768", "INT16, -32769", "UINT16, -1", "UINT16, 65536", "UINT32, -1", "FLOAT32, 1e39"})
    void whatIsTooLargeIsNotCut(NumberType type, BigDecimal number) {
        assertThat(type.encode(number, WordOrder.HIGH_FIRST, RoundingMode.HALF_EVEN))
                .isEmpty();
    }
}
