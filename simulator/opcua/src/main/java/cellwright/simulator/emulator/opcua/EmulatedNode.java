package cellwright.simulator.emulator.opcua;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/**
 * A variable of an emulated server.
 *
 * @param name its browse name
 * @param type its data type
 * @param shown what it holds now
 * @param taken what becomes of a value that is written; empty if it is read only
 */
public record EmulatedNode(
        String name, NodeId type, Supplier<DataValue> shown, Optional<Function<Variant, StatusCode>> taken) {}
