package cellwright.simulator.emulator.opcua;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** The variables of one controller, with the mischief of its machine in front of each. Any thread. */
final class Panel {
    private final Machine machine;
    private final List<EmulatedNode> nodes = new ArrayList<>();

    Panel(Machine machine) {
        this.machine = machine;
    }

    List<EmulatedNode> nodes() {
        return List.copyOf(nodes);
    }

    /** A variable that is shown. */
    Panel shows(String name, NodeId type, Supplier<Object> value) {
        nodes.add(new EmulatedNode(name, type, () -> shown(name, value), Optional.empty()));
        return this;
    }

    /** A variable that is shown and taken. */
    Panel takes(String name, NodeId type, Supplier<Object> value, Function<Object, StatusCode> taking) {
        nodes.add(new EmulatedNode(
                name, type, () -> shown(name, value), Optional.of(written -> taken(name, value, written, taking))));
        return this;
    }

    /** A variable that holds what was written last, and is looked at by its controller. */
    <T> Held<T> holds(String name, NodeId type, T first, Class<T> kind, Runnable changed) {
        var held = new Held<T>(first);
        takes(name, type, held::get, value -> {
            held.set(kind.cast(value));
            changed.run();
            return StatusCode.GOOD;
        });
        return held;
    }

    /** Maker, model, serial number and that it is none. */
    Panel identity(String model) {
        return shows("Identity.Maker", NodeIds.String, () -> "Cellwright")
                .shows("Identity.Model", NodeIds.String, () -> model)
                .shows("Identity.Serial", NodeIds.String, () -> machine.mischief()
                        .serial())
                .shows("Identity.Firmware", NodeIds.String, () -> "1.0")
                .shows("Identity.Simulated", NodeIds.Boolean, () -> true);
    }

    private DataValue shown(String name, Supplier<Object> value) {
        StatusCode status = machine.mischief().status(name);
        Object held = machine.mischief().value(name).orElseGet(value);
        return new DataValue(Variant.of(held), status, machine.stamp());
    }

    private StatusCode taken(
            String name, Supplier<Object> value, Variant written, Function<Object, StatusCode> taking) {
        machine.mischief().waitIfStalled(name);
        Optional<StatusCode> refusal = machine.mischief().refusal(name);
        if (refusal.isPresent() || machine.mischief().isDeaf(name)) {
            return refusal.orElse(StatusCode.GOOD);
        }
        Object given = written.value();
        if (given == null || !given.getClass().equals(value.get().getClass())) {
            return new StatusCode(StatusCodes.Bad_TypeMismatch);
        }
        StatusCode status = taking.apply(given);
        if (status.isGood()) {
            machine.note(name, given);
        }
        return status;
    }
}
