package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A careful reader keeps the contract; what a careless one does wrong is found. */
final class DamageContractTest {
    private static final String ANSWER = "12.5 N\r\n";

    /** What a reader does wrong. */
    enum Carelessness {
        NONE,
        BELIEVES_ANYTHING,
        WAITS_TOO_LONG,
        FAILS_BY_A_WRONG_NAME,
        STAYS_BROKEN,
        HURTS_THE_CELL
    }

    /** Three readings of somebody. */
    private record Readings(Carelessness how, int moreThan) implements DamageContract {
        @Override
        public List<Talk> talks() {
            return List.of(new Talk("three readings", () -> new ThreeReadings(how), moreThan, 1));
        }

        @Override
        public Manners manners() {
            return new Manners("\r\n", "SIM0010\r\n", Duration.ofSeconds(2), Duration.ofSeconds(1));
        }
    }

    private static ThrowingCallable checks(DamageContract contract) {
        return () -> {
            for (var check : contract.noSingleAnswerMatters().toList()) {
                check.getExecutable().execute();
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> carefulReaderKeepsIt() {
        return new Readings(Carelessness.NONE, 2).noSingleAnswerMatters();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void carelessnessIsFound(Carelessness what) {
        assertThatExceptionOfType(AssertionError.class)
                .as(what.name())
                .isThrownBy(checks(new Readings(what, 2)))
                .withMessageContaining("LOST in answer 0");
    }

    @Test
    void aSessionOfFewAnswersIsFound() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(checks(new Readings(Carelessness.NONE, 3)))
                .withMessageContaining("answers in the session");
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, ''",
        "HALF, 12.5\\r\\n",
        "HALF_AND_MERGED, 12.5",
        "MERGED_WITH_THE_NEXT, 12.5 N",
        "DOUBLED, 12.5 N\\r\\n12.5 N\\r\\n",
        "THE_ANSWER_BEFORE_AGAIN, ok\\r\\n12.5 N\\r\\n",
        "ANSWER_TO_ANOTHER_QUESTION, 7\\r\\n12.5 N\\r\\n",
        "GARBAGE_BEFORE, \\xff\\x00\\x1b\\xfe\\r\\n12.5 N\\r\\n",
        "GARBAGE_INSIDE, 12.5\\xff\\x07 N\\r\\n",
        "A_BYTE_LESS, 12.5N\\r\\n",
        "AN_EMPTY_LINE_BEFORE, \\r\\n12.5 N\\r\\n",
        "OTHER_LINE_ENDS, 12.5 N\\n",
        "BOTH_LINE_ENDS, 12.5 N\\n\\r",
        "DECIMAL_COMMA, '12,5 N\\r\\n'",
        "BYTE_ORDER_MARK, \\xef\\xbb\\xbf12.5 N\\r\\n",
        "LATE, 12.5 N\\r\\n"
    })
    void damageIsWhatItsNameSays(LineDamage damage, String arrives) {
        assertThat(Visible.of(damage.to(ANSWER, "ok\r\n", "\r\n", "7\r\n"))).isEqualTo(arrives);
    }

    @ParameterizedTest
    @CsvSource({"1\\r\\n2\\r\\n, 1\\n2\\n", "1\\r2\\r, 1\\n2\\n", "1\\n2\\n, 1\\r\\n2\\r\\n"})
    void otherLineEndsAreOtherOnes(String answer, String arrives) {
        assertThat(Visible.of(LineDamage.OTHER_LINE_ENDS.to(Visible.read(answer), "", "", "")))
                .isEqualTo(arrives);
    }

    /** Somebody who takes an answer only if nothing at all is wrong with it. */
    private static final class ThreeReadings implements DamageContract.Course {
        private final FakeHost host = new FakeHost();
        private final Carelessness how;
        private UnaryOperator<String> spoiling = UnaryOperator.identity();
        private long delayNanos;
        private boolean failed;

        ThreeReadings(Carelessness how) {
            this.how = how;
        }

        @Override
        public DamageContract.Place place() {
            return new DamageContract.Place(host, how -> spoiling = how, nanos -> delayNanos = nanos);
        }

        @Override
        public void talk(Attempts attempts) {
            for (int i = 0; i < 3; i++) {
                attempts.tried(this::read);
            }
        }

        @Override
        public void afterEveryCall() {
            assertThat(failed && how == Carelessness.HURTS_THE_CELL).isFalse();
        }

        @Override
        public void afterwards() throws InstrumentException {
            read();
        }

        private void read() throws InstrumentException {
            String heard = spoiling.apply(ANSWER);
            boolean good = heard.equals(ANSWER) && delayNanos == 0;
            if (failed && how == Carelessness.STAYS_BROKEN) {
                throw new AssertionError("broken for good");
            }
            failed |= !good;
            if (!good && how == Carelessness.BELIEVES_ANYTHING) {
                assertThat(heard).isEqualTo(ANSWER);
            }
            if (!good) {
                host.clock().advance(Duration.ofMillis(how == Carelessness.WAITS_TOO_LONG ? 1001 : 1000));
                Kind kind = how == Carelessness.FAILS_BY_A_WRONG_NAME ? Kind.LOST : Kind.TIMEOUT;
                throw new InstrumentException(kind, "toy", "no good answer came");
            }
        }
    }
}
