package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a cell is driven, it answers in numbers or says by name what its model does not describe. */
class EndTest {
    private static final Guard WIDEST = new Guard(-10, 10, 0.1, Long.MAX_VALUE);

    @ParameterizedTest
    @CsvSource({
        "NCM85, 1, off",
        "NCM85, 1, on",
        "NCM85, 6, on",
        "NCM622, 1, on",
        "NCM622, 4, off",
        "LCO, 1, on",
        "LCO, 16, off",
        "LNMO, 1, off",
        "LNMO, 1, on"
    })
    void overchargeAndOverDischargeAreNamed(String cathode, String nx, String ageing) throws Exception {
        Bench bench = bench(cathode, nx, ageing);
        endsWith(bench, bench.amps(0.5), "the cell is overcharged");
        endsWith(bench, -bench.amps(0.5), "the cell is over-discharged");
        bench.rig.makeSafe();
        assertThat(bench.rest(Bench.HOUR).samples()).allMatch(Sample::usable);
    }

    /** The leak fills the oxide, the potential of what is full falls, and with it the leak: the cell rests. */
    @ParameterizedTest
    @CsvSource({
        "NCM85, In/InLi, off",
        "NCM85, Li, off",
        "NCM85, In/InLi, on",
        "NCM622, Li, off",
        "LCO, In/InLi, off",
        "LNMO, Li, off"
    })
    void aDischargedCellThatLeaksComesToRest(String cathode, String anode, String layers) throws Exception {
        Bench bench = new Bench("cathode", cathode, "anode", anode, "ageing", "on", "double_layer", layers);
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 100; i++) {
            double volts = bench.rest(200 * Bench.HOUR).value(Signal.VOLTAGE);
            assertThat(volts).isBetween(-1e-6, last + 1e-6);
            last = volts;
        }
        assertThat(bench.steps()).isLessThan(10_000);
        assertThat(last).isLessThan(cathode.equals("LNMO") ? 4 : 1e-3);
        bench.rig.apply(new Control.Current(bench.amps(0.2)), Bench.WIDE);
        assertThat(bench.rest(Bench.HOUR).value(Signal.VOLTAGE)).isGreaterThan(2.5);
    }

    private static void endsWith(Bench bench, double amps, String words) throws InstrumentException {
        bench.rig.apply(new Control.Current(amps), WIDEST);
        assertThatThrownBy(() -> bench.rest(100 * Bench.HOUR))
                .isInstanceOfSatisfying(
                        InstrumentException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MODEL_LEFT))
                .hasMessageContainingAll("left its model", words);
        assertThat(bench.rig.read().samples()).allMatch(Sample::usable);
    }

    private static Bench bench(String cathode, String nx, String ageing) {
        return new Bench("cathode", cathode, "nx", nx, "ageing", ageing, "anode", "Li", "volts_range", "10");
    }

    /** A cell of random make under a random life. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anyCellUnderAnyLife(long seed) throws Exception {
        lives(seed, "off");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void alsoWithDoubleLayers(long seed) throws Exception {
        lives(seed, "on");
    }

    private static void lives(long seed, String layers) throws InstrumentException {
        SplittableRandom random = new SplittableRandom(seed);
        Bench bench = any(random, layers);
        for (int i = 0; i < 25; i++) {
            try {
                something(bench, random);
                long end = bench.rig.nowNanos() + (long) Math.pow(10, random.nextDouble(6, 14.5));
                for (int steps = 0; bench.rig.nowNanos() < end; steps++) {
                    Reading reading = bench.rig.advance(end);
                    assertThat(reading.samples()).allMatch(Sample::usable);
                    assertThat(steps).isLessThan(20_000);
                }
            } catch (InstrumentException named) {
                assertThat(named.kind()).isIn(Kind.MODEL_LEFT, Kind.OUT_OF_ENVELOPE);
                assertThat(named).hasMessageNotContaining("NaN");
                assertThat(bench.rig.read().samples()).allMatch(Sample::usable);
            }
        }
    }

    /** The same cells and lives whether their interfaces store charge or not. */
    private static Bench any(SplittableRandom random, String layers) {
        return new Bench(
                Math.pow(10, random.nextDouble(-1, 2)),
                "double_layer",
                layers,
                "cathode",
                one(random, "NCM85", "NCM622", "LCO", "LNMO"),
                "nx",
                Integer.toString(random.nextInt(1, 17)),
                "ageing",
                one(random, "on", "off"),
                "anode",
                one(random, "Li", "In/InLi"),
                "fixture",
                one(random, "servo", "gap", "springs"),
                "heat_capacity_j_per_k",
                one(random, "0", "1e-3", "245"),
                "contact_share",
                one(random, "1", "0.1", "0.01"),
                "tortuosity2",
                one(random, "1", "12", "500"),
                "start_pressure_pa",
                one(random, "0", "1e6", "250e6"),
                "volts_range",
                "10");
    }

    private static String one(SplittableRandom random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static void something(Bench bench, SplittableRandom random) throws InstrumentException {
        double amps = Math.pow(10, random.nextDouble(-8, -1.5)) * (random.nextBoolean() ? 1 : -1);
        switch (random.nextInt(6)) {
            case 0 -> bench.rig.apply(new Control.Current(amps), WIDEST);
            case 1 -> bench.rig.apply(new Control.Voltage(random.nextDouble(0, 6), Math.abs(amps)), WIDEST);
            case 2 -> bench.rig.apply(new Control.Power(4 * amps), WIDEST);
            case 3 -> bench.rig.setpoint(Signal.PRESSURE, random.nextDouble(0, 500e6), Ramp.FASTEST);
            case 4 -> bench.rig.setpoint(Signal.TEMPERATURE, random.nextDouble(240, 400), Ramp.FASTEST);
            default -> bench.rig.makeSafe();
        }
    }
}
