package cellwright.ascii2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A command: every number and every digital channel, since the chamber takes them all at once.
 *
 * @param numbers in the order of the layout
 * @param bits one character 0 or 1 for each digital channel
 * @param spaced whether the bits stand apart
 */
record Order(List<BigDecimal> numbers, String bits, boolean spaced) {
    /** Takes an immutable copy. */
    Order {
        numbers = List.copyOf(numbers);
    }

    /** Everything as it is, but for a temperature, and switched on. */
    static Order of(Layout layout, State state, String name, BigDecimal celsius) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String each : layout.written()) {
            numbers.add(each.equals(name) ? celsius : state.number(layout.writable(each)));
        }
        var bits = new StringBuilder(state.bits().substring(0, layout.writtenBits()));
        bits.setCharAt(layout.startBit(), '1');
        return new Order(numbers, bits.toString(), state.spaced());
    }

    /** As it stands behind {@code $01E}. */
    String words() {
        var words = new StringBuilder();
        numbers.forEach(number -> words.append(' ').append(word(number)));
        words.append(' ').append(spaced ? String.join(" ", bits.split("")) : bits);
        return words.toString();
    }

    /** A number as the chamber writes it. */
    static String word(BigDecimal number) {
        return String.format(Locale.ROOT, "%06.1f", number);
    }

    /** Whether a state is what this order wants, but for one number that may still be on its way. */
    boolean keptBy(Layout layout, State state, String moving) {
        for (int i = 0; i < numbers.size(); i++) {
            String name = layout.written().get(i);
            if (!name.equals(moving) && state.number(layout.writable(name)).compareTo(numbers.get(i)) != 0) {
                return false;
            }
        }
        return state.bits().startsWith(bits);
    }
}
