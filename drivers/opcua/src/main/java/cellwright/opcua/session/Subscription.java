package cellwright.opcua.session;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.opcua.map.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemSynchronizationException;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription.SubscriptionListener;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DeadbandType;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;

/**
 * What a server tells unasked, pinned to a {@link Noticeboard}. Its callbacks do nothing but pin: they run on the library's
 * threads, where a question to the server would wait for itself. Made, made anew and ended on the instrument's thread.
 */
final class Subscription {
    private static final int QUEUE = 10;
    private static final double GENEROUS = 1.001;

    private final Connection connection;
    private final OpcUaSubscription subscription;

    private Subscription(Connection connection, OpcUaSubscription subscription) {
        this.connection = connection;
        this.subscription = subscription;
    }

    /**
     * Subscribes to nodes.
     *
     * @throws InstrumentException with kind {@code REFUSED} if the server would look less often than it is asked to
     */
    static Subscription of(
            Connection connection,
            List<Role> roles,
            List<NodeId> nodes,
            Rates rates,
            Noticeboard.Pen pen,
            NanoClock clock)
            throws InstrumentException {
        OpcUaClient client = connection.client();
        double publishing = rates.publishing().toMillis();
        var subscription = new OpcUaSubscription(client, publishing);
        subscription.setTargetKeepAliveInterval(
                Math.max(publishing, rates.stale().toMillis() / 3.0));
        var listener = new Pinning(pen, clock);
        subscription.setSubscriptionListener(listener);
        create(connection, subscription);
        var made = new Subscription(connection, subscription);
        try {
            List<OpcUaMonitoredItem> items = made.watch(roles, nodes, rates);
            made.refuseSlowness(roles, items, rates);
        } catch (InstrumentException failed) {
            made.end();
            throw failed;
        }
        return made;
    }

    /** A subscription that comes after nobody waits for it any more is taken back. */
    private static void create(Connection connection, OpcUaSubscription subscription) throws InstrumentException {
        CompletionStage<?> creation = subscription.createAsync();
        try {
            connection.await(creation, "subscribe to its nodes");
        } catch (InstrumentException failed) {
            var unused = creation.thenCompose(late -> subscription.deleteAsync());
            throw failed;
        }
    }

    private List<OpcUaMonitoredItem> watch(List<Role> roles, List<NodeId> nodes, Rates rates)
            throws InstrumentException {
        List<OpcUaMonitoredItem> items = new ArrayList<>();
        for (int i = 0; i < roles.size(); i++) {
            OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(nodes.get(i));
            item.setSamplingInterval((double) rates.sampling().toMillis());
            item.setQueueSize(Unsigned.uint(QUEUE));
            item.setDiscardOldest(true);
            if (roles.get(i).beat().isPresent()) {
                item.setFilter(new DataChangeFilter(
                        DataChangeTrigger.StatusValueTimestamp, Unsigned.uint(DeadbandType.None.getValue()), 0.0));
            }
            item.setUserObject(i);
            items.add(item);
        }
        subscription.addMonitoredItems(items);
        var executor = connection.client().getTransport().getConfig().getExecutor();
        boolean whole = connection.await(CompletableFuture.supplyAsync(this::synchronize, executor), "watch its nodes");
        for (int i = 0; i < items.size() && !whole; i++) {
            StatusCode status = items.get(i).getCreateResult().orElse(StatusCode.BAD);
            if (!status.isGood()) {
                throw connection.complaint(
                        Kind.REFUSED,
                        "does not watch the role " + roles.get(i).words() + ": " + Complaints.name(status));
            }
        }
        return items;
    }

    private boolean synchronize() {
        try {
            subscription.synchronizeMonitoredItems();
            return true;
        } catch (MonitoredItemSynchronizationException partly) {
            return false;
        }
    }

    private void refuseSlowness(List<Role> roles, List<OpcUaMonitoredItem> items, Rates rates)
            throws InstrumentException {
        double publishing = subscription
                .getServerState()
                .map(OpcUaSubscription.ServerState::getPublishingInterval)
                .orElse(Double.POSITIVE_INFINITY);
        if (publishing > rates.publishing().toMillis() * GENEROUS) {
            throw connection.complaint(
                    Kind.REFUSED,
                    "publishes every " + publishing + " ms and was asked for every "
                            + rates.publishing().toMillis()
                            + " ms; allow it at the server, or set publishing_ms to what it can and stale_ms to more");
        }
        for (int i = 0; i < items.size(); i++) {
            double sampling = items.get(i).getRevisedSamplingInterval().orElse(Double.POSITIVE_INFINITY);
            if (sampling > rates.sampling().toMillis() * GENEROUS) {
                throw connection.complaint(
                        Kind.REFUSED,
                        "looks at the role " + roles.get(i).words() + " every " + sampling
                                + " ms and was asked for every "
                                + rates.sampling().toMillis()
                                + " ms; allow it at the server, or set sampling_ms to what it can");
            }
        }
    }

    /** Takes the subscription back, if the server still knows it. */
    void end() {
        subscription.setSubscriptionListener(null);
        try {
            connection.await(subscription.deleteAsync(), "end the subscription");
        } catch (InstrumentException unknown) {
            // a subscription the server does not know any more needs no end
            return;
        }
    }

    /** Pins up what arrives. */
    private record Pinning(Noticeboard.Pen pen, NanoClock clock) implements SubscriptionListener {
        @Override
        public void onDataReceived(
                OpcUaSubscription subscription, List<OpcUaMonitoredItem> items, List<DataValue> values) {
            long now = clock.nanos();
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i).getUserObject().orElse(-1) instanceof Integer role && role >= 0) {
                    pen.told(role, values.get(i), now);
                }
            }
            pen.heard(now);
        }

        @Override
        public void onKeepAliveReceived(OpcUaSubscription subscription) {
            pen.heard(clock.nanos());
        }

        @Override
        public void onNotificationDataLost(OpcUaSubscription subscription) {
            pen.missed();
        }

        @Override
        public void onStatusChanged(OpcUaSubscription subscription, StatusCode status) {
            pen.tear();
        }

        @Override
        public void onTransferFailed(OpcUaSubscription subscription, StatusCode status) {
            pen.tear();
        }
    }
}
