package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.simulator.impedance.Complex;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What real instruments make of an impedance. */
class RealSpectrumTest {
    private static final Sweep WIDE = sweep(10e-3, 35e6, 0.1, false);
    private static final String[] SILENT = {
        "spectrum_noise", "0", "current_noise_share", "0", "temperature_offset_k", "0", "chamber_ripple_k", "0"
    };

    private static Sweep sweep(double volts, double fromHz, double toHz, boolean atHold) {
        return new Sweep(Sweep.Mode.POTENTIOSTATIC, volts, fromHz, toHz, 10, atHold);
    }

    /** 250 mg of chloride between steel, of seven decades of impedance. */
    private static List<Spectrum.Point> blocking(String instrument, long seed, String... more) throws Exception {
        List<String> settings = new ArrayList<>(List.of("instrument", instrument, "seed", Long.toString(seed)));
        settings.addAll(List.of(more));
        VirtualRig rig = Bench.electrolyte("blocking", settings.toArray(String[]::new));
        return rig.measure(WIDE, point -> true).points();
    }

    private static VirtualRig standard(String... more) throws InstrumentException {
        List<String> settings = new ArrayList<>(List.of("instrument", "real", "start_stoichiometry", "0.5"));
        settings.addAll(List.of(more));
        return new Bench(settings.toArray(String[]::new)).rig;
    }

    private static Complex z(Spectrum.Point point) {
        return new Complex(point.real(), point.imaginary());
    }

    /** In each current range the impedance is wrong by a factor of its own, within the specification. */
    @Test
    void itIsWrongByTheGainsOfTheInputs() throws Exception {
        List<Spectrum.Point> truth = blocking("ideal", 0, SILENT);
        double worst = 0;
        for (long seed = 0; seed < 20; seed++) {
            List<Spectrum.Point> seen = blocking("real", seed, SILENT);
            TreeSet<Long> factors = new TreeSet<>();
            for (int i = 0; i < seen.size(); i++) {
                Complex ratio = z(seen.get(i)).over(z(truth.get(i)));
                assertThat(ratio.imaginary()).isCloseTo(0, within(1e-6));
                assertThat(ratio.real()).isCloseTo(1, within(1.21e-3));
                worst = Math.max(worst, Math.abs(ratio.real() - 1));
                factors.add(Math.round(ratio.real() * 1e7));
            }
            assertThat(factors).as("one for each range").hasSizeBetween(3, 12);
        }
        assertThat(worst).isGreaterThan(9e-4);
    }

    /** 0.2 µH are 44 ohm at 35 MHz and 1.26 ohm at 1 MHz; a longer cable adds its own. */
    @Test
    void theLeadsAreInductiveAndALongCableMoreSo() throws Exception {
        assertThat(imaginary(35e6, SILENT)).isBetween(38.0, 46.0);
        String[] longer = Stream.of(SILENT, new String[] {"cable_h", "0.2e-6"})
                .flatMap(Stream::of)
                .toArray(String[]::new);
        assertThat(imaginary(1e6, longer) - imaginary(1e6, SILENT)).isCloseTo(1.26, within(0.03));
    }

    private static double imaginary(double hertz, String... settings) throws InstrumentException {
        Sweep one = sweep(10e-3, hertz, hertz, false);
        return standard(settings)
                .measure(one, point -> true)
                .points()
                .getFirst()
                .imaginary();
    }

    @Test
    void noiseGrowsTowardsTheEdges() throws Exception {
        double middle = 0;
        int inside = 0;
        double edge = 0;
        int beyond = 0;
        for (long seed = 0; seed < 40; seed++) {
            List<Spectrum.Point> noisy = blocking("real", seed, "interface_s_per_m2", "1e-9");
            List<Spectrum.Point> silent = blocking("real", seed, "interface_s_per_m2", "1e-9", "spectrum_noise", "0");
            for (int i = 0; i < noisy.size(); i++) {
                double ohms = z(silent.get(i)).magnitude();
                double share = z(noisy.get(i)).minus(z(silent.get(i))).magnitude() / ohms;
                if (ohms > 10e6) {
                    edge += share * share;
                    beyond++;
                } else if (ohms > 10 && ohms < 1e6) {
                    middle += share * share;
                    inside++;
                }
            }
        }
        assertThat(Math.sqrt(middle / inside / 2)).isCloseTo(1e-3, within(2e-4));
        assertThat(Math.sqrt(edge / beyond / 2)).isCloseTo(10e-3, within(1.5e-3));
    }

