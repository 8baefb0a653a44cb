package cellwright.ascii2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.ascii2.ChamberProfile;
import cellwright.testkit.LineDamage;
import cellwright.testkit.Tale.Wish;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A session in which one answer is hurt, for each answer in turn: every call ends in time, right or by name; no wrong
 * temperature comes out; a command is sent once at most; and one that is told as done is done, with nothing else moved.
 */
final class DamageTest {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(50);

    @ParameterizedTest
    @EnumSource
    void noSingleAnswerMatters(LineDamage damage) throws InstrumentException {
        int answers = new Course(damage, Integer.MAX_VALUE).run();
        assertThat(answers).isGreaterThan(9);
        for (int hurt = 0; hurt < answers; hurt++) {
            new Course(damage, hurt).run();
        }
    }

    private static final class Course {
        private final Far far = new Far(ChamberProfile.DYNAMIC);
        private final LineDamage damage;
        private final int hurt;
        private int said;
        private String before = "";
        private double earlier = 298.15;

        Course(LineDamage damage, int hurt) {
            this.damage = damage;
            this.hurt = hurt;
            far.emulated.mischief().spoil(Integer.MAX_VALUE, this::spoilt);
        }

        private String spoilt(String answer) {
            String previous = before;
            before = answer;
            far.emulated.mischief().delay(damage == LineDamage.LATE && said == hurt ? 10_500_000_000L : 0);
            return said++ == hurt ? damage.to(answer, previous) : answer;
        }

        int run() throws InstrumentException {
            Optional<ClimateChamber> opened = open();
            if (opened.isPresent()) {
                use(opened.get());
            }
            int answers = said;
            said = Integer.MAX_VALUE;
            far.emulated.mischief().delay(0).spoil(0, answer -> answer);
            far.host.clock().advance(Duration.ofSeconds(20));
            try (ClimateChamber again = opened.isPresent() ? opened.get() : far.open()) {
                right(again);
            }
            return answers;
        }

        private void use(ClimateChamber chamber) {
            tried(() -> right(chamber));
            boolean set = tried(() -> chamber.setpoint(Signal.TEMPERATURE, 313.15, Ramp.FASTEST));
            assertThat(far.host.sent().stream().filter(command -> command.startsWith("$01E")))
                    .as("%s of answer %d: commands", damage, hurt)
                    .hasSizeLessThanOrEqualTo(1);
            if (set) {
                assertThat(far.emulated.set("CV01")).isEqualTo(40);
            }
            assertThat(far.emulated.set("SV01")).isEqualTo(90);
            for (int i = 0; i < 3; i++) {
                far.host.clock().advance(Duration.ofSeconds(20));
                tried(() -> right(chamber));
            }
        }

        private Optional<ClimateChamber> open() {
            try {
                return Optional.of(far.open());
            } catch (InstrumentException named) {
                assertNamed(named);
                assertThat(far.host.openLinks()).isZero();
                return Optional.empty();
            }
        }

        private void right(ClimateChamber chamber) throws InstrumentException {
            Reading reading = chamber.read();
            double truth = truth(reading);
            for (Sample sample : reading.samples()) {
                boolean air = sample.signal().equals(Signal.TEMPERATURE);
                assertThat(sample.usable()).isTrue();
                assertThat(sample.value())
                        .as("%s of answer %d: %s", damage, hurt, sample)
                        .isCloseTo(air ? truth : far.emulated.set("CV01") + 273.15, within(0.0501));
            }
        }

        /** What the air is; where an answer was repeated on the way, what it was when that was given. */
        private double truth(Reading reading) {
            double now = far.emulated.celsius(reading.atNanos()) + 273.15;
            double then = earlier;
            earlier = now;
            boolean repeated = damage == LineDamage.THE_ANSWER_BEFORE_AGAIN && said == hurt + 1;
            return repeated ? then : now;
        }

        private boolean tried(Wish wish) {
            long start = far.host.clock().nanos();
            try {
                wish.of();
                return true;
            } catch (InstrumentException named) {
                assertNamed(named);
                return false;
            } finally {
                assertThat(far.host.clock().nanos() - start)
                        .as("%s of answer %d: duration", damage, hurt)
                        .isLessThanOrEqualTo(LONGEST_CALL.toNanos());
            }
        }

        private void assertNamed(InstrumentException named) {
            assertThat(named.kind())
                    .as("%s of answer %d: %s", damage, hurt, named.getMessage())
                    .isIn(EnumSet.of(Kind.TIMEOUT, Kind.GARBLED, Kind.REFUSED));
        }
    }
}
