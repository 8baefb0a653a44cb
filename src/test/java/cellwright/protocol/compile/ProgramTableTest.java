package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.C_5;
import static cellwright.protocol.compile.Given.above;
import static cellwright.protocol.compile.Given.below;
import static cellwright.protocol.compile.Given.charge;
import static cellwright.protocol.compile.Given.cycles;
import static cellwright.protocol.compile.Given.discharge;
import static cellwright.protocol.compile.Given.every;
import static cellwright.protocol.compile.Given.hold;
import static cellwright.protocol.compile.Given.limit;
import static cellwright.protocol.compile.Given.limits;
import static cellwright.protocol.compile.Given.loop;
import static cellwright.protocol.compile.Given.rest;
import static cellwright.protocol.compile.Given.settle;
import static cellwright.protocol.compile.Given.volts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.protocol.Amount;
import cellwright.protocol.Place;
import cellwright.protocol.Places;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.Step;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramTableTest {
    private static final Step REST = rest(Duration.ofMinutes(30));
    private static final Given FIRST_CYCLES = Given.steps(
                    settle(Subject.PRESSURE, 250e6, 5e6),
                    cycles(
                            2,
                            every(charge(C_5, above(4.3)), Duration.ofHours(1), REST, REST),
                            discharge(new Amount.CRate(3), below(2.8))),
                    new Step.Choose(above(4), List.of(REST), List.of(hold(volts(2.7), Duration.ofHours(2)))))
            .limited(limits(limit(Subject.VOLTAGE, volts(2.6), volts(4.6))));

    @Test
    void rows() {
        ProgramTable table = ProgramTable.of(FIRST_CYCLES.program());
        assertThat(table.rows())
                .extracting(ProgramTable.Row::number)
                .containsExactly("1", "2", "2.1", "2.1.every.1", "2.1.every.2", "2.2", "3", "3.then.1", "3.else.1");
        assertThat(table.rows()).extracting(ProgramTable.Row::depth).containsExactly(0, 0, 1, 2, 2, 1, 0, 1, 1);
        ProgramTable.Row charge = table.rows().get(2);
        assertThat(charge.label()).endsWith("at most 8 h, interrupted every 1 h");
        assertThat(charge.milliamps().orElseThrow()).isCloseTo(0.17586, within(1e-6));
        assertThat(charge.endsWhen()).isEqualTo("voltage >= 3.678 V");
        assertThat(charge.atMostNanos()).hasValue(8 * 3600 * Times.SECOND);
        assertThat(table.limits())
                .startsWith(
                        "voltage 1.978 V .. 3.978 V (2 of 3 readings)",
                        "cell envelope: voltage 1.9 V .. 4.1 V (2 of 3 readings)");
    }

    @Test
    void timeAndExtremes() {
        ProgramTable table = ProgramTable.of(FIRST_CYCLES.program());
        assertThat(table.time()).isEqualTo(new TimeBounds((1 + 2 * (8 + 8 + 8) + 2) * 3600.0, false));
        assertThat(table.extremes().highestVolts()).hasValue(3.678);
        assertThat(table.extremes().lowestVolts()).hasValue(2.078);
        assertThat(table.extremes().largestAmps()).isEqualTo(5e-3);
        var galvanostatic = Given.steps(charge(C_5, above(4.3)));
        assertThat(ProgramTable.of(galvanostatic.program()).extremes().largestAmps())
                .isCloseTo(0.17586e-3, within(1e-9));
    }

    @Test
    void unboundedAndSpectra() {
        var given = Given.steps(loop(above(4), REST, new Step.Measure(Given.SWEEP)));
        TimeBounds time = ProgramTable.of(given.program()).time();
        assertThat(time.unbounded()).isTrue();
        assertThat(time.longestSeconds())
                .as("half an hour of rest and a minute and thrice the four of the spectrum")
                .isBetween(1800 + 60 + 3 * 240.0, 1800 + 60 + 3 * 270.0);
        Step many = REST;
        for (int i = 0; i < 16; i++) {
            many = Given.repeat(1_000_000, many);
        }
        assertThat(ProgramTable.of(Given.steps(many).program()).time().longestSeconds())
                .isFinite();
    }

    @Test
    void problemsStandWhereTheFileSaysAndInItsOrder() {
        var places = new Places(
                "p.yaml", Map.of("steps/0", new Place("p.yaml", 9, 5), "steps/1/until", new Place("p.yaml", 12, 7)));
        var given = Given.steps(charge(C_5, above(9)), charge(C_5, above(9)));
        var result = Compiler.compile(given.protocol(), places, given.cell(), given.bench(), "hash");
        assertThat(((Result.Refused<Program>) result).problems())
                .extracting(Problem::place)
                .containsExactly(new Place("p.yaml", 9, 5), new Place("p.yaml", 12, 7));
        var cellFault = given.envelope(limits(limit(Subject.FORCE, Given.si(0), Given.si(1))));
        assertThat(((Result.Refused<Program>) cellFault.compiled())
                        .problems()
                        .getFirst()
                        .place())
                .isEqualTo(Place.whole("cell A7"));
    }
}
