package cellwright.simulator.emulator.opcua;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.Signal;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.NodeIds;

/**
 * The controller of a potentiostat that counts current in milliamperes. Its modes are 0 open, 1 current, 2 voltage; it keeps a
 * guard of voltages, current and time by itself. Any thread.
 */
public final class CellPanel {
    private static final double MILLI = 1e-3;
    private static final double NANOS = 1e9;

    private final Plant plant;
    private final Panel panel;
    private final Held<Double> volts;
    private final Held<Double> milliamperes;
    private final Held<Double> limit;
    private final Held<Double> lowest;
    private final Held<Double> highest;
    private final Held<Double> most;
    private final Held<Double> seconds;
    private final Held<Short> mode;

    /** A potentiostat of a plant, at open circuit. */
    public CellPanel(Plant plant) {
        this.plant = plant;
        this.panel = new Panel(plant).identity("emulated potentiostat");
        panel.shows("Voltage.Actual", NodeIds.Double, () -> plant.measured(Signal.VOLTAGE))
                .shows("Current.Actual", NodeIds.Double, () -> plant.measured(Signal.CURRENT) / MILLI);
        volts = number("Voltage.Setpoint", 0);
        milliamperes = number("Current.Setpoint", 0);
        limit = number("Current.Limit", 1);
        lowest = number("Guard.Voltage.Min", -5);
        highest = number("Guard.Voltage.Max", 5);
        most = number("Guard.Current.Max", 1);
        seconds = number("Guard.Time", 1);
        mode = panel.holds("Mode", NodeIds.Int16, (short) 0, Short.class, this::drive);
    }

    private Held<Double> number(String name, double first) {
        return panel.holds(name, NodeIds.Double, first, Double.class, () -> {});
    }

    /** Its variables. */
    public List<EmulatedNode> nodes() {
        return panel.nodes();
    }

    private void drive() {
        long nanos = (long) Math.min(Long.MAX_VALUE, seconds.get() * NANOS);
        plant.apply(
                switch (mode.get()) {
                    case 1 -> new Control.Current(milliamperes.get() * MILLI);
                    case 2 -> new Control.Voltage(volts.get(), limit.get() * MILLI);
                    default -> new Control.Open();
                },
                new Guard(lowest.get(), highest.get(), most.get() * MILLI, nanos));
    }
}
