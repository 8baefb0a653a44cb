package cellwright.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Failures that must have a name, an address and words for people. */
final class Failures {
    private Failures() {}

    static AbstractStringAssert<?> assertFails(Kind kind, ThrowingCallable call) {
        InstrumentException failure = assertThatExceptionOfType(InstrumentException.class)
                .isThrownBy(call)
                .actual();
        assertThat(failure.kind()).as("%s", failure.getMessage()).isEqualTo(kind);
        assertThat(failure.instrument()).startsWith("opc.tcp://");
        return assertThat(failure.getMessage());
    }
}
