package cellwright.simulator.emulator.opcua;

import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.CompositeValidator;
import org.eclipse.milo.opcua.sdk.server.identity.UsernameIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.identity.X509IdentityValidator;
import org.eclipse.milo.opcua.sdk.server.subscriptions.Subscription;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.Stack;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.CertificateStore;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.BuildInfo;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/**
 * A server on this machine's loopback, with machines of its owner's choice. It offers Basic256Sha256 with
 * encryption to the user {@value #USER} or to a certificate, and no security to anybody. A client's certificate must have been
 * trusted. Any thread; several may run.
 */
public final class EmulatedServer implements AutoCloseable {
    /** The namespace of the profile. */
    public static final String NAMESPACE = "urn:cellwright:stackpress:1";

    /** Who may log in. */
    public static final String USER = "cellwright";

    /** By which password. */
    public static final String PASSWORD = "press the cell";

    /** How the names of its threads begin. */
    public static final String THREADS = "emulated-opcua";

    private static final String PATH = "/press";

    private final ServerIdentity identity;
    private final Map<String, List<EmulatedNode>> machines;
    private final Mischief mischief;
    private final int port;
    private final Set<X509Certificate> trusted = new CopyOnWriteArraySet<>();
    private final Set<X509Certificate> seen = new CopyOnWriteArraySet<>();
    private Running running;

    /** What one start of the server holds. */
    private record Running(
            OpcUaServer server,
            Space space,
            NioEventLoopGroup sockets,
            ExecutorService executor,
            ScheduledExecutorService schedule) {
        void end() {
            space.shutdown();
            server.shutdown().join();
            sockets.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
            schedule.shutdownNow();
            executor.shutdown();
        }
    }

    private EmulatedServer(
            ServerIdentity identity, Map<String, List<EmulatedNode>> machines, Mischief mischief, int port)
            throws Exception {
        this.identity = identity;
        this.machines = new LinkedHashMap<>(machines);
        this.mischief = mischief;
        this.port = port;
        this.running = started(List.of());
    }

    /**
     * Starts a server.
     *
     * @param identity key and certificate
     * @param machines the objects below Objects, and the variables of each
     * @param mischief how it misbehaves
     */
    public static EmulatedServer start(
            ServerIdentity identity, Map<String, List<EmulatedNode>> machines, Mischief mischief) throws Exception {
        return start(identity, machines, mischief, 0);
    }

    /**
     * The same at a port.
     *
     * @param port 0 for any free one
     * @throws IOException if the port cannot be had
     */
    public static EmulatedServer start(
            ServerIdentity identity, Map<String, List<EmulatedNode>> machines, Mischief mischief, int port)
            throws Exception {
        Stack.ConnectionLimits.RATE_LIMIT_ENABLED = false;
        return new EmulatedServer(identity, machines, mischief, freePort(port));
    }

