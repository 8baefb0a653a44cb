package cellwright.simulator;

import cellwright.instrument.Ramp;
import cellwright.instrument.Settings;
import cellwright.instrument.emulation.Bench;
import cellwright.instrument.emulation.Device;
import cellwright.simulator.cell.CellModel;
import cellwright.simulator.emulator.EmulatedCell;
import cellwright.simulator.emulator.ModelCell;
import cellwright.simulator.emulator.MountedCell;
import cellwright.simulator.emulator.Player;
import cellwright.simulator.impedance.Complex;
import java.util.Locale;
import java.util.Map;

/**
 * A simulated cell in its press and chamber with emulated instruments around it. The instrument that drives the cell also moves
 * its time on; as long as there is none, the cell rests. Mutable, one thread.
 */
final class EmulatedBench implements Bench, MountedCell {
    private static final double MOST_AMPS = 10;

    private final Map<String, Player> players;
    private final CellModel model;
    private final Fixture fixture;
    private final double areaSquareMetres;
    private final ModelCell leads;
    private boolean driven;
    private long nowNanos;

    EmulatedBench(RigSettings wanted, Map<String, Player> players, long atNanos) {
        this.players = players;
        this.fixture = wanted.fixture(atNanos);
        this.model = wanted.model(fixture, atNanos);
        this.areaSquareMetres = wanted.areaSquareMetres();
        this.leads = new ModelCell(model, atNanos, MOST_AMPS, this::impedance);
        this.nowNanos = atNanos;
    }

    @Override
    public Device device(String kind, Settings settings, long atNanos) {
        Player player = players.get(kind);
        if (player == null) {
            throw new IllegalArgumentException(
                    "no instrument \"" + kind + "\" can be played; there are " + String.join(", ", players.keySet()));
        }
        if (player.drives() && driven) {
            throw new IllegalArgumentException("the cell of this bench is driven by another instrument already");
        }
        advance(atNanos);
        Device device = player.play(settings, this, atNanos);
        driven |= player.drives();
        return device;
    }

    @Override
    public void advance(long toNanos) {
        if (toNanos > nowNanos) {
            if (!driven) {
                leads.pass(0, toNanos - nowNanos);
            }
            nowNanos = toNanos;
        }
    }

    @Override
    public long nextNanos() {
        return Long.MAX_VALUE;
    }

    @Override
    public String truth() {
        return String.format(
                Locale.ROOT,
                "%.4f V, %.4g mA, %.3f MPa, %.2f °C",
                model.volts(),
                1e3 * model.amps(),
                1e-6 * pascals(),
                cellKelvins() - 273.15);
    }

    private EmulatedCell.Impedance impedance(double hertz) {
        Complex found = model.impedance().atHertz(hertz);
        return new EmulatedCell.Impedance(found.real(), found.imaginary());
    }

    @Override
    public EmulatedCell leads() {
        return leads;
    }

    @Override
    public double areaSquareMetres() {
        return areaSquareMetres;
    }

    @Override
    public double pascals() {
        return fixture.pascals(nowNanos, model.swellingMetres());
    }

    @Override
    public void press(double pascals, double pascalsPerSecond) {
        fixture.pressTo(pascals, new Ramp(pascalsPerSecond), nowNanos, model.swellingMetres());
    }

    @Override
    public double kelvins() {
        return fixture.kelvins(nowNanos);
    }

    @Override
    public double cellKelvins() {
        return model.kelvins();
    }

    @Override
    public void heat(double kelvins, double kelvinsPerSecond) {
        fixture.heatTo(kelvins, new Ramp(kelvinsPerSecond), nowNanos);
    }
}
