package cellwright.simulator.emulator.opcua;

import cellwright.instrument.Signal;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/**
 * The controller of a servo press, StackPress v1. A set-point counts while the press is enabled in the mode force hold or ramp.
 * Once the host has begun to beat, it has to go on: after {@link #WATCHDOG_NANOS} without a beat the press holds its force, goes
 * into fault and takes no set-point until {@code ResetFault}. Any thread.
 */
public final class PressPanel {
    /** How long the press bears with a host whose heartbeat stands. */
    public static final long WATCHDOG_NANOS = 5_000_000_000L;

    private static final double FEWEST_NEWTONS = 0;
    /** The largest force of a press that is not told its own, N. */
    static final double USUAL_NEWTONS = 20_000;

    private static final double FASTEST_NEWTONS_PER_SECOND = 500;
    private static final double OVERLOAD = 1.05;
    private static final double CLOSE_NEWTONS = 20;
    private static final double NEWTONS_PER_METRE = 88e6;
    private static final double OPEN_MILLIMETRES = 10;
    private static final long SECOND = 1_000_000_000L;

    private final Machine machine;
    private final Panel panel;
    private final Held<Short> mode;
    private final Held<Boolean> enabled;
    private final double mostNewtons;
    private double newtons;
    private double newtonsPerSecond = 100;
    private boolean fault;
    private long beats;
    private long beatNanos;
    private UInteger beat = Unsigned.uint(0);

    /** A press of the usual size, set to the force that is there. */
    public PressPanel(Machine machine) {
        this(machine, USUAL_NEWTONS);
    }

    /**
     * A press, set to the force that is there.
     *
     * @param mostNewtons the largest force it can be set to, N
     */
    public PressPanel(Machine machine, double mostNewtons) {
        this.machine = machine;
        this.mostNewtons = mostNewtons;
        this.newtons = force();
        this.panel = new Panel(machine);
        panel.identity("emulated StackPress");
        panel.shows("Force.Actual", NodeIds.Double, this::force)
                .shows("Force.Filtered", NodeIds.Double, () -> Math.rint(force()))
                .shows("Position.Actual", NodeIds.Double, () -> OPEN_MILLIMETRES - force() / NEWTONS_PER_METRE * 1e3)
                .shows("Force.Target.Reached", NodeIds.Boolean, this::isReached)
                .takes("Force.Setpoint", NodeIds.Double, () -> newtons, value -> setNewtons((Double) value))
                .takes(
                        "Force.SetpointRamp",
                        NodeIds.Double,
                        () -> newtonsPerSecond,
                        value -> setNewtonsPerSecond((Double) value));
        mode = panel.holds("Mode", NodeIds.Int16, (short) 0, Short.class, this::move);
        enabled = panel.holds("Enable", NodeIds.Boolean, false, Boolean.class, this::move);
        panel.shows("Force.Min", NodeIds.Double, () -> FEWEST_NEWTONS)
                .shows("Force.Max", NodeIds.Double, () -> mostNewtons)
                .shows("State", NodeIds.Int16, () -> (short) machine.mischief().stateOr(state()))
                .shows("Interlock.Door", NodeIds.Boolean, () -> false)
                .shows("Interlock.EStop", NodeIds.Boolean, () -> false)
                .shows("Interlock.LimitMax", NodeIds.Boolean, () -> force() >= mostNewtons)
                .shows("Alarm.Overforce", NodeIds.Boolean, () -> force() > mostNewtons * OVERLOAD)
                .takes("Heartbeat.Host", NodeIds.UInt32, () -> beat, value -> beat((UInteger) value))
                .shows("Heartbeat.Plc", NodeIds.UInt32, () -> Unsigned.uint(machine.nanos() / SECOND % (1L << 32)))
                .shows("Area", NodeIds.Double, () -> machine.squareMetres() * 1e6)
                .shows("Tare", NodeIds.Double, () -> 0.0)
                .takes("Stop", NodeIds.Boolean, () -> false, value -> stop())
                .takes("Release", NodeIds.Boolean, () -> false, value -> release())
                .takes("ResetFault", NodeIds.Boolean, () -> false, value -> resetFault());
    }

    /** Its variables. */
    public List<EmulatedNode> nodes() {
        return panel.nodes();
    }

    /** The force it is set to, N. */
    public synchronized double setNewtons() {
        return newtons;
    }

    /** How often the host's heart has beaten. */
    public synchronized long beats() {
        return beats;
    }

    private double force() {
        return machine.measured(Signal.PRESSURE) * machine.squareMetres();
    }

    private boolean isReached() {
        return Math.abs(force() - setNewtons()) <= CLOSE_NEWTONS;
    }

    private synchronized int state() {
        watch();
        if (fault) {
            return 5;
        }
        if (!enabled.get() || mode.get() == 0) {
            return 1;
        }
        if (mode.get() == 4) {
            return 4;
        }
        return isReached() ? 3 : 2;
    }

    /** Looks whether the host's heart has stopped; whoever asks for the state does too. */
    synchronized void watch() {
        if (beats > 0 && machine.nanos() - beatNanos > WATCHDOG_NANOS && !fault) {
            fault = true;
            newtons = force();
            target();
        }
    }

    private synchronized StatusCode setNewtons(double value) {
        watch();
        if (fault) {
            return new StatusCode(StatusCodes.Bad_InvalidState);
        }
        if (!(value >= FEWEST_NEWTONS && value <= mostNewtons)) {
            return new StatusCode(StatusCodes.Bad_OutOfRange);
        }
        newtons = value;
        move();
        return StatusCode.GOOD;
    }

    private synchronized StatusCode setNewtonsPerSecond(double value) {
        if (!(value > 0 && value <= FASTEST_NEWTONS_PER_SECOND)) {
            return new StatusCode(StatusCodes.Bad_OutOfRange);
        }
        newtonsPerSecond = value;
        return StatusCode.GOOD;
    }

    private synchronized void move() {
        boolean drives = enabled.get() && (mode.get() == 2 || mode.get() == 3);
        if (drives && !fault) {
            target();
        }
    }

    private void target() {
        machine.setpoint(Signal.PRESSURE, newtons / machine.squareMetres(), newtonsPerSecond / machine.squareMetres());
    }

    private synchronized StatusCode beat(UInteger value) {
        beat = value;
        beats++;
        beatNanos = machine.nanos();
        return StatusCode.GOOD;
    }

    private synchronized StatusCode stop() {
        newtons = force();
        target();
        enabled.set(false);
        return StatusCode.GOOD;
    }

    private synchronized StatusCode release() {
        newtons = 0;
        mode.set((short) 4);
        target();
        return StatusCode.GOOD;
    }

    /** Its operator presses the button that ends a fault. */
    synchronized StatusCode resetFault() {
        fault = false;
        beatNanos = machine.nanos();
        return StatusCode.GOOD;
    }
}
