package cellwright.simulator.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MetersTest {
    private static final int MICROAMPERE_10 = 3;
    private static final CurrentMeter.Traits AMPS = new CurrentMeter.Traits(1e-3, 2e-4, 20e-6, 18, 0.02);
    private static final VoltMeter.Traits VOLTS = new VoltMeter.Traits(2e-4, 100e-6, 15e-6, new Converter(18, 5));

    private static CurrentMeter amps(long seed) {
        return new CurrentMeter(AMPS, new Dice(seed));
    }

    private static VoltMeter volts(long seed) {
        return new VoltMeter(VOLTS, new Dice(seed));
    }

    @Test
    void everyChannelIsWithinTheSpecificationAndTheyFillIt() {
        List<Double> gains = IntStream.range(0, 1000)
                .mapToDouble(s -> amps(s).gain(MICROAMPERE_10) - 1)
                .boxed()
                .toList();
        List<Double> offsets = IntStream.range(0, 1000)
                .mapToDouble(s -> amps(s).offset(MICROAMPERE_10))
                .boxed()
                .toList();
        assertThat(gains).allMatch(gain -> Math.abs(gain) <= 1e-3).anyMatch(gain -> gain > 0.95e-3);
        assertThat(gains).anyMatch(gain -> gain < -0.95e-3);
        assertThat(offsets).allMatch(offset -> Math.abs(offset) <= 2e-9).anyMatch(offset -> offset > 1.9e-9);
        assertThat(IntStream.range(0, 1000).mapToDouble(s -> volts(s).offset()))
                .allMatch(offset -> Math.abs(offset) <= 100e-6)
                .anyMatch(offset -> offset < -95e-6);
        assertThat(IntStream.range(0, 1000).mapToDouble(s -> volts(s).gain() - 1))
                .allMatch(gain -> Math.abs(gain) <= 2e-4)
                .anyMatch(gain -> gain < -1.9e-4);
    }

    @Test
    void eachRangeHasErrorsOfItsOwn() {
        CurrentMeter meter = amps(1);
        assertThat(IntStream.range(0, Ranges.COUNT).mapToObj(meter::gain).distinct())
                .hasSize(Ranges.COUNT);
        assertThat(IntStream.range(0, Ranges.COUNT)
                        .mapToObj(range -> meter.offset(range) / Ranges.fullScale(range))
                        .distinct())
                .hasSize(Ranges.COUNT);
    }

    @Test
    void whatIsShownOfTheTruthOfWhatIsShownIsWhatIsShown() {
        Property.forAll(Numbers.doubles(-1e-5, 1e-5)).check(200, shown -> {
            CurrentMeter meter = amps(2);
            assertThat(meter.shown(MICROAMPERE_10, meter.truth(MICROAMPERE_10, shown)))
                    .isCloseTo(shown, within(1e-20));
            assertThat(volts(2).shown(volts(2).truth(shown))).isCloseTo(shown, within(1e-18));
        });
    }

    @Test
    void voltageSamplesScatterBy15Microvolts() {
        VoltMeter meter = volts(3);
        assertThat(LongStream.range(0, 20_000)
                        .mapToDouble(meter::noise)
                        .average()
                        .orElseThrow())
                .isCloseTo(0, within(0.4e-6));
        assertThat(Math.sqrt(LongStream.range(0, 20_000)
                        .mapToDouble(meter::noise)
                        .map(v -> v * v)
                        .average()
                        .orElseThrow()))
                .isCloseTo(15e-6, within(0.3e-6));
    }

    /** 1/f noise adds to the 20 ppm of white noise; from sample to sample it hardly moves. */
    @Test
    void currentSamplesScatterBy20PartsPerMillionOfFullScale() {
        CurrentMeter meter = amps(4);
        double[] noise = LongStream.range(0, 20_000)
                .mapToDouble(sample -> meter.noise(MICROAMPERE_10, sample, sample * 0.02) / 1e-5)
                .toArray();
        double square = IntStream.range(1, noise.length)
                .mapToDouble(i -> noise[i] - noise[i - 1])
                .map(step -> step * step / 2)
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(square)).isCloseTo(20e-6, within(0.5e-6));
        assertThat(meter.deviation(MICROAMPERE_10)).isCloseTo(25e-11, within(0.2e-11));
    }

    @Test
    void withoutNoiseThereIsNone() {
        var silent = new CurrentMeter(new CurrentMeter.Traits(0, 0, 0, 0, 0.02), new Dice(5));
        assertThat(silent.noise(7, 12, 0.3)).isZero();
        assertThat(silent.wander(1e6)).isZero();
        assertThat(silent.shown(7, 0.0123)).isEqualTo(0.0123);
        assertThat(silent.truth(7, 0.0123)).isEqualTo(0.0123);
    }
}
