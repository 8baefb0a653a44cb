package cellwright.alicat;

import cellwright.instrument.Quality;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A reading: numbers by what they are, and flags.
 *
 * @param numbers by the instrument's numbers for quantities
 * @param flags that are up
 */
record Frame(Map<Integer, BigDecimal> numbers, Set<Flag> flags) {
    /** Takes immutable copies. */
    Frame {
        numbers = Map.copyOf(numbers);
        flags = Set.copyOf(flags);
    }

    /**
     * Understands a reading without the unit's letter; empty unless it has exactly the columns of the layout, each as wide
     * as the layout says, and behind them known flags only. That is all the protection there is: lines carry no checksum.
     */
    static Optional<Frame> of(Layout layout, String rest) {
        List<String> words = List.of(rest.strip().split(" +"));
        List<Column> columns = layout.steady();
        if (words.size() < columns.size()) {
            return Optional.empty();
        }
        Map<Integer, BigDecimal> numbers = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.number() && !written(words.get(i), column)) {
                return Optional.empty();
            }
            if (column.number()) {
                numbers.put(column.statistic(), new BigDecimal(words.get(i)));
            }
        }
        List<Flag> flags = new ArrayList<>();
        for (String word : words.subList(columns.size(), words.size())) {
            Flag.of(word).ifPresent(flags::add);
        }
        return columns.size() + flags.size() == words.size()
                ? Optional.of(new Frame(numbers, flags.isEmpty() ? Set.of() : EnumSet.copyOf(flags)))
                : Optional.empty();
    }

    private static boolean written(String word, Column column) {
        String digits = column.decimals() == 0 ? "\\d+" : "\\d+\\.\\d{" + column.decimals() + "}";
        return word.length() == column.width() && word.matches("[+-]" + digits);
    }

    /** A number that stands in every reading, by the instrument's number. */
    BigDecimal number(int statistic) {
        return Optional.ofNullable(numbers.get(statistic)).orElseThrow();
    }

    /** What the flags leave of the pressure's quality. */
    Quality quality() {
        Quality worst = Quality.GOOD;
        for (Flag flag : flags) {
            boolean worse = flag.quality() != Quality.GOOD
                    && (worst == Quality.GOOD || worst == Quality.UNCERTAIN || flag.quality() == Quality.BAD);
            worst = worse ? flag.quality() : worst;
        }
        return worst;
    }
}
