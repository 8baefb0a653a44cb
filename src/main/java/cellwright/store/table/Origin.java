package cellwright.store.table;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a table comes from.
 *
 * @param file the file's name as it was given
 * @param format what it was read as
 * @param rows how many rows it has
 * @param facts what the file says about itself, by name
 * @param passedOver columns of the file that were not read
 */
public record Origin(String file, TableFormat format, long rows, Map<String, String> facts, List<String> passedOver) {
    /** Takes immutable copies. */
    public Origin {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        passedOver = List.copyOf(passedOver);
    }
}
