package cellwright.protocol.compile;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Guard;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import cellwright.protocol.program.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever chance writes is made or refused, and what is made stays inside every envelope. */
class RandomProtocolsTest {
    private static final int PROTOCOLS = 6_000;
    private static final double ROUNDING = 1 + 1e-8;

    @Test
    void madeOrRefused() {
        int made = 0;
        for (long seed = 0; seed < PROTOCOLS; seed++) {
            Given given = new RandomProtocols(seed).given();
            try {
                made += judge(given) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + given, broken);
            }
        }
        assertThat(made).isBetween(PROTOCOLS / 10, PROTOCOLS / 2);
    }

    private static boolean judge(Given given) {
        return switch (given.compiled()) {
            case Result.Refused<Program> refused -> {
                assertThat(refused.problems())
                        .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR)
                        .allMatch(problem -> !problem.message().isBlank());
                yield false;
            }
            case Result.Made<Program> made -> {
                assertThat(made.warnings()).noneMatch(problem -> problem.severity() == Problem.Severity.ERROR);
                check(made.value(), given);
                yield true;
            }
        };
    }

    private static void check(Program program, Given given) {
        assertThat(program.restAmps()).isBetween(1e-7, 1.0);
        assertThat(program.silenceNanos()).isGreaterThan(program.pollNanos());
        assertThat(program.bounds()).allMatch(bound -> bound.low() < bound.high());
        Pace.drives(program.ops()).forEach(drive -> check(drive, program, given));
        ProgramTable table = ProgramTable.of(program);
        assertThat(table.time().longestSeconds()).isFinite().isNotNegative();
        assertThat(table.extremes().largestAmps()).isFinite();
        assertThat(table.rows()).allMatch(row -> !row.label().contains("no number"));
    }

    private static void check(Op.Drive drive, Program program, Given given) {
        Guard guard = drive.guard();
        assertThat(drive.atMostNanos()).isPositive();
        assertThat(guard.maxNanos()).isGreaterThan(drive.atMostNanos()).isLessThan(Long.MAX_VALUE);
        assertThat(guard.voltsMin())
                .isGreaterThanOrEqualTo(given.bench().potentiostat().voltsMin());
        assertThat(guard.voltsMax())
                .isLessThanOrEqualTo(given.bench().potentiostat().voltsMax());
        assertThat(guard.ampsMax())
                .isLessThanOrEqualTo(given.bench().potentiostat().ampsMax());
        assertThat(envelope(program, Subject.VOLTAGE))
                .allMatch(bound -> guard.voltsMin() >= bound.low() && guard.voltsMax() <= bound.high());
        check(drive, guard, program);
    }

    private static void check(Op.Drive drive, Guard guard, Program program) {
        switch (drive.target()) {
            case Target.Open open -> {}
            case Target.Amps amps -> current(amps.amps(), guard, program);
            case Target.MeasuredRate rate -> {
                current(rate.fallbackAmps(), guard, program);
                assertThat(rate.multiple()).isFinite();
                assertThat(rate.ampsMax()).isPositive().isLessThanOrEqualTo(guard.ampsMax());
            }
            case Target.Volts volts -> {
                assertThat(volts.volts()).isBetween(guard.voltsMin(), guard.voltsMax());
                assertThat(volts.maxAmps()).isPositive().isLessThanOrEqualTo(guard.ampsMax() * ROUNDING);
            }
            case Target.Watts watts -> assertThat(watts.watts()).isFinite().isNotZero();
        }
    }

    private static void current(double amps, Guard guard, Program program) {
        assertThat(amps).isFinite().isNotZero();
        assertThat(Math.abs(amps)).isLessThanOrEqualTo(guard.ampsMax() * ROUNDING);
        assertThat(envelope(program, Subject.CURRENT))
                .allMatch(bound -> amps <= bound.high() * ROUNDING && amps >= bound.low() * ROUNDING);
    }

    /** The cell's bounds without the wider one that trips at once. */
    private static List<Bound> envelope(Program program, Subject subject) {
        return program.bounds().stream()
                .filter(bound -> bound.net() == Bound.Net.CELL && bound.subject() == subject)
                .limit(1)
                .toList();
    }
}
