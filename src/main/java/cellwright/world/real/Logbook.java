package cellwright.world.real;

/** Counts what happens with an instrument. The world's thread. */
final class Logbook {
    private final Lateness lateness = new Lateness();
    private long repeats;
    private long readings;
    private long failures;
    private long connects;
    private boolean refused;
    private String lastFailure = "";

    void read() {
        readings++;
        refused = false;
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
                failures,
                connects,
                ticks.missed(),
                lateness.quantileNanos(0.99),
                lateness.worstNanos());
    }
}
