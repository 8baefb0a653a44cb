package cellwright.opcua;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.testkit.Relay;
import java.time.Duration;
import java.util.Optional;

/**
 * Waits for what an instrument comes to know by and by: it is looked at each time something came over its line, and a few times a
 * second where nothing does. What does not come within {@link #LONGEST}, which no machine is too busy for, fails the test.
 */
final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final Relay relay;

    Patience(Relay relay) {
        this.relay = relay;
    }

    /** A look at an instrument. */
    interface Look<T> {
        T take() throws InstrumentException;
    }

    /** Waits until what is seen is so. */
    void until(String what, Look<Boolean> look) {
        seen(what, () -> look.take() ? Optional.of(true) : Optional.empty());
    }

    /** Waits for what a look gives once the connection is not lost any more; while it is restored an answer may be late, too. */
    <T> T untilItWorks(Look<T> look) {
        return seen("the connection is restored", () -> {
            try {
                return Optional.of(look.take());
            } catch (InstrumentException failed) {
                return failed.kind() == Kind.TIMEOUT ? Optional.empty() : unlessLost(failed);
            }
        });
    }

    /** Waits until a look fails in a way; meanwhile the connection may be lost. */
    InstrumentException untilItFails(Kind kind, Look<?> look) {
        return seen("it fails with " + kind, () -> {
            try {
                look.take();
                return Optional.empty();
            } catch (InstrumentException failed) {
                return failed.kind() == kind ? Optional.of(failed) : unlessLost(failed);
            }
        });
    }

    private static <T> Optional<T> unlessLost(InstrumentException failed) throws InstrumentException {
        if (failed.kind() == Kind.LOST) {
            return Optional.empty();
        }
        throw failed;
    }

    private <T> T seen(String what, Look<Optional<T>> look) {
        return assertTimeoutPreemptively(
                LONGEST,
                () -> {
                    Optional<T> seen = look.take();
                    while (seen.isEmpty()) {
                        relay.awaitNews();
                        seen = look.take();
                    }
                    return seen.orElseThrow();
                },
                "waited for: " + what);
    }
}
