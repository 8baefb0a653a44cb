package cellwright.world.real;

/** Counts what happens with an instrument. The world's thread. */
final class Logbook {
    private final Lateness lateness = new Lateness();
    private long repeats;
    private long readings;
    private long failures;
    private long connects;
    private String lastFailure = "";

    void read() {
        readings++;
    }

    /** A reading was begun so late after it was due. */
    void begun(long lateNanos) {
        lateness.add(lateNanos);
    }

    void triedAgain() {
        repeats++;
    }

    void failed(String message) {
        failures++;
        lastFailure = message;
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
