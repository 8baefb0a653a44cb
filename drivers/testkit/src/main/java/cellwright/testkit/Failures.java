package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Claims that an instrument fails by name. */
public final class Failures {
    private Failures() {}

    /** Fails unless the call fails with this kind; goes on with what it says. */
    public static AbstractStringAssert<?> assertFails(Kind kind, ThrowingCallable call) {
        InstrumentException failure = assertThatExceptionOfType(InstrumentException.class)
                .isThrownBy(call)
                .actual();
        assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
        return assertThat(failure.getMessage());
    }
}
