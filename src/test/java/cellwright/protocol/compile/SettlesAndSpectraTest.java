package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.SWEEP;
import static cellwright.protocol.compile.Given.limit;
import static cellwright.protocol.compile.Given.limits;
import static cellwright.protocol.compile.Given.settle;
import static cellwright.protocol.compile.Given.si;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Envelope;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Ramp;
import cellwright.instrument.Signal;
import cellwright.instrument.Sweep;
import cellwright.protocol.Bench;
import cellwright.protocol.Limits;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Op;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SettlesAndSpectraTest {
    private static final Bench BARE = new Bench(
            "bare", new Envelope(-5, 5, 0.01, 0), Map.of(), List.of(Signal.VOLTAGE, Signal.CURRENT), Optional.empty());

    @Test
    void settles() {
        var op = (Op.Settle) Given.steps(settle(Subject.PRESSURE, 250e6, 5e6))
                .program()
                .ops()
                .getFirst();
        assertThat(op.target()).hasValue(250e6);
        assertThat(op.ramp()).isEqualTo(Ramp.FASTEST);
        assertThat(op.stableNanos()).isEqualTo(600 * Times.SECOND);
        assertThat(op.label()).isEqualTo("pressure 250 MPa, stable within 5 MPa for 10 min, at most 1 h");
    }

    @Test
    void setPointsThatCannotBe() {
        assertThat(Given.steps(settle(Subject.PRESSURE, 500e6, 5e6)).errors())
                .hasSize(2)
                .anySatisfy(message -> assertThat(message)
                        .contains("the set-point 500 MPa lies outside the regulator's span 0 MPa .. 450 MPa"))
                .anySatisfy(message -> assertThat(message).contains("limits of run and cell", "0 MPa .. 400 MPa"));
        assertThat(Given.steps(settle(Subject.TEMPERATURE, 333.15, 0.2))
                        .limited(limits(limit(Subject.TEMPERATURE, si(293.15), si(303.15))))
                        .errors())
                .singleElement()
                .asString()
                .contains("60 °C lies outside the limits of run and cell, 20 °C .. 30 °C");
        assertThat(Given.steps(settle(Subject.VOLTAGE, 3, 1e-3)).errors())
                .singleElement()
                .asString()
                .contains("nothing on the channel \"press-1\" regulates voltage");
        assertThat(Given.steps(settle(Subject.FORCE, 1e4, 10)).errors()).hasSize(2);
        assertThat(Given.steps(settle(Subject.PRESSURE, 250e6, 0)).errors())
                .singleElement()
                .asString()
                .contains("within");
    }

    @Test
    void waitsThatCannotEnd() {
        var step = new Step.Settle(
                Subject.VOLTAGE,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                1e-3,
                Duration.ofHours(2),
                Duration.ofHours(1),
                Step.WhenLate.NEXT);
        assertThat(Given.steps(step).errors())
                .singleElement()
                .asString()
                .contains("stable for 2 h, longer than the wait may last, 1 h");
    }

    @Test
    void spectra() {
        assertThat(Given.steps(new Step.Measure(SWEEP))
                        .program()
                        .ops()
                        .getFirst()
                        .label())
                .isEqualTo("EIS 10 mV, 1 MHz to 100 mHz, 10 per decade, at open circuit");
        assertThat(Given.steps(new Step.Measure(SWEEP))
                        .bench(BARE)
                        .envelope(Limits.NONE)
                        .errors())
                .singleElement()
                .asString()
                .contains("\"bare\" has no impedance analyser");
    }

    @Test
    void sweepsThatCannotBe() {
        assertThat(sweep(Sweep.Mode.POTENTIOSTATIC, 0, 1e6, 10))
                .singleElement()
                .asString()
                .contains("above 0");
        assertThat(sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 0, 10)).hasSize(1);
        assertThat(sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e6, 0)).hasSize(1);
        assertThat(sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1e6, Integer.MAX_VALUE))
                .hasSize(1);
        assertThat(sweep(Sweep.Mode.GALVANOSTATIC, 0.01, 1e6, 10))
                .singleElement()
                .asString()
                .contains("the amplitude 10 mA is more than", "5 mA");
    }

    @Test
    void sweepsBeyondTheAnalyser() {
        var narrow = new Bench(
                "narrow",
                Given.BENCH.potentiostat(),
                Given.BENCH.regulates(),
                Given.BENCH.reports(),
                Optional.of(new ImpedanceAnalyser.Reach(0.1, 1e6, 0.02, 1e-3)));
        assertThat(on(narrow, Sweep.Mode.POTENTIOSTATIC, 0.02, 1e6, 0.1)).isEmpty();
        assertThat(on(narrow, Sweep.Mode.POTENTIOSTATIC, 0.02, 0.1, 1e6)).isEmpty();
        assertThat(on(narrow, Sweep.Mode.POTENTIOSTATIC, 0.01, 2e6, 0.01))
                .hasSize(2)
                .anySatisfy(message -> assertThat(message)
                        .contains("analyser of the channel \"narrow\" cannot measure at 2 MHz, it goes from 100 mHz to"
                                + " 1 MHz"))
                .anySatisfy(message -> assertThat(message).contains("cannot measure at 10 mHz"));
        assertThat(on(narrow, Sweep.Mode.POTENTIOSTATIC, 0.03, 1e6, 0.1))
                .singleElement()
                .asString()
                .contains("the amplitude 0.03 V is more than", "0.02 V");
        assertThat(on(narrow, Sweep.Mode.GALVANOSTATIC, 0.002, 1e6, 0.1))
                .singleElement()
                .asString()
                .contains("the amplitude 2 mA is more than", "1 mA");
    }

    private static List<String> on(Bench bench, Sweep.Mode mode, double amplitude, double fromHz, double toHz) {
        return Given.steps(new Step.Measure(new Sweep(mode, amplitude, fromHz, toHz, 5, false)))
                .bench(bench)
                .errors();
    }

    @Test
    void benchesThatCannotBe() {
        var upsideDown = new Bench(
                "odd",
                new Envelope(5, -5, 0.1, 0),
                Map.of(),
                List.of(Signal.VOLTAGE, Signal.CURRENT),
                Optional.empty());
        assertThat(Given.steps(Given.rest(Duration.ofHours(1)))
                        .bench(upsideDown)
                        .errors())
                .anySatisfy(message -> assertThat(message).contains("a range that makes no sense"));
        var blind =
                new Bench("blind", new Envelope(-5, 5, 0.1, 0), Map.of(), List.of(Signal.CURRENT), Optional.empty());
        assertThat(Given.steps(Given.rest(Duration.ofHours(1)))
                        .bench(blind)
                        .envelope(Limits.NONE)
                        .errors())
                .singleElement()
                .asString()
                .contains("\"blind\" does not measure voltage");
    }

    private static List<String> sweep(Sweep.Mode mode, double amplitude, double fromHz, int perDecade) {
        return Given.steps(new Step.Measure(new Sweep(mode, amplitude, fromHz, 0.1, perDecade, false)))
                .errors();
    }
}
