package cellwright.world.real;

import java.util.Optional;

/** Counts what happens with an instrument. The world's thread. */
final class Logbook {
    private final Lateness lateness = new Lateness();
    private final LinkQuality quality = new LinkQuality();
    private long repeats;
    private long mended;
    private long readings;
    private long failures;
    private long connects;
    private boolean refused;
    private String lastFailure = "";

    /** A reading came; what is to be said of its link, if anything. */
    Optional<String> read(boolean atOnce, boolean hurt) {
        readings++;
        refused = false;
        mended += hurt ? 1 : 0;
        return quality.exchanged(hurt || !atOnce);
    }

    /** A reading did not come, at the second asking either; what is to be said of the link, if anything. */
    Optional<String> unread(String message) {
        failed(message);
        return quality.exchanged(true);
    }

    /** Whether it has not refused to be read since it was read last. */
    boolean isFirstRefusal() {
        boolean first = !refused;
        refused = true;
        return first;
    }

    /** A reading was begun so late after it was due. */
    void begun(long lateNanos) {
        lateness.add(lateNanos);
    }

    void triedAgain() {
        repeats++;
    }

    /** True if people have not been told so before. */
    boolean failed(String message) {
        boolean news = !message.equals(lastFailure);
        failures++;
        lastFailure = message;
        return news;
    }

    void connected() {
        connects++;
    }

    String lastFailure() {
        return lastFailure;
    }

    LinkFigures figures(Ticks ticks) {
        return new LinkFigures(
                readings,
                repeats,
                mended,
                failures,
                connects,
                ticks.missed(),
                lateness.quantileNanos(0.99),
                lateness.worstNanos(),
                quality.troubleShare(),
                quality.isPoor());
    }
}
