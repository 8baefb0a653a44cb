package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.C_5;
import static cellwright.protocol.compile.Given.HOURS_8;
import static cellwright.protocol.compile.Given.above;
import static cellwright.protocol.compile.Given.below;
import static cellwright.protocol.compile.Given.charge;
import static cellwright.protocol.compile.Given.discharge;
import static cellwright.protocol.compile.Given.drive;
import static cellwright.protocol.compile.Given.elapsed;
import static cellwright.protocol.compile.Given.every;
import static cellwright.protocol.compile.Given.hold;
import static cellwright.protocol.compile.Given.limit;
import static cellwright.protocol.compile.Given.limits;
import static cellwright.protocol.compile.Given.rest;
import static cellwright.protocol.compile.Given.si;
import static cellwright.protocol.compile.Given.volts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Guard;
import cellwright.protocol.Amount;
import cellwright.protocol.Limits;
import cellwright.protocol.RecordRule;
import cellwright.protocol.Setting;
import cellwright.protocol.Setting.Direction;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import cellwright.protocol.program.Condition;
import cellwright.protocol.program.Recording;
import cellwright.protocol.program.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DrivesTest {
    private static final Setting CHARGE = new Setting.Galvanostatic(Direction.CHARGE, C_5);
    private static final long HOUR = 3600 * Times.SECOND;

    @Test
    void conditionsBecomeNumbers() {
        var parts = List.<Until>of(
                above(4.3),
                new Until.Below(Subject.CURRENT, new Amount.CRate(0.05)),
                new Until.ChargePassed(new Amount.PerMass(3600)),
                new Until.EnergyPassed(si(3.6)),
                new Until.Slower(Subject.VOLTAGE, 1e-6, Duration.ofMinutes(10)),
                elapsed(Duration.ofHours(2)));

        var any = (Condition.AnyOf) Given.steps(charge(C_5, new Until.AnyOf(parts)))
                .firstDrive()
                .until()
                .orElseThrow();

        assertThat(any.parts().get(0)).isEqualTo(new Condition.Above(Subject.VOLTAGE, 3.678, false));
        var current = (Condition.Below) any.parts().get(1);
        assertThat(current.magnitude()).isTrue();
        assertThat(current.level()).isCloseTo(43.965e-6, within(1e-12));
        assertThat(((Condition.ChargePassed) any.parts().get(2)).coulombs()).isCloseTo(0.017586, within(1e-9));
        assertThat(any.parts().subList(3, 6))
                .containsExactly(
                        new Condition.EnergyPassed(3.6),
                        new Condition.Slower(Subject.VOLTAGE, 1e-6, 600 * Times.SECOND),
                        new Condition.Elapsed(2 * HOUR));
    }

    @Test
    void noEnd() {
        assertThat(Given.steps(drive(CHARGE, Optional.empty(), Optional.empty()))
                        .errors())
                .singleElement()
                .asString()
                .contains("this step has no end", "at most");
    }

    @Test
    void noBoundOfTime() {
        assertThat(Given.steps(drive(CHARGE, Optional.of(above(4.3)), Optional.empty()))
                        .errors())
                .singleElement()
                .asString()
                .contains("may never happen; add \"at most\"");
        var both = new Until.AllOf(List.of(above(4.3), elapsed(Duration.ofHours(1))));
        assertThat(Given.steps(drive(CHARGE, Optional.of(both), Optional.empty()))
                        .errors())
                .hasSize(1);
    }

    @Test
    void timeAloneIsTheDuration() {
        var step = Given.steps(drive(CHARGE, Optional.of(elapsed(Duration.ofHours(2))), Optional.empty()))
                .firstDrive();
        assertThat(step.atMostNanos()).isEqualTo(2 * HOUR);
        assertThat(step.until()).isEmpty();
        assertThat(step.whenLate()).isEqualTo(WhenLate.NEXT);
        var pause = Given.steps(rest(Duration.ofMinutes(30))).firstDrive();
        assertThat(pause.target()).isEqualTo(new Target.Open());
        assertThat(pause.atMostNanos()).isEqualTo(HOUR / 2);
    }

    @Test
    void timeAmongOthersBoundsTheStep() {
        var until = new Until.AnyOf(List.of(above(4.3), elapsed(Duration.ofHours(2)), elapsed(Duration.ofHours(3))));
        var step =
                Given.steps(drive(CHARGE, Optional.of(until), Optional.empty())).firstDrive();
        assertThat(step.atMostNanos()).isEqualTo(2 * HOUR);
        assertThat(step.until()).isPresent();
    }

    @Test
    void timesOutOfProportion() {
        assertThat(Given.steps(rest(Duration.ofDays(400))).warnings())
                .singleElement()
                .asString()
                .contains("may last 400 d, over a year");
        assertThat(Given.steps(rest(Duration.ofSeconds(Long.MAX_VALUE))).errors())
                .singleElement()
                .asString()
                .contains("longer than 100 years");
        assertThat(Given.steps(rest(Duration.ZERO)).errors())
                .singleElement()
                .asString()
                .contains("longer than 0 s");
    }

    @Test
    void guardIsTheNarrowestWindow() {
        var given =
                Given.steps(charge(C_5, above(4.3))).limited(limits(limit(Subject.VOLTAGE, volts(2.6), volts(4.5))));
        assertThat(given.firstDrive().guard()).isEqualTo(new Guard(1.978, 3.878, 5e-3, 8 * HOUR + 8 * HOUR / 10));
    }

    @Test
    void guardLeavesRoomBehindTheEnd() {
        var given =
                Given.steps(charge(C_5, above(4.495))).limited(limits(limit(Subject.VOLTAGE, volts(2.6), volts(4.5))));
        assertThat(given.firstDrive().guard().voltsMax()).isCloseTo(3.893, within(1e-9));
        var atTheEnvelope = Given.steps(charge(C_5, above(4.71)));
        assertThat(atTheEnvelope.firstDrive().guard().voltsMax()).isEqualTo(4.1);
        var held = Given.steps(hold(volts(2.61), Duration.ofHours(1)))
                .limited(limits(limit(Subject.VOLTAGE, volts(2.6), volts(4.5))));
        assertThat(held.firstDrive().guard().voltsMin()).isCloseTo(1.968, within(1e-9));
    }

    @Test
    void guardTimeHasAtLeastAMinuteToSpare() {
        assertThat(Given.steps(rest(Duration.ofSeconds(10)))
                        .firstDrive()
                        .guard()
                        .maxNanos())
                .isEqualTo(70 * Times.SECOND);
    }

    @Test
    void endBeyondALimit() {
        var run = limits(limit(Subject.VOLTAGE, volts(2.6), volts(4.5)));
        assertThat(Given.steps(charge(C_5, above(4.6))).limited(run).errors())
                .singleElement()
                .asString()
                .contains("3.978 V (cell) can never be reached", "1.978 V .. 3.878 V");
        assertThat(Given.steps(discharge(C_5, below(2.5))).limited(run).errors())
                .hasSize(1);
        assertThat(Given.steps(charge(C_5, above(20))).envelope(Limits.NONE).errors())
                .singleElement()
                .asString()
                .contains("-10 V .. 10 V");
        assertThat(Given.steps(charge(C_5, new Until.Above(Subject.CURRENT, si(1))))
                        .errors())
                .singleElement()
                .asString()
                .contains("1 A can never be reached", "5 mA");
        assertThat(Given.steps(charge(C_5, new Until.Above(Subject.FORCE, si(1))))
                        .errors())
                .singleElement()
                .asString()
                .contains("does not measure force");
    }

    @Test
    void suspiciousEnds() {
        assertThat(Given.steps(charge(C_5, below(2.8))).warnings())
                .singleElement()
                .asString()
                .contains("a charge raises the voltage");
        assertThat(Given.steps(discharge(C_5, above(4.3))).warnings())
                .singleElement()
                .asString()
                .contains("a discharge lowers the voltage");
        var shortOrFull = new Until.AnyOf(List.of(above(4.3), below(2.6)));
        assertThat(Given.steps(charge(C_5, shortOrFull)).warnings()).isEmpty();
        assertThat(Given.steps(discharge(C_5, below(4.9))).warnings())
                .singleElement()
                .asString()
                .contains("met at once");
        assertThat(Given.steps(charge(C_5, above(4.722))).warnings())
                .singleElement()
                .asString()
                .contains("noise may end the run");
    }

    @Test
    void holds() {
        var step = Given.steps(hold(volts(4.3), Duration.ofHours(1)));
        assertThat(step.firstDrive().target()).isEqualTo(new Target.Volts(3.678, 5e-3));
        assertThat(Given.steps(hold(volts(4.8), Duration.ofHours(1))).errors())
                .singleElement()
                .asString()
                .contains("the hold voltage 4.178 V (cell) lies outside 1.9 V .. 4.1 V");
        assertThat(holdWith(si(6e-3)).errors())
                .singleElement()
                .asString()
                .contains("a hold with up to 6 mA is more than", "5 mA");
        assertThat(holdWith(si(0)).errors()).singleElement().asString().contains("magnitude above 0");
    }

    @Test
    void asymmetricCurrentLimits() {
        var chargeOnly = limits(limit(Subject.CURRENT, si(0), si(2e-3)));
        var held = Given.steps(hold(volts(4.3), Duration.ofHours(1))).limited(chargeOnly);
        assertThat(held.firstDrive().target()).isEqualTo(new Target.Volts(3.678, 2e-3));
        assertThat(Given.steps(discharge(C_5, below(2.8))).limited(chargeOnly).errors())
                .singleElement()
                .asString()
                .contains("discharge 0.1759 mA is more than the current limit of the protocol allows, 0 A");
    }

    @Test
    void power() {
        assertThat(power(-1e-3).firstDrive().target()).isEqualTo(new Target.Watts(-1e-3));
        assertThat(power(1).errors()).singleElement().asString().contains("the power 1 W is more than", "20.5 mW");
        assertThat(power(0).errors()).singleElement().asString().contains("write a rest");
    }

    @Test
    void recordRules() {
        var rule = new RecordRule(
                Optional.of(Duration.ofSeconds(10)),
                OptionalDouble.of(2e-3),
                Optional.of(new Amount.CRate(0.01)),
                Optional.of(new Amount.PerMass(360)));
        var recording = Given.steps(rest(Duration.ofHours(1)))
                .recorded(rule)
                .firstDrive()
                .record();
        assertThat(recording.everyNanos()).isEqualTo(10 * Times.SECOND);
        assertThat(recording.deltaVolts()).isEqualTo(2e-3);
        assertThat(recording.deltaAmps()).isCloseTo(8.793e-6, within(1e-12));
        assertThat(recording.deltaCoulombs()).isCloseTo(1.7586e-3, within(1e-12));
        double never = Double.POSITIVE_INFINITY;
        assertThat(Given.steps(rest(Duration.ofHours(1))).firstDrive().record())
                .isEqualTo(new Recording(0, never, never, never));
        var wrong =
                new RecordRule(Optional.of(Duration.ZERO), OptionalDouble.of(-1), Optional.empty(), Optional.empty());
        assertThat(Given.steps(rest(Duration.ofHours(1))).recorded(wrong).errors())
                .hasSize(2);
    }

    @Test
    void interruptions() {
        var step = every(charge(C_5, above(4.3)), Duration.ofHours(1), rest(Duration.ofMinutes(30)));
        var every = Given.steps(step).firstDrive().every().orElseThrow();
        assertThat(every.intervalNanos()).isEqualTo(HOUR);
        assertThat(every.body().getFirst().path()).isEqualTo("steps/0/every/0");
        assertThat(Given.steps(every(charge(C_5, above(4.3)), HOURS_8, rest(Duration.ofMinutes(30))))
                        .warnings())
                .singleElement()
                .asString()
                .contains("never comes");
        assertThat(Given.steps(every(charge(C_5, above(4.3)), Duration.ofHours(1)))
                        .errors())
                .singleElement()
                .asString()
                .contains("without steps");
    }

    @Test
    void thresholdsOfRestAndPoll() {
        var given = Given.steps(charge(si(2.64e-3), above(4.3)), charge(si(20e-6), above(4.3)));
        assertThat(given.program().restAmps()).isCloseTo(2.64e-6, within(1e-15));
        assertThat(given.warnings()).singleElement().asString().contains("20 µA is hard to tell from rest", "2.64 µA");
        assertThat(Given.steps(charge(si(9.6e-6), above(4.3))).program().restAmps())
                .isEqualTo(1e-7);
        assertThat(Given.steps(hold(volts(4.3), HOURS_8)).program().restAmps()).isCloseTo(5e-6, within(1e-15));
        assertThat(given.program().pollNanos()).isEqualTo(Times.SECOND / 10);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var given = Given.steps(
                charge(si(6e-3), above(4.3)),
                drive(CHARGE, Optional.empty(), Optional.empty()),
                hold(volts(9), HOURS_8));
        assertThat(given.errors()).hasSize(3);
    }

    private static Given holdWith(Amount most) {
        return Given.steps(drive(
                new Setting.Potentiostatic(volts(4.3), Optional.of(most)), Optional.empty(), Optional.of(HOURS_8)));
    }

    private static Given power(double watts) {
        return Given.steps(drive(new Setting.ConstantPower(si(watts)), Optional.of(below(2.8)), Optional.of(HOURS_8)));
    }
}
