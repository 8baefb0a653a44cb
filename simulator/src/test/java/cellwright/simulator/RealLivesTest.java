package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Watch;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a cell on real instruments that fail now and then, time goes on and numbers are numbers. */
class RealLivesTest {
    private static final Guard WIDEST = new Guard(-10, 10, 0.1, Long.MAX_VALUE);
    private static final String FAULTS = "open_lead at 100 s for 10 s; swapped_sense at 200 s for 1 s;"
            + " contact_loss at 500 s for 3 s; range_saturation at 1 h for 5 min; stuck_reading at 2 h for 10 min;"
            + " power_fail at 3 h for 20 s; contact_loss at 10 h for 1 min";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void anythingGoes(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Bench bench = bench(seed, random);
        for (int i = 0; i < 40; i++) {
            try {
                something(bench, random);
                long end = bench.rig.nowNanos() + (long) Math.pow(10, random.nextDouble(6, 14));
                for (int steps = 0; bench.rig.nowNanos() < end; steps++) {
                    Reading reading = bench.rig.advance(end);
                    assertThat(reading.samples()).extracting(Sample::value).allMatch(Double::isFinite);
                    assertThat(steps).isLessThan(20_000);
                }
            } catch (InstrumentException named) {
                assertThat(named.kind()).isIn(Kind.MODEL_LEFT, Kind.OUT_OF_ENVELOPE, Kind.LOST);
                assertThat(named).hasMessageNotContaining("NaN");
            }
        }
    }

    private static Bench bench(long seed, SplittableRandom random) {
        return new Bench(
                Math.pow(10, random.nextDouble(-1, 1.5)),
                "seed",
                Long.toString(seed),
                "instrument",
                "real",
                "ageing",
                random.nextBoolean() ? "on" : "off",
                "heat_capacity_j_per_k",
                random.nextBoolean() ? "0" : "245",
                "fixture",
                random.nextBoolean() ? "servo" : "gap",
                "current_range_a",
                random.nextInt(3) == 0 ? "1e-2" : "auto",
                "volts_range",
                "10",
                "faults",
                random.nextBoolean() ? "none" : FAULTS);
    }

    private static void something(Bench bench, SplittableRandom random) throws InstrumentException {
        double amps = Math.pow(10, random.nextDouble(-10, -1.5)) * (random.nextBoolean() ? 1 : -1);
        bench.rig.watch(List.of(
                new Watch.Above(Signal.VOLTAGE, random.nextDouble(2, 4), false),
                new Watch.Below(Signal.CURRENT, Math.abs(amps) / 10, true),
                new Watch.Change(Signal.VOLTAGE, random.nextDouble(2, 4), 1e-3),
                new Watch.Above(Signal.PRESSURE, random.nextDouble(0, 500e6), false),
                new Watch.Above(Signal.TEMPERATURE, random.nextDouble(290, 305), false)));
        switch (random.nextInt(7)) {
            case 0 -> bench.rig.apply(new Control.Current(amps), WIDEST);
            case 1 -> bench.rig.apply(new Control.Voltage(random.nextDouble(0, 6), Math.abs(amps)), WIDEST);
            case 2 -> bench.rig.apply(new Control.Power(4 * amps), WIDEST);
            case 3 -> bench.rig.setpoint(Signal.PRESSURE, random.nextDouble(0, 500e6), Ramp.FASTEST);
            case 4 -> bench.rig.setpoint(Signal.TEMPERATURE, random.nextDouble(280, 340), Ramp.FASTEST);
            case 5 -> bench.rig.apply(new Control.Current(0), WIDEST);
            default -> bench.rig.makeSafe();
        }
    }
}
