package cellwright.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.testkit.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When it is said that a certificate will expire. */
final class ExpiryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final HandClock clock = new HandClock(1_000);
    private final List<String> said = new ArrayList<>();

    private Expiry in(Duration left) {
        return new Expiry(Map.of("our", NOW.plus(left)), NOW, clock, said::add);
    }

    @Test
    void itIsSaidOnceAtSixtyThirtySevenAndOneDaysAndWhenItIsOver() {
        Expiry expiry = in(Duration.ofDays(100));
        List<Integer> days = new ArrayList<>();
        for (int hour = 0; hour <= 110 * 24; hour++) {
            int before = said.size();
            expiry.look();
            expiry.look();
            if (said.size() > before) {
                days.add(100 - hour / 24);
            }
            clock.advance(Duration.ofHours(1));
        }
        assertThat(days).containsExactly(60, 30, 7, 1, 0);
        assertThat(said).hasSize(5);
        assertThat(said.get(0)).contains("our certificate expires in 60 days", "2026-04-11");
        assertThat(said.get(4)).contains("expired on", "this session goes on");
    }

    @Test
    void whatIsNearAlreadyIsSaidAtOnceAndOnlyOnce() {
        Expiry expiry = in(Duration.ofDays(5));
        expiry.look();
        clock.advance(Duration.ofDays(1));
        expiry.look();
        assertThat(said).singleElement().asString().contains("in 5 days");
    }

    @Test
    void whatIsFarIsNotSpokenOf() {
        in(Duration.ofDays(61)).look();
        assertThat(said).isEmpty();
    }
}