    @Test
    void aRangeThatIsTooWideIsNoisy() throws Exception {
        List<Spectrum.Point> truth = blocking("ideal", 0, SILENT);
        List<Spectrum.Point> fixed = blocking("real", 3, "spectrum_noise", "0", "current_range_a", "0.1");
        double worst = 0;
        for (int i = 0; i < 20; i++) {
            worst = Math.max(
                    worst, Math.abs(z(fixed.get(i)).over(z(truth.get(i))).imaginary()));
        }
        assertThat(worst).as("2 µA of noise in 0.1 mA").isBetween(5e-3, 0.2);
    }

    @Test
    void aRangeThatIsTooFineIsOverloaded() throws Exception {
        assertThat(blocking("real", 3, "current_range_a", "1e-5"))
                .anyMatch(point -> point.quality() == Quality.OVERLOAD)
                .anyMatch(point -> point.quality() == Quality.GOOD);
        assertThat(standard("faults", "range_saturation at 0 s")
                        .measure(WIDE, point -> true)
                        .points())
                .allMatch(point -> point.quality() == Quality.OVERLOAD);
    }

    @Test
    void aHoldIsGoneThroughToTheEnd() throws Exception {
        for (long seed = 0; seed < 10; seed++) {
            VirtualRig rig = standard("seed", Long.toString(seed), "current_range_a", "auto");
            rig.apply(new Control.Voltage(3.4, 0.05), Bench.WIDE);
            rig.advance(rig.nowNanos() + Bench.SECOND);
            Sweep held = sweep(10e-3, 1e6, 0.1, true);
            assertThat(rig.measure(held, point -> true).points()).hasSize(71);
            assertThat(rig.read().sinceNanos()).isLessThan(2 * Bench.SECOND);
        }
    }

    @Test
    void withALeadOffItMeasuresStrayCapacitance() throws Exception {
        VirtualRig rig = standard("faults", "open_lead at 0 s");
        for (Spectrum.Point point :
                rig.measure(sweep(10e-3, 1e6, 10, false), each -> true).points()) {
            double stray = 1 / (2 * Math.PI * point.hertz() * 20e-12);
            assertThat(point.imaginary()).isCloseTo(-stray, within(0.15 * stray));
        }
    }

    @Test
    void swappedLeadsTurnItRound() throws Exception {
        VirtualRig rig = standard("faults", "swapped_sense at 0 s");
        assertThat(rig.measure(sweep(10e-3, 1e4, 10, false), each -> true).points())
                .allMatch(point -> point.real() < 0 && point.imaginary() > 0);
    }

    @Test
    void withoutVoltageThereIsNoImpedance() throws Exception {
        Sweep few = sweep(10e-3, 1e3, 10, false);
        assertThat(standard("faults", "nan at 0 s").measure(few, each -> true).points())
                .allMatch(point -> Double.isNaN(point.real()) && Double.isNaN(point.imaginary()));
        assertThat(standard("faults", "stuck_reading at 0 s")
                        .measure(few, each -> true)
                        .points())
                .allMatch(point -> z(point).magnitude() == 0);
    }

    @Test
    void itIsLostWithThePower() throws Exception {
        VirtualRig rig = standard("faults", "power_fail at 5 s for 5 s");
        lost(rig);
        assertThat(rig.nowNanos()).isEqualTo(5 * Bench.SECOND);
        lost(rig);
        assertThat(rig.nowNanos()).as("refused at once").isEqualTo(5 * Bench.SECOND);
        while (rig.nowNanos() < 9 * Bench.SECOND) {
            assertThatThrownBy(() -> rig.advance(20 * Bench.SECOND)).isInstanceOf(InstrumentException.class);
        }
        assertThat(rig.advance(20 * Bench.SECOND).sinceNanos()).isEqualTo(10 * Bench.SECOND);
        assertThat(rig.measure(WIDE, point -> true).points()).hasSize(SweepUnderWay.count(WIDE));
    }

    private static void lost(VirtualRig rig) {
        assertThatThrownBy(() -> rig.measure(WIDE, point -> true))
                .isInstanceOfSatisfying(InstrumentException.class, fault -> assertThat(fault.kind())
                        .isEqualTo(Kind.LOST));
    }
}
