package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Ramp;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What lies outside an instrument's envelope is refused before a byte is sent. */
public interface EnvelopeContract extends OnBench {
    /** A potentiostat's envelope leaves room to measure in. */
    @Test
    default void envelopeIsAnInterval() throws InstrumentException {
        Bench bench = bench();
        try (Potentiostat potentiostat = potentiostat(bench)) {
            Envelope envelope = potentiostat.envelope();
            assertThat(envelope.voltsMin()).isLessThan(envelope.voltsMax());
            assertThat(envelope.ampsMax()).isPositive();
            assertThat(envelope.minSampleNanos()).isNotNegative();
            assertThat(potentiostat.autonomy().watchdogNanos()).isNotNegative();
        }
    }

    /** Too much voltage, current or power, or none that is a number. */
    @Test
    default void controlBeyondTheEnvelopeIsRefusedUnsent() throws InstrumentException {
        Bench bench = bench();
        try (Potentiostat potentiostat = potentiostat(bench)) {
            Envelope envelope = potentiostat.envelope();
            Guard guard = new Guard(envelope.voltsMin(), envelope.voltsMax(), envelope.ampsMax(), 1_000_000_000L);
            Beyond.controls(envelope)
                    .forEach(control -> refused(bench, control, () -> potentiostat.apply(control, guard)));
        }
    }

    /** A guard that promises limits the instrument cannot keep. */
    @Test
    default void guardBeyondTheEnvelopeIsRefusedUnsent() throws InstrumentException {
        Bench bench = bench();
        try (Potentiostat potentiostat = potentiostat(bench)) {
            Control gentle = new Control.Current(0);
            Beyond.guards(potentiostat.envelope())
                    .forEach(guard -> refused(bench, guard, () -> potentiostat.apply(gentle, guard)));
        }
    }

    /** What is regulated is also measured, and nothing else has a span. */
    @Test
    default void regulatedSignalsAreAmongTheSignals() throws InstrumentException {
        Bench bench = bench();
        try (Regulator regulator = regulator(bench)) {
            assertThat(regulator.regulates()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(regulator.signals()).containsAll(regulator.regulates());
            assertThat(regulator.regulates())
                    .allSatisfy(signal -> assertThat(regulator.span(signal).low())
                            .isLessThanOrEqualTo(regulator.span(signal).high()));
            Signal other = new Signal("no such signal", Unit.ONE);
            assertThatIllegalArgumentException().isThrownBy(() -> regulator.span(other));
        }
    }

    /** A set-point outside its span, or none that is a number. */
    @Test
    default void setpointOutsideTheSpanIsRefusedUnsent() throws InstrumentException {
        Bench bench = bench();
        try (Regulator regulator = regulator(bench)) {
            for (Signal signal : regulator.regulates()) {
                Beyond.values(regulator.span(signal))
                        .forEach(value -> refused(bench, value, () -> regulator.setpoint(signal, value, Ramp.FASTEST)));
            }
        }
    }

    private void refused(Bench bench, Object what, ThrowingCallable command) {
        Object before = doing(bench);
        assertThatExceptionOfType(InstrumentException.class)
                .as("%s lies outside the envelope", what)
                .isThrownBy(command)
                .extracting(InstrumentException::kind)
                .isEqualTo(InstrumentException.Kind.OUT_OF_ENVELOPE);
        assertThat(doing(bench))
                .as("nothing may change when %s is refused", what)
                .isEqualTo(before);
    }

    private static Potentiostat potentiostat(Bench bench) throws InstrumentException {
        return opened(bench, Potentiostat.class);
    }

    private static Regulator regulator(Bench bench) throws InstrumentException {
        return opened(bench, Regulator.class);
    }

    private static <T extends Instrument> T opened(Bench bench, Class<T> kind) throws InstrumentException {
        Instrument instrument = bench.open();
        if (!kind.isInstance(instrument)) {
            instrument.close();
        }
        assumeTrue(kind.isInstance(instrument), () -> "not a " + kind.getSimpleName());
        return kind.cast(instrument);
    }
}
