package cellwright.store;

/**
 * A time during which a run did not go on by its protocol: held, made safe, or nobody was there.
 *
 * @param fromSeconds since the run began
 * @param toSeconds when it went on or ended, since the run began; NaN if it did not
 * @param step number of the step that was interrupted, 0 if none had begun
 * @param path the protocol's step
 * @param kind the kind of reason: asked, limit, envelope, late, failure, interruption
 * @param message what happened, in words
 */
public record Interruption(double fromSeconds, double toSeconds, long step, String path, String kind, String message) {
    /** The same, over. */
    public Interruption until(double seconds) {
        return new Interruption(fromSeconds, seconds, step, path, kind, message);
    }

    /** In one line. */
    public String words() {
        String end = Double.isNaN(toSeconds) ? "" : Decimal.number(toSeconds);
        return Decimal.number(fromSeconds) + ".." + end + " s, step " + step + " (" + path + "), " + kind + ": "
                + message.replaceAll("[\\r\\n]+", " ");
    }
}
