package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.analysis.CycleMetrics;
import cellwright.analysis.solid.PressureBreath;
import cellwright.engine.Cause;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog;
import cellwright.engine.Row;
import cellwright.engine.StepKind;
import cellwright.instrument.Signal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published numbers that protocols of the library come to on the cells they belong to, each pair as shipped. */
final class PublishedNumbersTest {
    /** The run is watched while it happens. */
    private static final EventLog FORGETFUL = new EventLog() {
        @Override
        public void append(int channel, Event event) {
            // nothing is read back
        }

        @Override
        public void commit() {
            // nothing to keep
        }
    };

    private record Ran(Prepared prepared, Rehearsal.Outcome outcome, List<Row> rows) {
        CycleMetrics cycle(int number) {
            return CycleMetrics.of(
                    outcome.cycles().get(number - 1), prepared.program().scale());
        }

        double mahPerGram(int cycle) {
            return known(cycle(cycle).dischargeMahPerGram());
        }

        double mahPerSquareCm(int cycle) {
            return known(cycle(cycle).dischargeMahPerSquareCm());
        }

        /** Rise of the pressure over a half-cycle, MPa. */
        double breath(int cycle, StepKind kind) {
            List<Row> half = rows.stream()
                    .filter(row -> row.cycle() == cycle && row.kind() == kind)
                    .toList();
            return PressureBreath.of(
                                    half.stream()
                                            .mapToDouble(row -> row.inStep().netCoulombs())
                                            .toArray(),
                                    half.stream()
                                            .mapToDouble(row -> row.reading().value(Signal.PRESSURE))
                                            .toArray())
                            .risePascals()
                    / 1e6;
        }

        private static double known(OptionalDouble figure) {
            return figure.orElseThrow();
        }
    }

    private static Ran ran(String protocol, String cell, Map<String, String> set) {
        Prepared prepared =
                House.prepared(House.protocol(protocol), House.ROOT.resolve("config/cells/" + cell + ".yaml"), set, 0);
        var watcher = new House.Silent();
        Rehearsal.Outcome outcome = new Rehearsal(prepared, FORGETFUL, watcher).run("published", House.START);
        assertThat(outcome.cause()).isEqualTo(new Cause(Cause.Kind.COMPLETE, "every step was done"));
        List<Row> rows = watcher.reports.stream()
                .flatMap(report ->
                        report instanceof Effect.Recorded recorded ? Stream.of(recorded.row()) : Stream.empty())
                .toList();
        return new Ran(prepared, outcome, rows);
    }

    @ParameterizedTest
    @CsvSource({
        "zhou-2022-ncm85-c5-life,      ncm85-zhou,         2, 192,  6",
        "zhou-2022-ncm85-3c-life,      ncm85-zhou,         4,  86,  3",
        "zhou-2022-ncm85-2c-life,      ncm85-b,            4, 155,  5",
        "zhou-2022-ncm622-life,        ncm622,             2, 194,  4",
        "zhou-2022-ncm85-high-loading, ncm85-high-loading, 2, 192,  5",
        "zhou-2022-ncm85-90-percent,   ncm85-90-percent,   2, 180,  5",
        "cheng-2020-lnmo-film-life,    lnmo-film,          2, 144,  5"
    })
    void capacitiesPerMass(String protocol, String cell, int cycle, double mahPerGram, double within) {
        Ran ran = ran(protocol, cell, Map.of("cycles", "2"));
        assertThat(ran.mahPerGram(cycle)).isCloseTo(mahPerGram, within(within));
        assertThat(ran.rows()).filteredOn(row -> row.cycle() == cycle).hasSizeBetween(100, 400);
    }

    @ParameterizedTest
    @CsvSource({
        "zhou-2022-ncm85-high-loading, ncm85-high-loading, 4.14, 0.11",
        "zhou-2022-lco-52mg-25c,       lco-52mg,           3.0,  0.15",
        "zhou-2022-lco-52mg-50c,       lco-52mg,           4.5,  0.2"
    })
    void capacitiesPerArea(String protocol, String cell, double mahPerSquareCm, double within) {
        assertThat(ran(protocol, cell, Map.of("cycles", "2")).mahPerSquareCm(2))
                .isCloseTo(mahPerSquareCm, within(within));
    }

    @Test
    void threeTimesTheRateIsThePublishedCurrentPerArea() {
        Prepared prepared = House.prepared("zhou-2022-ncm85-3c-life", Map.of());
        double squareCm = prepared.program().scale().areaM2().orElseThrow() * 1e4;
        double oneC = prepared.program().scale().oneCAmps().orElseThrow() * 1e3;
        assertThat(3 * oneC / squareCm).isCloseTo(3.36, within(0.02));
    }

    @Test
    void aThickCathodeGivesThreeMahPerSquareCmAndIsStable() {
        Ran ran = ran("zhou-2022-lco-27mg", "lco-27mg", Map.of("cycles", "10"));
        assertThat(ran.mahPerGram(2)).isGreaterThanOrEqualTo(110);
        assertThat(ran.mahPerSquareCm(2)).isGreaterThanOrEqualTo(3.0);
        assertThat(ran.cycle(10).retention()).isCloseTo(1, within(0.01));
    }

