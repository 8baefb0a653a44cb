package cellwright.simulator.emulator.opcua;

import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.jspecify.annotations.Nullable;

/** The namespace of the profile: below Objects one object for each machine, below it the machine's variables. */
final class Space extends ManagedNamespaceWithLifecycle {
    private final SubscriptionModel sampling;
    private final Mischief mischief;

    Space(OpcUaServer server, String uri, Map<String, List<EmulatedNode>> machines, Mischief mischief) {
        super(server, uri);
        this.mischief = mischief;
        this.sampling = new SubscriptionModel(server, this);
        getLifecycleManager().addLifecycle(sampling);
        getLifecycleManager().addStartupTask(() -> machines.forEach(this::machine));
    }

    private void machine(String name, List<EmulatedNode> nodes) {
        var object = new UaObjectNode(
                getNodeContext(),
                newNodeId(name),
                newQualifiedName(name),
                LocalizedText.english(name),
                LocalizedText.NULL_VALUE,
                UInteger.MIN,
                UInteger.MIN);
        getNodeManager().addNode(object);
        object.addReference(
                new Reference(object.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), false));
        for (EmulatedNode node : nodes) {
            UaVariableNode variable = UaVariableNode.build(getNodeContext(), builder -> builder.setNodeId(
                            newNodeId(name + "/" + node.name() + mischief.numbering()))
                    .setBrowseName(newQualifiedName(node.name()))
                    .setDisplayName(LocalizedText.english(node.name()))
                    .setDataType(node.type())
                    .setAccessLevel(node.taken().isPresent() ? AccessLevel.READ_WRITE : AccessLevel.READ_ONLY)
                    .setUserAccessLevel(node.taken().isPresent() ? AccessLevel.READ_WRITE : AccessLevel.READ_ONLY)
                    .build());
            variable.getFilterChain().addFirst(new Through(node));
            getNodeManager().addNode(variable);
            object.addComponent(variable);
        }
    }

    /** Leads reading and writing of the value to the machine. */
    private record Through(EmulatedNode node) implements AttributeFilter {
        @Override
        public @Nullable Object getAttribute(AttributeFilterContext context, AttributeId attribute) {
            return attribute == AttributeId.Value ? node.shown().get() : context.getAttribute(attribute);
        }

        @Override
        public void writeAttribute(AttributeFilterContext context, AttributeId attribute, @Nullable Object value)
                throws UaException {
            if (attribute == AttributeId.Value
                    && value instanceof DataValue data
                    && node.taken().isPresent()) {
                StatusCode status = node.taken().get().apply(data.value());
                if (!status.isGood()) {
                    throw new UaException(status);
                }
            } else {
                context.writeAttribute(attribute, value);
            }
        }
    }

    @Override
    public RevisedDataItemParameters onCreateDataItem(ReadValueId item, Double samplingInterval, UInteger queueSize) {
        return new RevisedDataItemParameters(Math.max(samplingInterval, mischief.slowestMillis()), queueSize);
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
        sampling.onDataItemsCreated(items);
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
        sampling.onDataItemsModified(items);
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
        sampling.onDataItemsDeleted(items);
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {
        sampling.onMonitoringModeChanged(items);
    }
}
