package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.C_5;
import static cellwright.protocol.compile.Given.above;
import static cellwright.protocol.compile.Given.below;
import static cellwright.protocol.compile.Given.charge;
import static cellwright.protocol.compile.Given.cycles;
import static cellwright.protocol.compile.Given.discharge;
import static cellwright.protocol.compile.Given.elapsed;
import static cellwright.protocol.compile.Given.hold;
import static cellwright.protocol.compile.Given.rest;
import static cellwright.protocol.compile.Given.si;
import static cellwright.protocol.compile.Given.volts;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Amount;
import cellwright.protocol.CycleMeasure;
import cellwright.protocol.RateBasis;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import cellwright.protocol.program.Op;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "2.638e-3, 2.638 mA",
        "0.176e-3, 0.176 mA",
        "-1e-3, -1 mA",
        "0.19e-6, 0.19 µA",
        "9.555e-6, 9.555 µA",
        "5e-8, 50 nA",
        "0.1, 0.1 A",
        "12.3456, 12.35 A",
        "0, 0 A",
        "NaN, no number A",
        "Infinity, infinite A",
    })
    void currents(double amps, String text) {
        assertThat(Quantities.amperes(amps)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PT8H, 8 h",
        "PT30M, 30 min",
        "PT90M, 90 min",
        "PT30H, 30 h",
        "PT96H, 4 d",
        "PT100H, 100 h",
        "PT0.1S, 100 ms",
        "PT36S, 36 s",
        "PT25H1M1S, 25.02 h",
        "PT0S, 0 s",
        "PT0.000000001S, 1 ns",
    })
    void times(Duration time, String text) {
        assertThat(Quantities.time(time.toNanos())).isEqualTo(text);
    }

    @Test
    void otherQuantities() {
        assertThat(Quantities.of(Subject.PRESSURE, 250e6)).isEqualTo("250 MPa");
        assertThat(Quantities.of(Subject.TEMPERATURE, 298.15)).isEqualTo("25 °C");
        assertThat(Quantities.of(Subject.FORCE, 19_600)).isEqualTo("19.6 kN");
        assertThat(Quantities.of(Subject.VOLTAGE, 3.678)).isEqualTo("3.678 V");
        assertThat(Quantities.difference(Subject.TEMPERATURE, 0.2)).isEqualTo("0.2 K");
        assertThat(Quantities.difference(Subject.VOLTAGE, 0.002)).isEqualTo("2 mV");
        assertThat(Quantities.charge(3.6e-3)).isEqualTo("1 µAh");
        assertThat(Quantities.range(Subject.PRESSURE, Double.NEGATIVE_INFINITY, 3e8))
                .isEqualTo("up to 300 MPa");
    }

    @Test
    void drives() {
        assertThat(label(charge(C_5, above(4.3))))
                .isEqualTo("charge C/5 = 0.1759 mA until 4.3 V vs Li+/Li (cell 3.678 V), at most 8 h");
        assertThat(label(discharge(new Amount.CRate(3), below(2.8))))
                .isEqualTo("discharge 3C = 2.638 mA until 2.8 V vs Li+/Li (cell 2.178 V), at most 8 h");
        assertThat(label(discharge(new Amount.PerArea(5), above(2.8))))
                .isEqualTo("discharge 0.5 mA/cm2 = 0.3927 mA until voltage >= 2.8 V vs Li+/Li (cell 2.178 V),"
                        + " at most 8 h");
        assertThat(label(hold(volts(3.5, "cell"), Duration.ofMinutes(30)))).isEqualTo("hold 3.5 V for 30 min");
        assertThat(label(rest(Duration.ofHours(1)))).isEqualTo("rest for 1 h");
        var until = new Until.AnyOf(List.of(
                above(4.3),
                new Until.AllOf(List.of(
                        new Until.Below(Subject.CURRENT, new Amount.CRate(0.05)), elapsed(Duration.ofHours(1))))));
        assertThat(label(charge(si(1e-3), until)))
                .isEqualTo("charge 1 mA until 4.3 V vs Li+/Li (cell 3.678 V) or (current <= C/20 = 43.96 µA and after"
                        + " 1 h), at most 8 h");
    }

    @Test
    void measuredRate() {
        var given = Given.steps(cycles(1, charge(C_5, above(4.3)))).basis(new RateBasis.MeasuredIn(1));
        var loop = (Op.Repeat) given.program().ops().getFirst();
        assertThat(loop.body().getFirst().label())
                .startsWith("charge C/5 of the measured capacity (at first 0.1759 mA) until 4.3 V");
    }

    @Test
    void loopsAndBranches() {
        var worn = new Until.CycleBelow(CycleMeasure.RETENTION, si(0.8));
        var body = List.<Step>of(rest(Duration.ofHours(1)));
        assertThat(label(new Step.Repeat(Optional.of(1000), Optional.of(worn), true, body)))
                .isEqualTo("1000 cycles or until retention < 80 %");
        assertThat(label(new Step.Repeat(Optional.of(1), Optional.empty(), false, body)))
                .isEqualTo("repeat 1 time");
        assertThat(label(new Step.Repeat(Optional.empty(), Optional.of(worn), true, body)))
                .isEqualTo("cycles until retention < 80 %");
        assertThat(label(new Step.Choose(new Until.CycleIn(List.of(1, 2, 535)), body, List.of())))
                .isEqualTo("if cycle in 1, 2, 535");
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Quantities.volts(3.678)).isEqualTo("3.678 V");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void hashing() {
        assertThat(Hashing.sha256("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static String label(Step step) {
        return Given.steps(step).program().ops().getFirst().label();
    }
}
