package cellwright.journal;

/** A record whose checksum holds but whose content makes no sense. */
final class BadRecord extends Exception {
    private static final long serialVersionUID = 1L;

    BadRecord(String message) {
        super(message);
    }
}
