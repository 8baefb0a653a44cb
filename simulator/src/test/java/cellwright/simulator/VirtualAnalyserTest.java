package cellwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Quality;
import cellwright.instrument.Settings;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.simulator.cell.ParticleCell;
import cellwright.simulator.impedance.Complex;
import cellwright.simulator.impedance.Impedance;
import cellwright.simulator.impedance.KramersKronig;
import cellwright.simulator.instrument.Dice;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VirtualAnalyserTest {
    private static final Sweep OPEN = sweep(10e-3, 1e6, 0.1, false);
    private static final Sweep HELD = sweep(10e-3, 1e6, 0.1, true);

    private static final AnalyserTraits USUAL = AnalyserTraits.usual(1e-3, 0);
    private static final AnalyserTraits SILENT = AnalyserTraits.usual(0, 0);

    private final RigSettings settings;
    private final Fixture fixture;
    private final Channel ideal;
    private final Circuit circuit;
    private final ParticleCell cell;
    private final Simulation simulation;

    VirtualAnalyserTest() {
        Map<String, String> values = new TreeMap<>(Map.of(
                "cell", "A7",
                "active_mass_kg", "4.885e-6",
                "area_m2", "0.7854e-4",
                "start_temperature_k", "298.15",
                "start_pressure_pa", "250e6",
                "start_stoichiometry", "0.5"));
        settings = new RigSettings(new Settings(values).withDefaults(RigSettings.DECLARED));
        fixture = settings.fixture(0);
        cell = settings.particleCell(fixture, 0);
        ideal = settings.channel(0);
        circuit = new Circuit(ideal.meter());
        simulation = new Simulation(cell, circuit, ideal.meter(), fixture, 0);
    }

    private static Sweep sweep(double amplitude, double fromHz, double toHz, boolean atHold) {
        return new Sweep(Sweep.Mode.POTENTIOSTATIC, amplitude, fromHz, toHz, 10, atHold);
    }

    private VirtualAnalyser analyser(AnalyserTraits traits, long seed) {
        Channel channel = new Channel(ideal.envelope(), ideal.meter(), traits, new Dice(seed));
        return new VirtualAnalyser("sim-A7", simulation, circuit, cell, channel);
    }

    private void drive(Control control) {
        circuit.apply(control, new Guard(-1, 4.9, 0.1, Long.MAX_VALUE), simulation.nowNanos(), cell);
        simulation.redriven();
    }

    private void pass(long nanos) {
        long end = simulation.nowNanos() + nanos;
        while (simulation.nowNanos() < end) {
            assertThat(simulation.step(end)).isEmpty();
            simulation.react();
        }
    }

    private static double residual(Spectrum spectrum) {
        double[] w = spectrum.points().stream()
                .mapToDouble(point -> 2 * Math.PI * point.hertz())
                .toArray();
        Complex[] z = spectrum.points().stream()
                .map(point -> new Complex(point.real(), point.imaginary()))
                .toArray(Complex[]::new);
        return KramersKronig.misfit(w, z, 30).rms();
    }

    @Test
    void aRestedCellShowsItsImpedance() throws Exception {
        Impedance impedance = cell.impedance();
        Spectrum spectrum = analyser(SILENT, 0).measure(OPEN, point -> true);
        assertThat(spectrum.points()).hasSize(71);
        assertThat(spectrum.points().getFirst().hertz()).isEqualTo(1e6);
        assertThat(spectrum.points().getLast().hertz()).isCloseTo(0.1, within(1e-15));
        for (Spectrum.Point point : spectrum.points()) {
            Complex wanted = impedance.atHertz(point.hertz());
            Complex seen = new Complex(point.real(), point.imaginary());
            assertThat(seen.minus(wanted).magnitude()).isLessThan(0.01 * wanted.magnitude());
            assertThat(point.quality()).isEqualTo(Quality.GOOD);
        }
        assertThat(simulation.shown().coulombs).isZero();
        assertThat(residual(spectrum)).isLessThan(1e-3);
    }

    /** Three periods a point, 20 ms at least. */
    @Test
    void itTakesItsTime() throws Exception {
        double seconds = 0;
        for (int i = 0; i < 71; i++) {
            seconds += Math.max(0.02, 3 / Math.pow(10, 6 - 0.1 * i));
        }
        Spectrum spectrum = analyser(USUAL, 0).measure(OPEN, point -> true);
        assertThat(spectrum.startNanos()).isZero();
        assertThat(spectrum.endNanos()).isEqualTo(simulation.nowNanos());
        assertThat(spectrum.endNanos() * 1e-9).isCloseTo(seconds, within(1e-6));
    }

    @Test
    void atAHoldTheCellGoesOnChargingAndDrifts() throws Exception {
        drive(new Control.Voltage(4.0, 0.05));
        pass(2 * Bench.SECOND);
        double before = simulation.shown().coulombs;
        VirtualAnalyser analyser = analyser(SILENT, 0);
        Spectrum early = analyser.measure(HELD, point -> true);
        assertThat(simulation.shown().coulombs).isGreaterThan(before);
        assertThat(simulation.shown().volts).isCloseTo(4.0, within(1e-9));
        pass(30 * Bench.HOUR);
        Spectrum late = analyser.measure(HELD, point -> true);
        assertThat(residual(late)).isLessThan(1e-3);
        assertThat(residual(early)).isGreaterThan(2 * residual(late));
        assertThat(late.points().getLast().real())
                .isNotCloseTo(early.points().getLast().real(), within(1.0));
    }

    @Test
    void noiseIsTheSameForTheSameSeedAndAsLargeAsStated() throws Exception {
        Impedance impedance = cell.impedance();
        Sweep dense = new Sweep(Sweep.Mode.POTENTIOSTATIC, 10e-3, 1e5, 0.1, 100, false);
        Spectrum spectrum = analyser(USUAL, 42).measure(dense, point -> true);
        double squares = 0;
        for (Spectrum.Point point : spectrum.points()) {
            Complex wanted = impedance.atHertz(point.hertz());
            squares += Math.pow((point.real() - wanted.real()) / wanted.magnitude(), 2);
        }
        assertThat(Math.sqrt(squares / spectrum.points().size())).isCloseTo(1e-3, within(1e-4));
        VirtualAnalyserTest again = new VirtualAnalyserTest();
        assertThat(again.analyser(USUAL, 42).measure(dense, point -> true)).isEqualTo(spectrum);
        VirtualAnalyserTest other = new VirtualAnalyserTest();
        assertThat(other.analyser(USUAL, 43).measure(dense, point -> true)).isNotEqualTo(spectrum);
    }

    @Test
    void aWeakExcitationIsNoisy() throws Exception {
        Spectrum weak = analyser(USUAL, 0).measure(sweep(0.1e-3, 1e3, 1, false), point -> true);
        assertThat(weak.points()).allMatch(point -> point.quality() == Quality.UNCERTAIN);
        assertThat(USUAL.share(100, 10e-3)).isEqualTo(1e-3);
        assertThat(USUAL.share(100, 5e-3)).isEqualTo(2e-3);
        assertThat(USUAL.share(0.5, 10e-3)).isEqualTo(2e-3);
        assertThat(USUAL.share(1e9, 10e-3)).isEqualTo(1e-2);
    }

    @Test
    void tooStrongAGalvanostaticExcitationOverloads() throws Exception {
        Sweep strong = new Sweep(Sweep.Mode.GALVANOSTATIC, 0.05, 1e3, 1e2, 5, false);
        assertThat(analyser(USUAL, 0).measure(strong, point -> true).points())
                .hasSize(6)
                .allMatch(point -> point.quality() == Quality.OVERLOAD);
    }

    @Test
    void itStopsWhenToldTo() throws Exception {
        int[] seen = {0};
        Spectrum spectrum = analyser(USUAL, 0).measure(OPEN, point -> ++seen[0] < 5);
        assertThat(spectrum.points()).hasSize(5);
    }

    @Test
    void itStopsWhenTheGuardOpensTheCircuit() throws Exception {
        circuit.apply(new Control.Voltage(3.4, 0.05), new Guard(-1, 4.9, 0.1, Bench.SECOND), 0, cell);
        simulation.redriven();
        Spectrum spectrum = analyser(USUAL, 0).measure(HELD, point -> true);
        assertThat(spectrum.points()).hasSizeBetween(30, 60);
        assertThat(simulation.shown().amps).isZero();
    }

    @Test
    void whatCannotBeMadeMovesNothing() {
        VirtualAnalyser analyser = analyser(USUAL, 0);
        refused(analyser, HELD, InstrumentException.Kind.REFUSED);
        refused(analyser, sweep(10e-3, 1e9, 1, false), InstrumentException.Kind.OUT_OF_ENVELOPE);
        refused(analyser, sweep(10e-3, 1e3, 0, false), InstrumentException.Kind.OUT_OF_ENVELOPE);
        refused(analyser, sweep(2, 1e3, 1, false), InstrumentException.Kind.OUT_OF_ENVELOPE);
        refused(analyser, sweep(Double.NaN, 1e3, 1, false), InstrumentException.Kind.OUT_OF_ENVELOPE);
        drive(new Control.Current(1e-3));
        refused(analyser, OPEN, InstrumentException.Kind.REFUSED);
        assertThat(simulation.nowNanos()).isZero();
    }

    private static void refused(VirtualAnalyser analyser, Sweep sweep, InstrumentException.Kind kind) {
        assertThatThrownBy(() -> analyser.measure(sweep, point -> true))
                .isInstanceOfSatisfying(InstrumentException.class, fault -> assertThat(fault.kind())
                        .isEqualTo(kind));
    }
}
