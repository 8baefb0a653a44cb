package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.C_5;
import static cellwright.protocol.compile.Given.above;
import static cellwright.protocol.compile.Given.below;
import static cellwright.protocol.compile.Given.charge;
import static cellwright.protocol.compile.Given.cycles;
import static cellwright.protocol.compile.Given.discharge;
import static cellwright.protocol.compile.Given.drive;
import static cellwright.protocol.compile.Given.si;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.RateBasis;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrentsTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    /** Published cells: loading, area and rate give the currents their authors state. */
    @ParameterizedTest
    @CsvSource({
        // mg, mA/g, rate, mA
        "4.885, 180, 3, 2.64",
        "21.32, 137, 0.3333333333333333, 0.97",
        "20.50, 137, 0.5, 1.41",
        "41.27, 137, 0.16666666666666666, 0.94",
        "17.12, 180, 0.125, 0.38",
        "0.013, 147, 5, 0.0096",
        "0.013, 147, 0.1, 0.00019",
    })
    void derivedCurrents(double milligrams, double perGram, double rate, double milliamps) {
        var given = Given.steps(charge(new Amount.CRate(rate), above(4.3)))
                .oneC(OptionalDouble.of(milligrams * 1e-6), NONE, Optional.of(new Amount.PerMass(perGram)));

        double amps = ((Target.Amps) given.firstDrive().target()).amps();

        assertThat(amps * 1e3).isCloseTo(milliamps, within(0.02 * milliamps));
    }

    @Test
    void thinFilmByArea() {
        var given = Given.steps(charge(new Amount.CRate(5), above(4.3)))
                .oneC(NONE, OptionalDouble.of(0.049e-4), Optional.of(new Amount.PerArea(0.3)));
        assertThat(amps(given)).isCloseTo(7.35e-6, within(1e-12));
    }

    @Test
    void absoluteAndDensities() {
        assertThat(amps(Given.steps(charge(si(1.2e-3), above(4.3))))).isEqualTo(1.2e-3);
        assertThat(amps(Given.steps(discharge(new Amount.PerArea(5), below(2.8)))))
                .isCloseTo(-5 * 0.7854e-4, within(1e-12));
        assertThat(amps(Given.steps(charge(new Amount.PerMass(36), above(4.3)))))
                .isCloseTo(36 * 4.885e-6, within(1e-12));
    }

    @Test
    void signedCurrentKeepsItsSign() {
        var setting = new Setting.Galvanostatic(Direction.SIGNED, si(-1e-3));
        var given = Given.steps(drive(setting, Optional.of(below(2.8)), Optional.of(Given.HOURS_8)));
        assertThat(amps(given)).isEqualTo(-1e-3);
    }

    @Test
    void negativeMagnitudesAndZeroAreRefused() {
        assertThat(Given.steps(charge(si(-1e-3), above(4.3))).errors())
                .singleElement()
                .asString()
                .contains("is a magnitude, got -1 mA");
        assertThat(Given.steps(charge(si(0), above(4.3))).errors())
                .singleElement()
                .asString()
                .contains("write a rest");
        assertThat(Given.steps(charge(si(Double.NaN), above(4.3))).errors())
                .singleElement()
                .asString()
                .contains("finite number");
    }

    @Test
    void rateWithoutOneC() {
        var given = Given.steps(charge(C_5, above(4.3)));
        assertThat(given.oneC(NONE, NONE, Optional.empty()).errors())
                .singleElement()
                .asString()
                .contains("C/5", "\"A7\" does not say what 1C is", "add what 1C is to the cell file");
        assertThat(given.oneC(NONE, NONE, Optional.of(new Amount.PerMass(180))).errors())
                .singleElement()
                .asString()
                .contains("1C per active mass and has no active mass", "add the active mass to the cell file");
        assertThat(given.oneC(NONE, NONE, Optional.of(new Amount.PerArea(15))).errors())
                .singleElement()
                .asString()
                .contains("1C per area and has no area", "add the electrode area");
        assertThat(given.oneC(NONE, NONE, Optional.of(si(0))).errors())
                .singleElement()
                .asString()
                .contains("not a current above 0");
    }

    @Test
    void densitiesWithoutMassOrArea() {
        var perMass = Given.steps(charge(new Amount.PerMass(36), above(4.3)));
        assertThat(perMass.oneC(NONE, NONE, Optional.empty()).errors())
                .singleElement()
                .asString()
                .contains("36 mA/g is per mass", "no active mass", "cell file");
        var perArea = Given.steps(charge(new Amount.PerArea(5), above(4.3)));
        assertThat(perArea.oneC(NONE, NONE, Optional.empty()).errors())
                .singleElement()
                .asString()
                .contains("0.5 mA/cm2 is per area", "no area", "cell file");
    }

    @Test
    void impossibleMassIsRefused() {
        var given = Given.steps(charge(si(1e-3), above(4.3)));
        assertThat(given.oneC(OptionalDouble.of(-1), NONE, Optional.empty()).errors())
                .singleElement()
                .asString()
                .contains("active mass of the cell \"A7\" must be above 0");
    }

    @Test
    void tooMuchForCellOrBench() {
        assertThat(Given.steps(charge(si(6e-3), above(4.3))).errors())
                .singleElement()
                .asString()
                .contains("charge 6 mA is more than the envelope of the cell \"A7\" allows, 5 mA");
        assertThat(Given.steps(discharge(si(0.2), below(2.8)))
                        .envelope(Limits.NONE)
                        .errors())
                .singleElement()
                .asString()
                .contains("discharge 0.2 A is more than the potentiostat of \"press-1\" allows, 0.1 A");
    }

    @Test
    void measuredBasis() {
        var given = Given.steps(cycles(2, charge(C_5, above(4.3)), discharge(C_5, below(2.8))))
                .basis(new RateBasis.MeasuredIn(1));

        var loop = (Op.Repeat) given.program().ops().getFirst();
        var target = (Target.MeasuredRate) ((Op.Drive) loop.body().get(1)).target();

        assertThat(given.program().measuredBasisCycle()).isEqualTo(1);
        assertThat(target.multiple()).isEqualTo(-0.2);
        assertThat(target.fallbackAmps()).isCloseTo(-0.17586e-3, within(1e-9));
        assertThat(target.ampsMax()).isEqualTo(5e-3);
        assertThat(given.warnings()).isEmpty();
        assertThat(given.basis(new RateBasis.MeasuredIn(3)).warnings())
                .singleElement()
                .asString()
                .contains("cycle 3, which is never reached: at most 2 are counted");
        assertThat(given.basis(new RateBasis.MeasuredIn(0)).errors())
                .singleElement()
                .asString()
                .contains("must be 1 or more, got 0");
    }

    @Test
    void ratesInConditionsFollowTheCell() {
        var until = new Until.Below(Subject.CURRENT, new Amount.CRate(0.05));
        var given = Given.steps(cycles(
                        1,
                        drive(
                                new Setting.Potentiostatic(Given.volts(4.3), Optional.empty()),
                                Optional.of(until),
                                Optional.of(Given.HOURS_8))))
                .basis(new RateBasis.MeasuredIn(1));
        assertThat(given.warnings()).singleElement().asString().contains("C/20 in a condition is taken from the cell");
    }

    private static double amps(Given given) {
        return ((Target.Amps) given.firstDrive().target()).amps();
    }
}