    @Test
    void aWarmCathodeGivesMoreThanThreeAndAHalf() {
        Ran warm = ran("zhou-2022-lco-50c", "lco-26mg", Map.of("cycles", "2"));
        Ran cold = ran("zhou-2022-lco-27mg", "lco-26mg", Map.of("cycles", "2"));
        assertThat(warm.mahPerGram(2)).isGreaterThan(cold.mahPerGram(2) + 10);
        assertThat(warm.cycle(2).energyEfficiency()).isGreaterThan(cold.cycle(2).energyEfficiency());
    }

    /** The chamber is warm before a current flows. */
    @Test
    void theChamberIsWarmBeforeACurrentFlows() {
        Ran ran = ran("zhou-2022-lco-52mg-50c", "lco-52mg", Map.of("cycles", "1"));
        assertThat(ran.rows())
                .filteredOn(row -> row.reading().value(Signal.CURRENT) != 0)
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.reading().value(Signal.TEMPERATURE)).isCloseTo(323.15, within(0.2)));
    }

    @Test
    void ninetyFivePercentAreLeftAfter110CyclesTo4V8() {
        Ran ran = ran("zhou-2022-ncm85-4v8-life", "ncm85-zhou", Map.of());
        assertThat(ran.cycle(110).retention()).isCloseTo(0.95, within(0.015));
    }

    /** The last cycle is at another rate, so that its charges make no efficiency. */
    @Test
    void theFilmBecomesEfficient() {
        Ran ran = ran("cheng-2020-lnmo-film-life", "lnmo-film", Map.of("cycles", "121"));
        for (int cycle = 100; cycle <= 120; cycle++) {
            assertThat(ran.cycle(cycle).coulombicEfficiency())
                    .as("cycle %d", cycle)
                    .isBetween(0.9970, 0.9980);
        }
        assertThat(ran.cycle(121).retention()).isBetween(0.98, 1.02);
        assertThat(ran.mahPerGram(120)).isCloseTo(127, within(3.0));
    }

    @ParameterizedTest
    @CsvSource({"ncm85-gap, 2.9, 3.5", "ncm85-springs, 0, 0.15"})
    void theStackBreathes(String cell, double least, double most) {
        Ran ran = ran("operando-pressure", cell, Map.of("sample", "1 min", "cycles", "2"));
        assertThat(ran.breath(2, StepKind.CC_CHARGE)).isBetween(least, most);
        assertThat(ran.breath(2, StepKind.CC_DISCHARGE)).isBetween(-most, -least);
    }

    @Test
    void pressureIsLoggedOnceASecond() {
        Ran ran = ran("operando-pressure", "ncm85-springs", Map.of("cycles", "1", "rate", "1C", "creep", "1 h"));
        Map<StepKind, List<Row>> halves =
                ran.rows().stream().filter(row -> row.cycle() == 1).collect(Collectors.groupingBy(Row::kind));
        assertThat(halves).containsKeys(StepKind.CC_CHARGE, StepKind.CC_DISCHARGE);
        halves.values().forEach(rows -> {
            for (int i = 1; i < rows.size(); i++) {
                long gap = rows.get(i).testNanos() - rows.get(i - 1).testNanos();
                assertThat(gap).isLessThanOrEqualTo(1_000_000_000L);
            }
        });
    }

    @Test
    void voltagesVersusLithiumMeanTheSameOnEveryAnode() {
        Ran indium = ran("reference-shift", "ncm85-zhou", Map.of());
        Ran lithium = ran("reference-shift", "ncm85-lithium", Map.of());
        assertThat(lithium.cycle(2).meanDischargeVolts() - indium.cycle(2).meanDischargeVolts())
                .isCloseTo(0.622, within(0.001));
        for (int cycle = 1; cycle <= 3; cycle++) {
            assertThat(lithium.mahPerGram(cycle) / indium.mahPerGram(cycle)).isCloseTo(1, within(0.002));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zhou-2022-liquid-control, ncm85-liquid, 4.3 V",
        "zhou-2022-liquid-control, ncm622-liquid, 4.6 V",
        "zhou-2022-stop-discharged, ncm85-zhou, 4.3 V",
        "zhou-2022-stop-discharged, ncm85-zhou, 4.6 V",
        "zhou-2022-stop-discharged, ncm85-zhou, 4.8 V"
    })
    void oneProtocolServesSeveralWindows(String protocol, String cell, String upper) {
        Ran ran = ran(protocol, cell, Map.of("upper", upper, "cycles", "2"));
        assertThat(ran.mahPerGram(2)).isBetween(185.0, 220.0);
    }

    @Test
    void aStoppedCellRestsDischarged() {
        Ran ran = ran("zhou-2022-stop-discharged", "ncm85-zhou", Map.of("cycles", "1"));
        assertThat(ran.rows().getLast().kind()).isEqualTo(StepKind.REST);
        double shift = 0.622;
        assertThat(ran.rows().getLast().reading().value(Signal.VOLTAGE)).isBetween(2.8 - shift, 3.7 - shift);
    }
}
