package cellwright.opcua.session;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.opcua.security.ServerTrust;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.IdentityProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.identity.X509IdentityProvider;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransport;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfig;
import org.eclipse.milo.opcua.stack.transport.client.tcp.OpcTcpClientTransportConfigBuilder;

/**
 * Connects to a server with the security that is asked for, or says why not. Which endpoints there are is asked unprotected,
 * as the standard has it; that cannot weaken anything, since the policy is the one asked for and the server's certificate must
 * be among the trusted ones.
 */
public final class Doorway {
    private static final int SESSION_MILLIS = 60_000;
    private static final int KEEP_ALIVE_MILLIS = 2_000;

    private final Access access;
    private final Complaints complaints;
    private final ServerTrust trust;

    private Doorway(Access access) {
        this.access = access;
        this.complaints = new Complaints(access.address());
        this.trust = new ServerTrust(access.trust());
    }

    /**
     * Connects. Nothing is left open if it fails.
     *
     * @throws InstrumentException with kind {@code LOST} if nobody answers; with {@code REFUSED} if the two do not trust each
     *     other or the server offers nothing that suits
     */
    public static Connection open(Access access) throws InstrumentException {
        var loops = new EventLoops();
        try {
            return new Doorway(access).enter(loops);
        } catch (InstrumentException | RuntimeException failed) {
            loops.close();
            throw failed;
        }
    }

    private Connection enter(EventLoops loops) throws InstrumentException {
        EndpointDescription endpoint = chosen(offered(loops));
        refuseStranger(endpoint);
        var transport = OpcTcpClientTransportConfig.newBuilder();
        lend(loops, transport);
        var client = new OpcUaClient(configuration(endpoint), new OpcTcpClientTransport(transport.build()));
        var activity = new Connection.Activity();
        client.addSessionActivityListener(activity);
        boolean entered = false;
        try {
            await(client.connectAsync());
            await(activity.first());
            entered = true;
            return new Connection(client, loops, activity, complaints, access.deadline());
        } finally {
            if (!entered) {
                var unused = client.disconnectAsync();
            }
        }
    }

    private void lend(EventLoops loops, OpcTcpClientTransportConfigBuilder transport) {
        loops.lend(transport, (int) access.connect().toMillis());
    }

    private List<EndpointDescription> offered(EventLoops loops) throws InstrumentException {
        try {
            return await(DiscoveryClient.getEndpoints(access.address(), transport -> lend(loops, transport)));
        } catch (InstrumentException failed) {
            if (failed.kind() == Kind.LOST) {
                throw failed;
            }
            String other = access.address().replaceAll("/+$", "") + "/discovery";
            return await(DiscoveryClient.getEndpoints(other, transport -> lend(loops, transport)));
        }
    }

    private EndpointDescription chosen(List<EndpointDescription> offered) throws InstrumentException {
        MessageSecurityMode mode =
                access.policy() == SecurityPolicy.None ? MessageSecurityMode.None : MessageSecurityMode.SignAndEncrypt;
        List<EndpointDescription> secured = offered.stream()
                .filter(each -> access.policy().getUri().equals(each.getSecurityPolicyUri()))
                .filter(each -> each.getSecurityMode() == mode)
                .toList();
        if (secured.isEmpty()) {
            throw complaints.of(
                    Kind.REFUSED,
                    "offers no " + access.policy() + " with " + mode + ", but " + words(offered)
                            + "; switch it on at the server, or choose another policy");
        }
        EndpointDescription endpoint = secured.stream()
                .filter(each -> tokens(each).stream()
                        .anyMatch(
                                token -> token.getTokenType() == access.login().token()))
                .findFirst()
                .orElseThrow(() -> complaints.of(
                        Kind.REFUSED,
                        "does not let " + access.login().words() + " in; it takes "
                                + secured.stream()
                                        .flatMap(each -> tokens(each).stream())
                                        .map(token -> String.valueOf(token.getTokenType()))
                                        .distinct()
                                        .toList()));
        // a server often knows itself by a name that means nothing here
        return EndpointUtil.updateUrl(
                endpoint,
                Objects.requireNonNull(EndpointUtil.getHost(access.address())),
                EndpointUtil.getPort(access.address()));
    }

    /** Before anything of ours is shown; the library judges again when the channel is made. */
    private void refuseStranger(EndpointDescription endpoint) throws InstrumentException {
        if (endpoint.getSecurityMode() == MessageSecurityMode.None) {
            return;
        }
        try {
            trust.validateCertificateChain(
                    CertificateUtil.decodeCertificates(
                            endpoint.getServerCertificate().bytesOrEmpty()),
                    endpoint.getServer().getApplicationUri(),
                    new String[] {String.valueOf(EndpointUtil.getHost(access.address()))});
        } catch (UaException refused) {
            throw complaints.of(
                    Kind.REFUSED,
                    trust.refusal().orElse("shows a certificate that cannot be read; have a new one made there"));
        }
    }

    private static List<UserTokenPolicy> tokens(EndpointDescription endpoint) {
        return Optional.ofNullable(endpoint.getUserIdentityTokens())
                .map(Arrays::asList)
                .orElse(List.of());
    }

    private static String words(List<EndpointDescription> offered) {
        var words = new TreeSet<String>();
        for (EndpointDescription each : offered) {
            String uri = String.valueOf(each.getSecurityPolicyUri());
            words.add(uri.substring(uri.indexOf('#') + 1) + " with " + each.getSecurityMode());
        }
        return words.isEmpty() ? "nothing" : String.join(", ", new ArrayList<>(words));
    }

    private OpcUaClientConfig configuration(EndpointDescription endpoint) {
        OpcUaClientConfigBuilder configuration = OpcUaClientConfig.builder()
                .setEndpoint(endpoint)
                .setApplicationName(LocalizedText.english("Cellwright"))
                .setProductUri("urn:cellwright")
                .setCertificateValidator(trust)
                .setIdentityProvider(identity())
                .setRequestTimeout(Unsigned.uint(access.connect().toMillis()))
                .setSessionTimeout(Unsigned.uint(SESSION_MILLIS))
                .setKeepAliveInterval(Unsigned.uint(KEEP_ALIVE_MILLIS))
                .setKeepAliveTimeout(Unsigned.uint(access.deadline().toMillis()))
                .setKeepAliveFailuresAllowed(Unsigned.uint(1));
        access.own().ifPresent(own -> configuration
                .setApplicationUri(own.applicationUri())
                .setKeyPair(own.keys())
                .setCertificate(own.certificate())
                .setCertificateChain(new X509Certificate[] {own.certificate()}));
        return configuration.build();
    }

    private IdentityProvider identity() {
        return switch (access.login()) {
            case Login.Anonymous nobody -> new AnonymousProvider();
            case Login.User user -> new UsernameProvider(user.name(), user.password(), trust);
            case Login.Certificate user -> new X509IdentityProvider(user.certificate(), user.key());
        };
    }

    private <T> T await(CompletableFuture<T> answer) throws InstrumentException {
        try {
            return answer.get(access.connect().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw complaints.of(
                    Kind.LOST,
                    "no connection within " + access.connect().toMillis()
                            + " ms; check the address, the network and the server");
        } catch (ExecutionException failed) {
            Optional<String> refusal = trust.refusal();
            throw refusal.isPresent()
                    ? complaints.of(Kind.REFUSED, refusal.get())
                    : complaints.closedDoor(failed, access);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw complaints.of(Kind.LOST, "was interrupted while the connection was made");
        }
    }
}
