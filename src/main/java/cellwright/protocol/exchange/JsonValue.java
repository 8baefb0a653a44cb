package cellwright.protocol.exchange;

import cellwright.protocol.Place;
import java.util.List;
import java.util.Map;

/** A part of a JSON text that knows where it stood. */
sealed interface JsonValue {
    /** Where it starts. */
    Place place();

    /** What it is, in words for messages. */
    String kind();

    /**
     * An object, in the order written.
     *
     * @param place where it starts
     * @param members its values by name
     */
    record Members(Place place, Map<String, JsonValue> members) implements JsonValue {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /**
     * A list.
     *
     * @param place where it starts
     * @param items in order
     */
    record Items(Place place, List<JsonValue> items) implements JsonValue {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A text.
     *
     * @param place where it starts
     * @param text without quotes and escapes
     */
    record Text(Place place, String text) implements JsonValue {
        @Override
        public String kind() {
            return "the text \"" + text + "\"";
        }
    }

    /**
     * A number, not yet looked at.
     *
     * @param place where it starts
     * @param digits as written
     */
    record Digits(Place place, String digits) implements JsonValue {
        @Override
        public String kind() {
            return "the number " + digits;
        }
    }

    /**
     * {@code true}, {@code false} or {@code null}.
     *
     * @param place where it starts
     * @param word as written
     */
    record Word(Place place, String word) implements JsonValue {
        /** Whether it stands for nothing. */
        boolean isNull() {
            return word.equals("null");
        }

        @Override
        public String kind() {
            return word;
        }
    }
}
