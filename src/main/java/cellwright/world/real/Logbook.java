package cellwright.world.real;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what happens with an instrument. The world's thread, but for the repeats. */
final class Logbook {
    private final AtomicLong repeats = new AtomicLong();
    private long readings;
    private long failures;
    private long connects;
    private String lastFailure = "";

    void read() {
        readings++;
    }

    /** The lane's thread. */
    void triedAgain() {
        repeats.incrementAndGet();
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
        return new LinkFigures(readings, repeats.get(), failures, connects, ticks.missed(), ticks.worstLatenessNanos());
    }
}
