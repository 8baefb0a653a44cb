package cellwright.ascii2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chamber tells of itself.
 *
 * @param numbers in the order of its layout
 * @param bits one character 0 or 1 for each digital channel
 * @param spaced whether the bits stand apart
 */
record State(List<BigDecimal> numbers, String bits, boolean spaced) {
    private static final int WIDTH = 6;

    /** Takes an immutable copy. */
    State {
        numbers = List.copyOf(numbers);
    }

    /**
     * Understands a line; empty unless it has exactly the numbers and digital channels of the layout, each number six
     * characters wide with one decimal. That is all the protection there is: lines carry no checksum.
     */
    static Optional<State> of(Layout layout, String line) {
        List<String> words = List.of(line.strip().split(" +"));
        int count = layout.told().size();
        if (words.size() <= count) {
            return Optional.empty();
        }
        List<BigDecimal> numbers = new ArrayList<>();
        for (String word : words.subList(0, count)) {
            if (word.length() != WIDTH || !word.matches("-?\\d+\\.\\d")) {
                return Optional.empty();
            }
            numbers.add(new BigDecimal(word));
        }
        List<String> channels = words.subList(count, words.size());
        String bits = String.join("", channels);
        boolean spaced = channels.size() == layout.toldBits();
        boolean joined = channels.size() == 1;
        return (joined || spaced) && bits.length() == layout.toldBits() && bits.matches("[01]+")
                ? Optional.of(new State(numbers, bits, !joined))
                : Optional.empty();
    }

    BigDecimal number(int index) {
        return numbers.get(index);
    }

    boolean bit(int index) {
        return bits.charAt(index) == '1';
    }
}
