package cellwright.opcua.session;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;

/**
 * A session with a server. Each request has one deadline; none is made while the session is interrupted, since the library
 * would keep it and send it later. An interrupted session is restored by the library, under a new {@link #epoch}. One thread.
 */
public final class Connection implements AutoCloseable {
    private final OpcUaClient client;
    private final EventLoops loops;
    private final Complaints complaints;
    private final Duration deadline;
    private final Activity activity;
    private boolean closed;

    /** Whether there is a session, and how many there were; told by the library's threads. */
    static final class Activity implements SessionActivityListener {
        private volatile boolean active;
        private volatile long epoch;
        private final CompletableFuture<Long> first = new CompletableFuture<>();

        /** Comes true when the first session is there; the library tells it a little later than that it is connected. */
        CompletableFuture<Long> first() {
            return first;
        }

        @Override
        public synchronized void onSessionActive(UaSession session) {
            epoch++;
            active = true;
            first.complete(epoch);
        }

        @Override
        public void onSessionInactive(UaSession session) {
            active = false;
        }
    }

    Connection(OpcUaClient client, EventLoops loops, Activity activity, Complaints complaints, Duration deadline) {
        this.client = client;
        this.loops = loops;
        this.activity = activity;
        this.complaints = complaints;
        this.deadline = deadline;
    }

    /** Counts the sessions: another number means that the server may have been started anew. */
    public long epoch() {
        return activity.epoch;
    }

    /** A failure of this instrument. */
    public InstrumentException complaint(Kind kind, String message) {
        return complaints.of(kind, message);
    }

    /** The address by which the server's application calls itself. */
    public String applicationUri() {
        return String.valueOf(client.getConfig().getEndpoint().getServer().getApplicationUri());
    }

    /** Our certificate and the server's, where the connection is secured. */
    public Map<String, X509Certificate> certificates() {
        Map<String, X509Certificate> certificates = new LinkedHashMap<>();
        if (client.getConfig().getEndpoint().getSecurityMode() != MessageSecurityMode.None) {
            client.getConfig().getCertificate().ifPresent(own -> certificates.put("our", own));
            try {
                byte[] theirs =
                        client.getConfig().getEndpoint().getServerCertificate().bytesOrEmpty();
                certificates.put("the server's", CertificateUtil.decodeCertificate(theirs));
            } catch (UaException unreadable) {
                // a connection secured by it stands, so it was readable
                return certificates;
            }
        }
        return certificates;
    }

    OpcUaClient client() {
        return client;
    }

    /** Fails with kind {@code LOST} if there is no session. */
    public void demandActive() throws InstrumentException {
        if (closed) {
            throw complaints.of(Kind.LOST, "the connection was closed; open the instrument again");
        }
        if (!activity.active) {
            throw complaints.of(
                    Kind.LOST,
                    "the connection is interrupted and being restored; nothing is asked and nothing written meanwhile;"
                            + " check network and server");
        }
    }

    /** The addresses of the server's namespaces, by number. */
    public List<String> namespaces() throws InstrumentException {
        DataValue value = read(List.of(NodeIds.Server_NamespaceArray), "tell its namespaces")
                .get(0);
        return value.value().value() instanceof String[] uris ? List.of(uris) : List.of();
    }

    /** The values of nodes, fresh from their source, in the order asked for. */
    public List<DataValue> read(List<NodeId> nodes, String doing) throws InstrumentException {
        return attributes(nodes, AttributeId.Value, doing);
    }

    /** One attribute of nodes. */
    List<DataValue> attributes(List<NodeId> nodes, AttributeId attribute, String doing) throws InstrumentException {
        if (nodes.isEmpty()) {
            return List.of();
        }
        demandActive();
        List<ReadValueId> asked = new ArrayList<>(nodes.size());
        for (NodeId node : nodes) {
            asked.add(new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE));
        }
        DataValue[] values = await(client.readAsync(0, TimestampsToReturn.Both, asked), doing)
                .getResults();
        if (values == null || values.length != nodes.size()) {
            throw complaints.of(
                    Kind.GARBLED,
                    "answered with " + (values == null ? 0 : values.length) + " values when asked to " + doing
                            + ", expected " + nodes.size());
        }
        return List.of(values);
    }

    /**
     * Writes a value once. If no answer comes the connection is given up, so that what was not sent yet never is, and every
     * later request fails with {@code LOST}.
     *
     * @throws InstrumentException with kind {@code REFUSED} if the server says no; with {@code TIMEOUT} if it is not known
     *     whether the value was taken
     */
    public void write(NodeId node, Variant value, String role) throws InstrumentException {
        demandActive();
        var one = new WriteValue(node, AttributeId.Value.uid(), null, DataValue.valueOnly(value));
        StatusCode[] results;
        try {
            results = await(client.writeAsync(List.of(one)), "write " + role).getResults();
        } catch (InstrumentException failed) {
            if (failed.kind() != Kind.REFUSED) {
                abandon();
            }
            throw failed;
        }
        StatusCode status = results == null || results.length != 1 ? StatusCode.BAD : results[0];
        if (!status.isGood()) {
            throw complaints.of(Kind.REFUSED, "refused to have " + role + " written: " + Complaints.name(status));
        }
    }

    /** Node ids of paths, in the order asked for. */
    List<BrowsePathResult> find(List<BrowsePath> paths) throws InstrumentException {
        if (paths.isEmpty()) {
            return List.of();
        }
        demandActive();
        BrowsePathResult[] results =
                await(client.translateBrowsePathsAsync(paths), "find its nodes").getResults();
        if (results == null || results.length != paths.size()) {
            throw complaints.of(Kind.GARBLED, "did not say where all of its nodes are");
        }
        return List.of(results);
    }

    /** Waits for an answer until the deadline. */
    <T> T await(CompletionStage<T> answer, String doing) throws InstrumentException {
        return await(answer, doing, deadline);
    }

    private <T> T await(CompletionStage<T> answer, String doing, Duration limit) throws InstrumentException {
        try {
            return answer.toCompletableFuture().get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw complaints.silence(doing, limit.toMillis());
        } catch (ExecutionException failed) {
            throw complaints.failed(doing, failed);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw complaints.of(Kind.LOST, "was interrupted while asked to " + doing);
        }
    }

    /** Gives the connection up at once, without a word to the server. */
    private void abandon() {
        closed = true;
        loops.close();
    }

    /** Takes leave of the server, as far as it answers within the deadline, and ends the threads. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            client.disconnectAsync().get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException unanswered) {
            // the server will notice by itself
            loops.close();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            loops.close();
        }
    }
}
