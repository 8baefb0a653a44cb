package cellwright.protocol.exchange;

import cellwright.protocol.Place;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON text, strictly and within limits that no honest file meets: no name twice, no NaN, no comments. */
final class JsonReader {
    private static final int MOST_DEPTH = 40;
    private static final int MOST_VALUES = 200_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxNumberLength(100)
                    .maxStringLength(10_000)
                    .maxNameLength(1_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final JsonParser parser;
    private int values;

    private JsonReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The value a text is. */
    static JsonValue read(String file, String text) throws Complaint {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(file, parser).whole();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory can always be read", impossible);
        }
    }

    private JsonValue whole() throws IOException, Complaint {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new Complaint(Place.whole(file), "the file is empty; JSON was expected");
            }
            JsonValue value = value(first);
            if (parser.nextToken() != null) {
                throw new Complaint(place(), "the JSON is over before this; one value was expected");
            }
            return value;
        } catch (JsonProcessingException broken) {
            Place place = place(file, broken.getLocation());
            throw new Complaint(
                    place.line() > 0 ? place : place(file, parser.currentLocation()),
                    "this is not JSON that is read: " + words(broken));
        }
    }

    private static String words(JsonProcessingException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        if (message.contains("NaN") || message.contains("Infinity") || message.contains("INF")) {
            return "NaN and Infinity are no numbers that can be carried out";
        }
        return message.replaceAll(", from `[^`]*`", "");
    }

    private JsonValue value(JsonToken token) throws IOException, Complaint {
        Place place = place();
        if (++values > MOST_VALUES) {
            throw new Complaint(place, "more than " + MOST_VALUES + " values; this is no protocol");
        }
        return switch (token) {
            case START_OBJECT -> members(place);
            case START_ARRAY -> items(place);
            case VALUE_STRING -> new JsonValue.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Digits(place, parser.getText());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new JsonValue.Word(place, parser.getText());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new Complaint(place, "a value was expected here");
        };
    }

    private JsonValue members(Place place) throws IOException, Complaint {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            members.put(name, value(parser.nextToken()));
        }
        return new JsonValue.Members(place, members);
    }

    private JsonValue items(Place place) throws IOException, Complaint {
        List<JsonValue> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(value(token));
            token = parser.nextToken();
        }
        return new JsonValue.Items(place, items);
    }

    private Place place() {
        return place(file, parser.currentTokenLocation());
    }

    @SuppressWarnings("NullAway")
    private static Place place(String file, JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? Place.whole(file)
                : new Place(file, location.getLineNr(), Math.max(1, location.getColumnNr()));
    }
}
