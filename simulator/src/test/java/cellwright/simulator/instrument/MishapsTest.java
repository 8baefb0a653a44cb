package cellwright.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MishapsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Dice CHANCE = new Dice(1);

    private static Mishaps of(String text) {
        return Mishaps.of(text, CHANCE);
    }

    @Test
    void aScheduleSaysWhatHappensWhen() {
        Mishaps mishaps = of("open_lead at 3600 s for 10 s;nan at 2 h; open_lead at 1.5 min for 1e1 s");
        assertThat(mishaps.any()).isTrue();
        assertThat(mishaps.on(Mishap.OPEN_LEAD, 90 * SECOND - 1)).isFalse();
        assertThat(mishaps.on(Mishap.OPEN_LEAD, 90 * SECOND)).isTrue();
        assertThat(mishaps.on(Mishap.OPEN_LEAD, 100 * SECOND)).isFalse();
        assertThat(mishaps.on(Mishap.OPEN_LEAD, 3605 * SECOND)).isTrue();
        assertThat(mishaps.on(Mishap.NAN, 3605 * SECOND)).isFalse();
        assertThat(mishaps.on(Mishap.NAN, 1_000_000 * SECOND)).isTrue();
    }

    @Test
    void everyChangeIsAnnounced() {
        Mishaps mishaps = of("nan at 10 s for 5 s; power_fail at 12 s");
        assertThat(mishaps.changeAfter(0)).isEqualTo(10 * SECOND);
        assertThat(mishaps.changeAfter(10 * SECOND)).isEqualTo(12 * SECOND);
        assertThat(mishaps.changeAfter(12 * SECOND)).isEqualTo(15 * SECOND);
        assertThat(mishaps.changeAfter(15 * SECOND)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aLooseContactIsOpenHalfOfTheTime() {
        Mishaps mishaps = of("contact_loss at 10 s for 1000 s");
        long open = LongStream.range(0, 10_000)
                .filter(tenth -> mishaps.on(Mishap.CONTACT_LOSS, 10 * SECOND + tenth * SECOND / 10))
                .count();
        assertThat(open).isBetween(4800L, 5200L);
        assertThat(mishaps.on(Mishap.CONTACT_LOSS, 9 * SECOND)).isFalse();
        assertThat(mishaps.changeAfter(10 * SECOND)).isEqualTo(10 * SECOND + SECOND / 10);
        assertThat(mishaps.changeAfter(1010 * SECOND - 1)).isEqualTo(1010 * SECOND);
        assertThat(mishaps.changeAfter(1010 * SECOND)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void noneIsNone() {
        assertThat(of("none").any()).isFalse();
        assertThat(of(" none ").changeAfter(0)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open_led at 5 s | \"open_led\" in \"open_led at 5 s\" is no fault; known are open_lead",
                "open_lead | \"open_lead\" is not a fault with a time",
                "'' | \"\" is not a fault with a time",
                "nan at 5 s; | \"\" is not a fault with a time",
                "nan at 5 | \"at 5\" in \"nan at 5\" is not a time such as \"at 3600 s\"",
                "nan at -5 s | \"at -5 s\"",
                "nan at 5 d | \"at 5 d\"",
                "nan at NaN s | \"at NaN s\"",
                "nan at 1e99 h | \"at 1e99 h\"",
                "nan at 5 s for 0 s | \"for 0 s\" in \"nan at 5 s for 0 s\"",
                "nan at 5 s for ever | \"for ever\"",
                "nan at 5 s until 7 s | \"at 5 s until 7 s\"",
                "NAN at 5 s | \"NAN\" in \"NAN at 5 s\" is no fault"
            })
    void whatIsNotUnderstoodIsNamed(String text, String complaint) {
        assertThatThrownBy(() -> of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }
}
