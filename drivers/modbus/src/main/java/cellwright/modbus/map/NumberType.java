package cellwright.modbus.map;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a number lies in registers. */
public enum NumberType {
    /** Signed, one register. */
    INT16(1),
    /** Unsigned, one register. */
    UINT16(1),
    /** Signed, two registers. */
    INT32(2),
    /** Unsigned, two registers. */
    UINT32(2),
    /** IEEE 754 single precision, two registers. */
    FLOAT32(2);

    private static final long WORD = 0xFFFFL;

    private final int registers;

    NumberType(int registers) {
        this.registers = registers;
    }

    /** The types by the names used in maps. */
    static Map<String, NumberType> words() {
        Map<String, NumberType> words = new TreeMap<>();
        for (NumberType type : values()) {
            words.put(type.name().toLowerCase(Locale.ROOT), type);
        }
        return words;
    }

    /** How many registers it takes. */
    public int registers() {
        return registers;
    }

    /** The number in some registers; empty if they hold none (NaN, infinite). */
    Optional<BigDecimal> decode(List<Integer> words, WordOrder order) {
        long bits = 0;
        for (int word : order.highFirst(words)) {
            bits = bits << Short.SIZE | word;
        }
        return switch (this) {
            case INT16 -> Optional.of(BigDecimal.valueOf((short) bits));
            case UINT16, UINT32 -> Optional.of(BigDecimal.valueOf(bits));
            case INT32 -> Optional.of(new BigDecimal((int) bits));
            case FLOAT32 -> decimal(Float.intBitsToFloat((int) bits));
        };
    }

    /** The shortest decimal that stands for it, as a display shows it. */
    private static Optional<BigDecimal> decimal(float value) {
        return Float.isFinite(value) ? Optional.of(new BigDecimal(Float.toString(value))) : Optional.empty();
    }

    /** The registers that hold a number, rounded in a direction to one that fits; empty if it is too large for them. */
    Optional<List<Integer>> encode(BigDecimal value, WordOrder order, RoundingMode rounding) {
        return switch (this) {
            case INT16 -> whole(value, rounding, Short.MIN_VALUE, Short.MAX_VALUE, order);
            case UINT16 -> whole(value, rounding, 0, WORD, order);
            case INT32 -> whole(value, rounding, Integer.MIN_VALUE, Integer.MAX_VALUE, order);
            case UINT32 -> whole(value, rounding, 0, 0xFFFF_FFFFL, order);
            case FLOAT32 -> single(value, order);
        };
    }

    private Optional<List<Integer>> single(BigDecimal value, WordOrder order) {
        float nearest = value.floatValue();
        return Float.isFinite(nearest) ? Optional.of(split(Float.floatToIntBits(nearest), order)) : Optional.empty();
    }

    private Optional<List<Integer>> whole(
            BigDecimal value, RoundingMode rounding, long low, long high, WordOrder order) {
        BigDecimal rounded = value.setScale(0, rounding);
        boolean fits =
                rounded.compareTo(BigDecimal.valueOf(low)) >= 0 && rounded.compareTo(BigDecimal.valueOf(high)) <= 0;
        return fits ? Optional.of(split(rounded.longValueExact(), order)) : Optional.empty();
    }

    private List<Integer> split(long bits, WordOrder order) {
        int low = (int) (bits & WORD);
        return registers == 1 ? List.of(low) : order.highFirst(List.of((int) (bits >> Short.SIZE & WORD), low));
    }
}
