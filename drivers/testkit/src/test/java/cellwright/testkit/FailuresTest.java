package cellwright.testkit;

import static cellwright.testkit.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import org.junit.jupiter.api.Test;

/** Claims about failures can fail. */
final class FailuresTest {
    private static void lost() throws InstrumentException {
        throw new InstrumentException(Kind.LOST, "toy", "the cable is out");
    }

    @Test
    void theKindIsClaimedAndTheWordsAreGivenOn() {
        assertFails(Kind.LOST, FailuresTest::lost).contains("the cable is out");
    }

    @Test
    void anotherKindIsFound() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertFails(Kind.TIMEOUT, FailuresTest::lost))
                .withMessageContaining("the cable is out");
    }

    @Test
    void successIsFound() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertFails(Kind.LOST, () -> {}));
    }
}
