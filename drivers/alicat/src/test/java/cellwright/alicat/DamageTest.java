package cellwright.alicat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.testkit.LineDamage;
import cellwright.testkit.Tale.Wish;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A session in which one answer is hurt, for each answer in turn: every call ends in time, right or by name; no wrong
 * pressure comes out; a set-point is written once at most; and one that is told as set is set.
 */
final class DamageTest {
    @ParameterizedTest
    @EnumSource
    void noSingleAnswerMatters(LineDamage damage) throws InstrumentException {
        int answers = new Course(damage, Integer.MAX_VALUE).run();
        assertThat(answers).isGreaterThan(18);
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
            far.emulated.mischief().delay(damage == LineDamage.LATE && said == hurt ? 2_700_000_000L : 0);
            return said++ == hurt ? damage.to(answer, previous) : answer;
        }

        int run() throws InstrumentException {
            Optional<PressureController> opened = open();
            if (opened.isPresent()) {
                use(opened.get());
            }
            int answers = said;
            far.emulated.mischief().delay(0).spoil(0, answer -> answer);
            far.host.clock().advance(Duration.ofSeconds(11));
            try (PressureController again = opened.isPresent() ? opened.get() : far.open()) {
                right(again);
            }
            return answers;
        }

        private void use(PressureController controller) {
            tried(() -> right(controller));
            int sent = far.host.sent().size();
            boolean set = tried(() -> controller.setpoint(Signal.PRESSURE, 40e6, Ramp.FASTEST));
            long writes = far.host.sent().stream()
                    .skip(sent)
                    .filter(command -> command.startsWith("ALS "))
                    .count();
            assertThat(writes).as("%s of answer %d: writes", damage, hurt).isLessThanOrEqualTo(1);
            if (set) {
                assertThat(far.emulated.target()).isCloseTo(4e5, within(1.0));
            }
            for (int i = 0; i < 3; i++) {
                far.host.clock().advance(Duration.ofSeconds(20));
                tried(() -> right(controller));
            }
        }

        private Optional<PressureController> open() {
            try {
                return Optional.of(far.open());
            } catch (InstrumentException named) {
                assertNamed(named);
                assertThat(far.host.openLinks()).isZero();
                return Optional.empty();
            }
        }

        private void right(PressureController controller) throws InstrumentException {
            for (Sample sample : controller.read().samples()) {
                double gas = sample.signal().equals(PressureController.SETPOINT)
                        ? far.emulated.target()
                        : far.emulated.pascals(far.host.clock().nanos());
                double ratio = sample.signal().equals(PressureController.GAS) ? 1 : 100;
                assertThat(sample.usable()).isTrue();
                assertThat(sample.value())
                        .as("%s of answer %d: %s", damage, hurt, sample)
                        .isCloseTo(gas * ratio, within(100 * ratio));
            }
        }

        private boolean tried(Wish wish) {
            try {
                wish.of();
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
