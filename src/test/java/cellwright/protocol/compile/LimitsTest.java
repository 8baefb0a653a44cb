package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.C_5;
import static cellwright.protocol.compile.Given.above;
import static cellwright.protocol.compile.Given.charge;
import static cellwright.protocol.compile.Given.limit;
import static cellwright.protocol.compile.Given.limited;
import static cellwright.protocol.compile.Given.limits;
import static cellwright.protocol.compile.Given.rest;
import static cellwright.protocol.compile.Given.si;
import static cellwright.protocol.compile.Given.volts;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Debounce;
import cellwright.protocol.Limits;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Bound.Net;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Given REST = Given.steps(rest(Duration.ofHours(1)));

    @Test
    void bothNetsAreJudged() {
        var given = REST.limited(
                limits(limit(Subject.VOLTAGE, volts(2.6), volts(4.5)), limit(Subject.PRESSURE, si(200e6), si(300e6))));

        assertThat(given.program().bounds())
                .containsExactly(
                        new Bound(Net.RUN, Subject.VOLTAGE, 1.978, 3.878, Debounce.USUAL, false, "limits/voltage"),
                        new Bound(Net.RUN, Subject.PRESSURE, 200e6, 300e6, Debounce.USUAL, true, "limits/pressure"),
                        new Bound(Net.CELL, Subject.VOLTAGE, 1.9, 4.1, Debounce.USUAL, false, "cell/envelope/voltage"),
                        new Bound(
                                Net.CELL,
                                Subject.VOLTAGE,
                                1.9 - 0.1,
                                4.1 + 0.1,
                                Debounce.AT_ONCE,
                                false,
                                "cell/envelope/voltage"),
                        new Bound(
                                Net.CELL, Subject.CURRENT, -5e-3, 5e-3, Debounce.USUAL, false, "cell/envelope/current"),
                        new Bound(
                                Net.CELL, Subject.PRESSURE, 0, 400e6, Debounce.USUAL, false, "cell/envelope/pressure"));
    }

    @Test
    void farOvershootIsNotDoubledWhenEveryOvershootTripsAtOnce() {
        var strict = new Limits.Bound(Subject.VOLTAGE, Optional.of(si(1.9)), Optional.of(si(4.1)), Debounce.AT_ONCE);
        assertThat(REST.envelope(limits(strict)).program().bounds()).hasSize(1);
    }

    @Test
    void outsideTheEnvelope() {
        assertThat(REST.limited(limits(limit(Subject.VOLTAGE, volts(2.5), volts(4.8))))
                        .errors())
                .singleElement()
                .asString()
                .contains("the voltage limit 1.878 V .. 4.178 V lies outside the cell's envelope 1.9 V .. 4.1 V");
        assertThat(REST.limited(limits(limit(Subject.PRESSURE, si(200e6), si(500e6))))
                        .errors())
                .singleElement()
                .asString()
                .contains("200 MPa .. 500 MPa lies outside the cell's envelope 0 MPa .. 400 MPa");
    }

    @Test
    void sameAsTheEnvelopeIsWithin() {
        var same = limits(limit(Subject.VOLTAGE, volts(2.522), volts(4.722)));
        assertThat(REST.limited(same).errors()).isEmpty();
    }

    @Test
    void oneSidedLimitLeavesTheOtherSideToTheEnvelope() {
        var low = new Limits.Bound(Subject.VOLTAGE, Optional.of(volts(2.6)), Optional.empty(), Debounce.USUAL);
        assertThat(REST.limited(limits(low)).program().bounds().getFirst().high())
                .isPositive()
                .isInfinite();
        assertThat(REST.limited(limits(low)).firstDrive().guard().voltsMax()).isEqualTo(4.1);
    }

    @Test
    void stepLimitsWithinTheRuns() {
        var step = limited(rest(Duration.ofHours(1)), limits(limit(Subject.VOLTAGE, volts(2.6), volts(4.6))));
        var run = limits(limit(Subject.VOLTAGE, volts(2.8), volts(4.5)));
        assertThat(Given.steps(step).limited(run).errors())
                .singleElement()
                .asString()
                .contains("1.978 V .. 3.978 V lies outside the run's limits 2.178 V .. 3.878 V");
        var drive = Given.steps(step).firstDrive();
        assertThat(drive.bounds())
                .containsExactly(new Bound(
                        Net.RUN, Subject.VOLTAGE, 1.978, 3.978, Debounce.USUAL, false, "steps/0/limits/voltage"));
        assertThat(drive.guard().voltsMax()).isEqualTo(3.978);
    }

    @Test
    void whatTheRunLimitsAlreadyIsJudgedOnce() {
        var window = limits(limit(Subject.VOLTAGE, volts(2.8), volts(4.5)));
        var drive = Given.steps(limited(rest(Duration.ofHours(1)), window))
                .limited(window)
                .firstDrive();
        assertThat(drive.bounds()).isEmpty();
        assertThat(drive.guard().voltsMax()).isEqualTo(3.878);
    }

    @Test
    void whatIsNotMeasuredCannotBeLimited() {
        var force = limits(limit(Subject.FORCE, si(0), si(2e4)));
        assertThat(REST.limited(force).errors())
                .singleElement()
                .asString()
                .contains("\"press-1\" does not measure force", "a missing value would trip");
        assertThat(REST.envelope(force).errors()).singleElement().asString().contains("does not measure force");
    }

    @Test
    void limitsThatMakeNoSense() {
        assertThat(REST.limited(limits(limit(Subject.PRESSURE, si(300e6), si(200e6))))
                        .errors())
                .singleElement()
                .asString()
                .contains("300 MPa is not below the largest 200 MPa");
        assertThat(REST.limited(limits(limit(Subject.CURRENT, si(1e-3), si(2e-3))))
                        .errors())
                .singleElement()
                .asString()
                .contains("leaves out 0 A");
        assertThat(REST.limited(limits(limit(Subject.TEMPERATURE, si(-5), si(300))))
                        .errors())
                .singleElement()
                .asString()
                .contains("below absolute zero");
        var nothing = new Limits.Bound(Subject.PRESSURE, Optional.empty(), Optional.empty(), Debounce.USUAL);
        assertThat(REST.limited(limits(nothing)).errors())
                .singleElement()
                .asString()
                .contains("needs a smallest or a largest value");
        var pressure = limit(Subject.PRESSURE, si(200e6), si(300e6));
        assertThat(REST.limited(limits(pressure, pressure)).errors())
                .singleElement()
                .asString()
                .contains("limited twice");
    }

    @Test
    void silence() {
        var cell5 = new Limits(List.of(), Optional.of(Duration.ofSeconds(5)));
        assertThat(REST.program().silenceNanos()).isEqualTo(10 * Times.SECOND);
        assertThat(REST.envelope(cell5).program().silenceNanos()).isEqualTo(5 * Times.SECOND);
        assertThat(REST.envelope(cell5)
                        .limited(Given.silence(Duration.ofSeconds(3)))
                        .program()
                        .silenceNanos())
                .isEqualTo(3 * Times.SECOND);
        assertThat(REST.envelope(cell5)
                        .limited(Given.silence(Duration.ofSeconds(6)))
                        .errors())
                .singleElement()
                .asString()
                .contains("6 s is longer than the cell's envelope allows, 5 s");
        assertThat(REST.limited(Given.silence(Duration.ofMillis(100))).errors())
                .singleElement()
                .asString()
                .contains("over before the next reading");
        assertThat(REST.limited(Given.silence(Duration.ofMillis(200))).warnings())
                .singleElement()
                .asString()
                .contains("less than three readings");
        var step = limited(rest(Duration.ofHours(1)), Given.silence(Duration.ofSeconds(5)));
        assertThat(Given.steps(step).errors()).singleElement().asString().contains("for the whole run");
    }

    @Test
    void driveWithoutAnyVoltageLimit() {
        assertThat(Given.steps(charge(C_5, above(4.3))).envelope(Limits.NONE).warnings())
                .singleElement()
                .asString()
                .contains("add a voltage limit");
    }
}
