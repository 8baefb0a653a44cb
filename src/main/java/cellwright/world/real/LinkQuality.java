package cellwright.world.real;

import java.util.Optional;

/**
 * How many of the latest exchanges with an instrument did not go well at once, and whether people should look at the link. Mutable,
 * the world's thread.
 *
 * <p>People are told once when more than one exchange of a hundred goes wrong, and once when it is less than half of that again.
 */
final class LinkQuality {
    /** So many exchanges are remembered. */
    static final int REMEMBERED = 1000;

    /** More troubles than this in them are too many: 1 %. */
    static final int TOO_MANY = 10;

    private final boolean[] troubled = new boolean[REMEMBERED];
    private int next;
    private int known;
    private int troubles;
    private boolean poor;

    /** An exchange is over; what people are to be told, if there is anything new. */
    Optional<String> exchanged(boolean trouble) {
        troubles += (trouble ? 1 : 0) - (troubled[next] ? 1 : 0);
        troubled[next] = trouble;
        next = (next + 1) % REMEMBERED;
        known = Math.min(known + 1, REMEMBERED);
        if (!poor && troubles > TOO_MANY) {
            poor = true;
            return Optional.of(words() + "; look at cable, connectors, shield, earth and baud rate");
        }
        if (poor && troubles <= TOO_MANY / 2) {
            poor = false;
            return Optional.of(words() + ", as it should be");
        }
        return Optional.empty();
    }

    private String words() {
        return "%d of the last %d exchanges did not go well at once".formatted(troubles, known);
    }

    /** Whether people were told to look at the link, and have not been told that it is well again. */
    boolean isPoor() {
        return poor;
    }

    /** Share of the latest exchanges, at most a thousand, that did not go well at once; 0 before the first. */
    double troubleShare() {
        return known == 0 ? 0 : (double) troubles / known;
    }
}
