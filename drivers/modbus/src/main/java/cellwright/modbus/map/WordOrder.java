package cellwright.modbus.map;

import java.util.List;
import java.util.Map;

/** In which order the two registers of a long number lie. */
public enum WordOrder {
    /** The high half at the lower address. */
    HIGH_FIRST,
    /** The low half at the lower address. */
    LOW_FIRST;

    static final Map<String, WordOrder> WORDS = Map.of("high first", HIGH_FIRST, "low first", LOW_FIRST);

    /** Registers in this order turned into high before low, or back. */
    List<Integer> highFirst(List<Integer> words) {
        return this == HIGH_FIRST ? words : words.reversed();
    }
}
