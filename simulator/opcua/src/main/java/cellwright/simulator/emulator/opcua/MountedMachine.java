package cellwright.simulator.emulator.opcua;

import cellwright.instrument.Signal;
import cellwright.simulator.emulator.MountedCell;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A bench's cell in its press and chamber, behind the controllers of a server. The server's threads never touch the cell: they see
 * what was so when the bench last moved on, and leave what they want for the next time it does. {@link #advance} is called by the
 * bench's thread, everything else by any.
 */
final class MountedMachine implements Machine {
    private final MountedCell cell;
    private final long begunNanos;
    private final Mischief mischief;
    private final ConcurrentLinkedQueue<Order> orders = new ConcurrentLinkedQueue<>();
    private volatile Seen seen;

    /** What was so at an instant. */
    private record Seen(long nanos, double pascals, double kelvins) {}

    /** What is to be done. */
    private record Order(Signal signal, double value, double perSecond) {}

    MountedMachine(MountedCell cell, String serial, long atNanos) {
        this.cell = cell;
        this.begunNanos = atNanos;
        this.mischief = new Mischief(serial);
        this.seen = look(atNanos);
    }

    private Seen look(long atNanos) {
        return new Seen(atNanos - begunNanos, cell.pascals(), cell.kelvins());
    }

    /** Does what was ordered and looks at the cell; a frozen controller does neither. */
    void advance(long toNanos) {
        if (mischief.frozen()) {
            return;
        }
        for (Optional<Order> next = next(); next.isPresent(); next = next()) {
            carryOut(next.get());
        }
        seen = look(toNanos);
    }

    private Optional<Order> next() {
        return Optional.ofNullable(orders.poll());
    }

    private void carryOut(Order order) {
        if (order.signal().equals(Signal.PRESSURE)) {
            cell.press(order.value(), order.perSecond());
        } else {
            cell.heat(order.value(), order.perSecond());
        }
    }

    @Override
    public Mischief mischief() {
        return mischief;
    }

    @Override
    public double squareMetres() {
        return cell.areaSquareMetres();
    }

    @Override
    public long nanos() {
        return seen.nanos();
    }

    @Override
    public double measured(Signal signal) {
        Seen now = seen;
        return signal.equals(Signal.PRESSURE) ? now.pascals() : now.kelvins();
    }

    @Override
    public void setpoint(Signal signal, double value, double perSecond) {
        orders.add(new Order(signal, value, perSecond));
    }

    /** {@inheritDoc} What became of it is seen at the cell. */
    @Override
    public void note(String name, Object value) {}
}
