package cellwright.simulator;

import cellwright.instrument.Settings;
import cellwright.protocol.Cell;
import cellwright.simulator.cell.Drive;
import cellwright.simulator.cell.ParticleCell;
import cellwright.simulator.impedance.Impedance;
import java.util.Map;
import java.util.TreeMap;

/**
 * The model of a cell without instruments around it, under 250 MPa at 25 °C, driven by constant currents, for benchmarks. It
 * lies in this package because it takes the simulator's own reading of the settings and its own choice of the next step. One
 * thread.
 */
public final class BareCell {
    private final ParticleCell cell;
    private final Pace pace = new Pace();
    private long nowNanos;
    private long steps;

    private BareCell(ParticleCell cell) {
        this.cell = cell;
    }

    /** A cell as assembled, by what its file says. */
    public static BareCell of(Cell described) {
        Map<String, String> keys = new TreeMap<>(described.simulation());
        keys.put("cell", described.name());
        keys.put("active_mass_kg", Double.toString(described.activeMassKg().orElseThrow()));
        keys.put("area_m2", Double.toString(described.areaM2().orElseThrow()));
        keys.put("start_temperature_k", "298.15");
        keys.put("start_pressure_pa", "250e6");
        RigSettings settings = new RigSettings(new Settings(keys).withDefaults(RigSettings.DECLARED));
        return new BareCell(settings.particleCell(settings.fixture(0), 0));
    }

    /** Steps accepted so far. */
    public long steps() {
        return steps;
    }

    /** Drives the cell by a current, positive charges, to the first step beyond a voltage; the charge that passed, C. */
    public double drive(double amps, double endVolts) {
        Drive drive = new Drive.Amps(amps);
        cell.disturb();
        pace.restart();
        cell.settle(drive, nowNanos);
        double coulombs = 0;
        while (amps > 0 ? cell.volts() < endVolts : cell.volts() > endVolts) {
            long nanos = propose(drive);
            coulombs += cell.coulombs();
            cell.accept();
            nowNanos += nanos;
            steps++;
        }
        return coulombs;
    }

    /** The cell at open circuit, linearised where it stands. */
    public Impedance impedance() {
        cell.settle(Drive.OPEN, nowNanos);
        return cell.impedance();
    }

    /** Proposes shorter and shorter steps until one is good enough; its length. */
    private long propose(Drive drive) {
        while (true) {
            long nanos = pace.wishNanos();
            double error = cell.propose(drive, nowNanos, nanos);
            boolean left = cell.left().isPresent();
            if (!left && (error <= 1 || nanos <= Pace.SHORTEST_NANOS)) {
                pace.welcome(nanos, error);
                return nanos;
            }
            if (nanos <= Pace.SHORTEST_NANOS) {
                throw new IllegalStateException("void: " + cell.left().orElseThrow());
            }
            pace.refuse(nanos, left ? Double.NaN : error);
        }
    }
}
