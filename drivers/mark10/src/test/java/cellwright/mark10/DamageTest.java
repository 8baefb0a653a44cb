package cellwright.mark10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.testkit.LineDamage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session in which one answer is hurt, for each answer in turn: every call ends in time, right or by name. */
final class DamageTest {
    private static final int READINGS = 4;

    @ParameterizedTest
    @EnumSource
    void noSingleAnswerMatters(LineDamage damage) throws InstrumentException {
        int answers = new Course(damage, Integer.MAX_VALUE).run();
        assertThat(answers).isGreaterThan(READINGS + 6);
        for (int hurt = 0; hurt < answers; hurt++) {
            new Course(damage, hurt).run();
        }
    }

    private static final class Course {
        private final Far far = new Far();
        private final LineDamage damage;
        private final int hurt;
        private int said;
        private String before = "";

        Course(LineDamage damage, int hurt) {
            this.damage = damage;
            this.hurt = hurt;
            far.emulated.mischief().spoil(Integer.MAX_VALUE, this::spoilt);
        }

        private String spoilt(String answer) {
            String previous = before;
            before = answer;
            far.emulated.mischief().delay(damage == LineDamage.LATE && said == hurt ? 700_000_000L : 0);
            return said++ == hurt ? damage.to(answer, previous) : answer;
        }

        int run() throws InstrumentException {
            Optional<ForceGauge> opened = open();
            int good = 0;
            for (int i = 0; i < READINGS && opened.isPresent(); i++) {
                far.host.clock().advance(Duration.ofSeconds(1));
                good += read(opened.get()) ? 1 : 0;
            }
            assertThat(good)
                    .as("%s of answer %d", damage, hurt)
                    .isGreaterThanOrEqualTo(opened.isPresent() ? READINGS - 1 : 0);
            int answers = said;
            far.emulated.mischief().delay(0).spoil(0, answer -> answer);
            far.host.clock().advance(Duration.ofSeconds(11));
            try (ForceGauge again = opened.isPresent() ? opened.get() : far.open("area", "100")) {
                assertThat(read(again))
                        .as("%s of answer %d, afterwards", damage, hurt)
                        .isTrue();
            }
            return answers;
        }

        private Optional<ForceGauge> open() {
            try {
                return Optional.of(far.open("area", "100"));
            } catch (InstrumentException named) {
                assertNamed(named);
                assertThat(far.host.openLinks()).isZero();
                return Optional.empty();
            }
        }

        private boolean read(ForceGauge gauge) {
            try {
                for (Sample sample : gauge.read().samples()) {
                    double scale = sample.signal().equals(Signal.PRESSURE) ? 1e4 : 1;
                    assertThat(sample.usable()).isTrue();
                    assertThat(sample.value())
                            .as("%s of answer %d", damage, hurt)
                            .isCloseTo(2000 * scale, within(2 * scale));
                }
                return true;
            } catch (InstrumentException named) {
                assertNamed(named);
                return false;
            }
        }

        private void assertNamed(InstrumentException named) {
            assertThat(named.kind())
                    .as("%s of answer %d: %s", damage, hurt, named.getMessage())
                    .isIn(EnumSet.of(Kind.TIMEOUT, Kind.GARBLED, Kind.REFUSED));
        }
    }
}
