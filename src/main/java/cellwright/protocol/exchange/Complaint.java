package cellwright.protocol.exchange;

import cellwright.protocol.Place;

/** Why a part of a text cannot be taken over; the message says what to do. */
final class Complaint extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Place place;

    Complaint(Place place, String message) {
        super(message);
        this.place = place;
    }

    /** Where it is. */
    Place place() {
        return place;
    }

    /** What is wrong. */
    String message() {
        return String.valueOf(getMessage());
    }
}
