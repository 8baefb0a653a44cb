package cellwright.simulator.emulator.opcua;

import cellwright.instrument.Signal;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.NodeIds;

/** The controller of a chamber that counts in degrees Celsius, in numbers of 32 bits. Any thread. */
public final class ChamberPanel {
    private static final double CELSIUS_ZERO = 273.15;
    private static final double KELVINS_PER_SECOND = 0.05;

    private final Machine machine;
    private final Panel panel;
    private final Held<Float> celsius;

    /** A chamber, set to the temperature that is there. */
    public ChamberPanel(Machine machine) {
        this.machine = machine;
        this.panel = new Panel(machine).identity("emulated chamber");
        panel.shows("Temperature.Actual", NodeIds.Float, this::celsius);
        celsius = panel.holds("Temperature.Setpoint", NodeIds.Float, celsius(), Float.class, this::heat);
        panel.shows("Temperature.Min", NodeIds.Float, () -> -20f).shows("Temperature.Max", NodeIds.Float, () -> 100f);
    }

    /** Its variables. */
    public List<EmulatedNode> nodes() {
        return panel.nodes();
    }

    private float celsius() {
        return (float) (machine.measured(Signal.TEMPERATURE) - CELSIUS_ZERO);
    }

    private void heat() {
        machine.setpoint(Signal.TEMPERATURE, celsius.get() + CELSIUS_ZERO, KELVINS_PER_SECOND);
    }
}