    /** Starts a server with the press, the chamber and the potentiostat of a plant. */
    public static EmulatedServer start(ServerIdentity identity, Plant plant) throws Exception {
        return start(
                identity,
                Map.of(
                        "StackPress", new PressPanel(plant).nodes(),
                        "Chamber", new ChamberPanel(plant).nodes(),
                        "Potentiostat", new CellPanel(plant).nodes()),
                plant.mischief());
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new IOException("port " + wanted + " cannot be listened at: " + taken.getMessage(), taken);
        }
    }

    /** Where a client finds it. */
    public String address() {
        return "opc.tcp://127.0.0.1:" + port + PATH;
    }

    /** The port it listens to. */
    public int port() {
        return port;
    }

    /** Trusts a client's certificate from now on. */
    public void trust(X509Certificate certificate) {
        trusted.add(certificate);
    }

    /** Trusts every certificate a client has shown so far. */
    public void trustAllSeen() {
        trusted.addAll(seen);
    }

    /** Forgets all subscriptions without a word to those who have them. */
    public void dropSubscriptions() {
        running.server().getSubscriptions().values().forEach(Subscription::deleteSubscription);
    }

    /** Cuts every connection and begins anew at the same port, with nothing remembered. */
    public void restart() throws Exception {
        restart(List.of());
    }

    /** The same with other namespaces before that of the profile, whose number thereby changes. */
    public void restart(List<String> namespacesBefore) throws Exception {
        stop();
        running = started(namespacesBefore);
    }

    /** Answers again at the same port after {@link #stop}, with nothing remembered. */
    void begin() throws Exception {
        running = started(List.of());
    }

    /** Cuts every connection and answers nobody until it is started again. */
    public void stop() {
        running.end();
    }

    private static ThreadFactory threads() {
        return work -> {
            Thread thread = new Thread(work, THREADS);
            thread.setDaemon(true);
            return thread;
        };
    }

    private Running started(List<String> namespacesBefore) throws Exception {
        var sockets = new NioEventLoopGroup(1, threads());
        ExecutorService executor = Executors.newCachedThreadPool(threads());
        ScheduledExecutorService schedule = Executors.newScheduledThreadPool(1, threads());
        OpcUaServerConfig configuration = OpcUaServerConfig.builder()
                .setApplicationName(LocalizedText.english("Cellwright emulated server"))
                .setApplicationUri(identity.applicationUri())
                .setProductUri("urn:cellwright:emulated")
                .setBuildInfo(new BuildInfo(
                        "urn:cellwright:emulated",
                        "Cellwright",
                        "emulated server",
                        "1",
                        "1",
                        new DateTime(Instant.EPOCH)))
                .setEndpoints(endpoints())
                .setCertificateManager(certificates())
                .setIdentityValidator(new CompositeValidator(
                        AnonymousIdentityValidator.INSTANCE,
                        new UsernameIdentityValidator(
                                who -> USER.equals(who.getUsername()) && PASSWORD.equals(who.getPassword())),
                        new X509IdentityValidator(trusted::contains)))
                .setExecutor(executor)
                .setScheduledExecutor(schedule)
                .build();
        var server = new OpcUaServer(
                configuration,
                profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder()
                        .setEventLoop(sockets)
                        .setExecutor(executor)
                        .build()));
        namespacesBefore.forEach(server.getNamespaceTable()::add);
        var space = new Space(server, NAMESPACE, machines, mischief);
        space.startup();
        server.startup().get();
        var begun = new Running(server, space, sockets, executor, schedule);
        if (server.getBoundEndpoints().isEmpty()) {
            begun.end();
            throw new IOException("port " + port + " cannot be listened at");
        }
        return begun;
    }

    private Set<EndpointConfig> endpoints() {
        Set<EndpointConfig> endpoints = new LinkedHashSet<>();
        EndpointConfig.Builder common = EndpointConfig.newBuilder()
                .setBindAddress("127.0.0.1")
                .setBindPort(port)
                .setHostname("127.0.0.1")
                .setPath(PATH)
                .setCertificate(identity.certificate())
                .setTransportProfile(TransportProfile.TCP_UASC_UABINARY);
        var anonymous = new UserTokenPolicy("anonymous", UserTokenType.Anonymous, null, null, null);
        var name =
                new UserTokenPolicy("name", UserTokenType.UserName, null, null, SecurityPolicy.Basic256Sha256.getUri());
        var certificate = new UserTokenPolicy(
                "certificate", UserTokenType.Certificate, null, null, SecurityPolicy.Basic256Sha256.getUri());
        endpoints.add(common.copy()
                .setSecurityPolicy(SecurityPolicy.None)
                .setSecurityMode(MessageSecurityMode.None)
                .addTokenPolicies(anonymous)
                .build());
        endpoints.add(common.copy()
                .setSecurityPolicy(SecurityPolicy.Basic256Sha256)
                .setSecurityMode(MessageSecurityMode.SignAndEncrypt)
                .addTokenPolicies(name, certificate)
                .build());
        return endpoints;
    }

    private CertificateManager certificates() throws Exception {
        var store = new MemoryCertificateStore();
        store.set(
                NodeIds.RsaSha256ApplicationCertificateType,
                new CertificateStore.Entry(
                        identity.keys().getPrivate(), new X509Certificate[] {identity.certificate()}));
        CertificateValidator judge = (chain, uri, hosts) -> {
            seen.add(chain.get(0));
            if (!trusted.contains(chain.get(0))) {
                throw new UaException(StatusCodes.Bad_CertificateUntrusted);
            }
        };
        return new DefaultCertificateManager(
                new MemoryCertificateQuarantine(),
                DefaultApplicationGroup.createAndInitialize(
                        new MemoryTrustListManager(), store, new Given(identity), judge));
    }

    /** Makes neither key nor certificate, since they are given. */
    private static final class Given extends RsaSha256CertificateFactory {
        private final ServerIdentity identity;

        Given(ServerIdentity identity) {
            this.identity = identity;
        }

        @Override
        protected KeyPair createRsaSha256KeyPair() {
            return identity.keys();
        }

        @Override
        protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
            return new X509Certificate[] {identity.certificate()};
        }
    }

    /** Ends it. */
    @Override
    public void close() {
        stop();
    }
}
