package cellwright.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping read from a file of the program's own, with complaints that name the key. */
public final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final String where;

    /**
     * The mapping of a loaded document.
     *
     * @param where the file's name, for messages
     * @throws IllegalArgumentException if it is no mapping
     */
    public Fields(@Nullable Object loaded, String where) {
        this.where = where;
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(where + ": a mapping was expected");
        }
        map.forEach((key, value) -> values.put(String.valueOf(key), value == null ? "" : value));
    }

    /** Everything in it, in the order written. */
    public Map<String, Object> values() {
        return values;
    }

    String text(String key) {
        return String.valueOf(require(key));
    }

    double number(String key) {
        return number(require(key), where + ": " + key);
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException naming the key if it is missing or something else
     */
    public long whole(String key) {
        if (require(key) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException(where + ": " + key + ": a whole number was expected");
    }

    Fields map(String key) {
        return new Fields(require(key), where + ": " + key);
    }

    List<?> list(String key) {
        if (require(key) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(where + ": " + key + ": a list was expected");
    }

    static List<Double> numbers(Object value, String where) {
        List<Double> numbers = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> numbers.add(number(item, where)));
            return numbers;
        }
        throw new IllegalArgumentException(where + ": a list of numbers was expected");
    }

    private static double number(@Nullable Object value, String where) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(where + ": a number was expected, found \"" + value + "\"");
    }

    private Object require(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(where + ": \"" + key + "\" is missing");
        }
        return value;
    }
}
