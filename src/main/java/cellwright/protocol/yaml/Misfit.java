package cellwright.protocol.yaml;

import cellwright.protocol.Place;
import java.util.Optional;

/** A text that does not mean what its place needs; the message says what was expected. */
final class Misfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Place> place;

    /** A misfit of the text being looked at, whose place the caller knows. */
    Misfit(String message) {
        super(message);
        this.place = Optional.empty();
    }

    /** A misfit at a place of its own. */
    Misfit(Place place, String message) {
        super(message);
        this.place = Optional.of(place);
    }

    /** Where it is, if it knows. */
    Optional<Place> place() {
        return place;
    }

    /** What is wrong and what was expected. */
    String message() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
