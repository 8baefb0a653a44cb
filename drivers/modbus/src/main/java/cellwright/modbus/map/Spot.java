package cellwright.modbus.map;

import cellwright.modbus.codec.Call;
import cellwright.modbus.codec.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Where a number lies and how.
 *
 * @param table which table
 * @param at first address, as on the wire
 * @param type how it lies there
 * @param order of its registers
 */
public record Spot(Table table, int at, NumberType type, WordOrder order) {
    private static final BigDecimal FLOAT_SLACK = new BigDecimal("1e-6");

    /** The address behind its last register. */
    int end() {
        return at + type.registers();
    }

    /** Whether a register belongs to both. */
    boolean overlaps(Spot other) {
        return table == other.table && at < other.end() && other.at < end();
    }

    /** The call that reads it alone. */
    public Call.Read read() {
        return new Call.Read(table, at, type.registers());
    }

    /** The number in its registers; empty if they hold none. */
    public Optional<BigDecimal> decode(List<Integer> words) {
        return type.decode(words, order);
    }

    /** The number among registers that were read; empty if they hold none. */
    public Optional<BigDecimal> in(Registers registers) {
        return decode(registers.from(this));
    }

    /** Whether two contents are the same number; a device may round a float32 in its sixth digit. */
    public boolean same(List<Integer> one, List<Integer> other) {
        Optional<BigDecimal> first = decode(one);
        Optional<BigDecimal> second = decode(other);
        if (first.isEmpty() || second.isEmpty()) {
            return one.equals(other);
        }
        BigDecimal difference = first.get().subtract(second.get()).abs();
        BigDecimal size = first.get().abs().max(BigDecimal.ONE);
        return type == NumberType.FLOAT32
                ? difference.compareTo(size.multiply(FLOAT_SLACK)) <= 0
                : difference.signum() == 0;
    }

    /** The registers for a number, rounded; empty if it is too large for them. */
    public Optional<List<Integer>> encode(BigDecimal value, RoundingMode rounding) {
        return type.encode(value, order, rounding);
    }
}
