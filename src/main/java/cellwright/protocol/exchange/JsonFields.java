package cellwright.protocol.exchange;

import cellwright.protocol.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of one JSON object, taken by name; what nobody took is a fault. Numbers may stand in quotes. */
final class JsonFields {
    private final JsonValue.Members object;
    private final String path;
    private final Ledger ledger;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> faulty = new HashSet<>();

    JsonFields(JsonValue.Members object, String path, Ledger ledger) {
        this.object = object;
        this.path = path;
        this.ledger = ledger;
    }

    /** The path of a member, as people write it. */
    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Where a member stands, or the object if it has none. */
    Place place(String key) {
        JsonValue value = object.members().get(key);
        return value == null ? object.place() : value.place();
    }

    /** The place of a member for a remark. */
    String where(String key) {
        return place(key) + " (" + path(key) + ")";
    }

    /** Notes a fault of a member. */
    void error(String key, String message) {
        faulty.add(key);
        ledger.error(place(key), path(key) + " " + message);
    }

    /** The member, unless it is missing or null. */
    Optional<JsonValue> value(String key) {
        known.add(key);
        return Optional.ofNullable(object.members().get(key))
                .filter(value -> !(value instanceof JsonValue.Word word && word.isNull()));
    }

    /** The object under a name; one without members if there is none. */
    JsonFields object(String key) {
        JsonValue.Members none = new JsonValue.Members(object.place(), Map.of());
        Optional<JsonValue> value = value(key);
        if (value.isPresent() && !(value.get() instanceof JsonValue.Members)) {
            error(key, "must be an object, found " + value.get().kind());
        }
        JsonValue.Members members = value.isPresent() && value.get() instanceof JsonValue.Members found ? found : none;
        return new JsonFields(members, path(key), ledger);
    }

    /** A text; empty if there is none. */
    Optional<String> text(String key) {
        Optional<JsonValue> value = value(key);
        if (value.isPresent() && !(value.get() instanceof JsonValue.Text)) {
            error(key, "must be a text, found " + value.get().kind());
        }
        return value.filter(JsonValue.Text.class::isInstance).map(found -> ((JsonValue.Text) found).text());
    }

    /** A number; empty if there is none, null or an empty text. */
    Optional<BigDecimal> number(String key) {
        Optional<JsonValue> value = value(key);
        Optional<String> digits = value.flatMap(JsonFields::digits);
        if (digits.isPresent() && digits.get().isBlank()) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = digits.flatMap(Exact::number);
        if (value.isPresent() && number.isEmpty()) {
            error(
                    key,
                    "must be a number of at most 60 characters, found "
                            + value.get().kind());
        }
        return number;
    }

    /** What may be a number, as written. */
    static Optional<String> digits(JsonValue value) {
        return switch (value) {
            case JsonValue.Digits number -> Optional.of(number.digits());
            case JsonValue.Text text -> Optional.of(text.text());
            case JsonValue.Word word -> Optional.empty();
            case JsonValue.Items items -> Optional.empty();
            case JsonValue.Members members -> Optional.empty();
        };
    }

    /** A number times a power of ten; complains where doubles end. */
    Optional<Double> scaled(String key, int powerOfTen) {
        Optional<BigDecimal> number = number(key);
        Optional<Double> value = number.flatMap(exact -> Exact.shifted(exact, powerOfTen));
        if (number.isPresent() && value.isEmpty()) {
            error(key, "is too large or too small a number");
        }
        return value;
    }

    /** A number above 0 times a power of ten. */
    Optional<Double> positive(String key, int powerOfTen) {
        Optional<Double> value = scaled(key, powerOfTen);
        if (value.isPresent() && !(value.get() > 0)) {
            error(key, "must be above 0");
            return Optional.empty();
        }
        return value;
    }

    /** A whole number from 1; empty if there is none. */
    Optional<Integer> count(String key, int most) {
        Optional<BigDecimal> number = number(key);
        boolean whole = number.isPresent()
                && number.get().compareTo(BigDecimal.ONE) >= 0
                && number.get().compareTo(BigDecimal.valueOf(most)) <= 0
                && number.get().stripTrailingZeros().scale() <= 0;
        if (number.isPresent() && !whole) {
            error(key, "must be a whole number from 1 to " + most);
        }
        return whole ? number.map(BigDecimal::intValueExact) : Optional.empty();
    }

    /** A time in seconds above 0; a time of 0 is none. */
    Optional<Duration> seconds(String key) {
        Optional<BigDecimal> number = number(key);
        if (number.isEmpty() || number.get().signum() == 0) {
            return Optional.empty();
        }
        Optional<Duration> time = Exact.seconds(number.get());
        if (time.isEmpty()) {
            error(key, "must be a time above 0 s and below a century");
        }
        return time;
    }

    /** Complains of a member that must be there, unless something is wrong with it already. */
    void missing(String key, String expected) {
        if (!faulty.contains(key)) {
            ledger.error(object.place(), path(key) + " is missing; expected " + expected);
        }
    }

    /** Complains of what nobody asked for. */
    void finish() {
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                error(name, "is not known; known here are " + String.join(", ", known));
            }
        }
    }
}
