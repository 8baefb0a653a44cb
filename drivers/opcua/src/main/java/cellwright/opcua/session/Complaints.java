package cellwright.opcua.session;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** Failures of a conversation in words for people. Pure. */
final class Complaints {
    private static final Set<Long> GONE = Set.of(
            StatusCodes.Bad_ConnectionClosed,
            StatusCodes.Bad_ConnectionRejected,
            StatusCodes.Bad_CommunicationError,
            StatusCodes.Bad_SessionClosed,
            StatusCodes.Bad_SessionIdInvalid,
            StatusCodes.Bad_SessionNotActivated,
            StatusCodes.Bad_SecureChannelClosed,
            StatusCodes.Bad_SecureChannelIdInvalid,
            StatusCodes.Bad_ServerHalted,
            StatusCodes.Bad_Shutdown,
            StatusCodes.Bad_NotConnected);
    private static final Set<Long> LATE = Set.of(StatusCodes.Bad_Timeout, StatusCodes.Bad_RequestTimeout);

    private final String address;

    Complaints(String address) {
        this.address = address;
    }

    /** What the standard calls a status. */
    static String name(StatusCode status) {
        return StatusCodes.lookup(status.value())
                .map(known -> known[0])
                .orElseGet(() -> "status 0x" + Long.toHexString(status.value()));
    }

    InstrumentException of(Kind kind, String message) {
        return new InstrumentException(kind, address, message);
    }

    InstrumentException silence(String doing, long millis) {
        return of(
                Kind.TIMEOUT,
                "did not answer within " + millis + " ms when asked to " + doing
                        + "; check network and controller, or allow more time with deadline_ms");
    }

    /** A failure of a request; one without a status is not of the server's saying: the connection broke under it. */
    InstrumentException failed(String doing, Throwable failure) {
        Optional<StatusCode> told = UaException.extractStatusCode(failure);
        if (told.isEmpty()) {
            return of(
                    Kind.LOST,
                    "the connection broke while asked to " + doing + " (" + root(failure)
                            + "); check network and controller");
        }
        StatusCode status = told.get();
        if (GONE.contains(status.value())) {
            return of(
                    Kind.LOST,
                    "the connection was lost while asked to " + doing + " (" + name(status)
                            + "); check network and controller");
        }
        if (LATE.contains(status.value())) {
            return of(Kind.TIMEOUT, "did not answer in time when asked to " + doing + " (" + name(status) + ")");
        }
        return of(Kind.REFUSED, "refused to " + doing + ": " + name(status));
    }

    private static StatusCode status(Throwable failure) {
        return UaException.extractStatusCode(failure).orElse(new StatusCode(StatusCodes.Bad_UnexpectedError));
    }

    /** A failure to get in. */
    InstrumentException closedDoor(Throwable failure, Access access) {
        StatusCode status = status(failure);
        long code = status.value();
        if (code == StatusCodes.Bad_ConnectionRejected || rootIs(failure, ConnectException.class)) {
            return of(Kind.LOST, "nobody listens there; check the address, the server and its firewall");
        }
        if (rootIs(failure, UnresolvedAddressException.class) || rootIs(failure, UnknownHostException.class)) {
            return of(Kind.LOST, "the name of the host is not known to this network; check the address");
        }
        if (LATE.contains(code)) {
            return of(
                    Kind.LOST, "did not answer the connection in time; check the address, the network and the server");
        }
        if (code == StatusCodes.Bad_UserAccessDenied
                || code == StatusCodes.Bad_IdentityTokenRejected
                || code == StatusCodes.Bad_IdentityTokenInvalid) {
            return of(
                    Kind.REFUSED,
                    "does not let " + access.login().words() + " in (" + name(status)
                            + "); check user and password, and that the user may log in");
        }
        if (code == StatusCodes.Bad_CertificateTimeInvalid) {
            return of(Kind.REFUSED, "says that our certificate is not valid now; compare the clocks of both machines");
        }
        if (code == StatusCodes.Bad_SecurityChecksFailed
                || code == StatusCodes.Bad_CertificateUntrusted
                || code == StatusCodes.Bad_CertificateInvalid) {
            return of(
                    Kind.REFUSED,
                    "does not trust us yet (" + name(status) + "); trust the certificate " + access.certificateWords()
                            + " on the server, where it usually lies among the rejected ones");
        }
        if (code == StatusCodes.Bad_TooManySessions) {
            return of(Kind.REFUSED, "has no session left; close other clients, or wait until old sessions have ended");
        }
        return GONE.contains(code)
                ? of(Kind.LOST, "closed the connection while it was made (" + name(status) + "); is it starting?")
                : of(Kind.REFUSED, "the connection could not be made: " + name(status) + " (" + root(failure) + ")");
    }

    private static boolean rootIs(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
