package cellwright.protocol;

/**
 * One fault or doubt about an input, written for the person who will mend it.
 *
 * @param severity whether it must be mended
 * @param place where it stands
 * @param message what is wrong, what was expected, what to do
 */
public record Problem(Severity severity, Place place, String message) {
    /** How bad it is. */
    public enum Severity {
        /** Refused; nothing is started or written. */
        ERROR,
        /** Allowed, but look. */
        WARNING
    }

    /** A fault that must be mended. */
    public static Problem error(Place place, String message) {
        return new Problem(Severity.ERROR, place, message);
    }

    /** A doubt. */
    public static Problem warning(Place place, String message) {
        return new Problem(Severity.WARNING, place, message);
    }

    /** {@code place: severity: message} on one line. */
    @Override
    public String toString() {
        return place + ": " + (severity == Severity.ERROR ? "error" : "warning") + ": " + message;
    }
}
