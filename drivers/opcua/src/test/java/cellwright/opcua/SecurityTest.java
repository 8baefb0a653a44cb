package cellwright.opcua;

import static cellwright.opcua.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.opcua.security.Certificates;
import cellwright.opcua.security.OwnIdentity;
import cellwright.opcua.security.TrustFolder;
import cellwright.simulator.emulator.opcua.ServerIdentity;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, who is believed, and what the refused are told. */
@Timeout(60)
final class SecurityTest {
    private final List<Workshop> workshops = new ArrayList<>();

    @AfterEach
    void shut() throws Exception {
        for (Workshop each : workshops) {
            each.close();
        }
    }

    private Workshop workshop() {
        return with(Workshop.identityOfAll(), true);
    }

    private Workshop with(ServerIdentity identity, boolean trusting) {
        var workshop = new Workshop(identity, trusting);
        workshops.add(workshop);
        return workshop;
    }

    @Test
    void trustIsGivenByMovingOneFileHereAndOneThere() throws Exception {
        Workshop workshop = with(Workshop.identityOfAll(), false);
        String fingerprint = Certificates.fingerprint(Workshop.identityOfAll().certificate());
        Path rejected = workshop.pki().resolve("rejected").resolve(fingerprint + ".der");
        assertFails(Kind.REFUSED, workshop::open)
                .contains("not trusted yet", fingerprint, rejected.toString(), "move the file to")
                .contains(workshop.pki().resolve("trusted").toString());
        assertThat(workshop.relay.open()).isZero();

        Files.move(rejected, workshop.pki().resolve("trusted").resolve("press.der"));
        assertFails(Kind.REFUSED, workshop::open)
                .contains("does not trust us yet", "certificate.der", "SHA-256")
                .contains(Certificates.fingerprint(
                        TrustFolder.at(workshop.pki()).own().certificate()));

        workshop.server.trustAllSeen();
        assertThat(workshop.open().identity().serial()).isEqualTo(Workshop.SERIAL);
    }

    @Test
    void aCertificateThatExpiredIsRefusedThoughItIsTrusted() throws Exception {
        ServerIdentity expired = Workshop.identityOfAll()
                .valid(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2021-01-01T00:00:00Z"));
        assertFails(Kind.REFUSED, with(expired, true)::open).contains("2020-01-01", "2021-01-01", "not now", "clocks");
    }

    @Test
    void aCertificateForAnotherHostIsRefusedThoughItIsTrusted() throws Exception {
        assertFails(Kind.REFUSED, with(ServerIdentity.made(2048, "192.0.2.9"), true)::open)
                .contains("not made out for 127.0.0.1");
    }

    @Test
    void aShortKeyIsRefusedThoughItIsTrusted() throws Exception {
        assertFails(Kind.REFUSED, with(ServerIdentity.made(1024, "127.0.0.1"), true)::open)
                .contains("shorter than 2048 bits");
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        Workshop workshop = workshop();
        Files.writeString(workshop.file("password"), "an open secret\n");
        assertFails(Kind.REFUSED, workshop::open)
                .contains("does not let the user \"cellwright\" in", "password")
                .doesNotContain("an open secret");
        Files.writeString(workshop.file("password"), "\n");
        assertFails(Kind.REFUSED, workshop::open).contains("first line", "is empty");
        Files.delete(workshop.file("password"));
        assertFails(Kind.REFUSED, workshop::open).contains("cannot be used", "password");
    }

    @Test
    void aUserMayShowACertificateInstead() throws Exception {
        Workshop workshop = workshop();
        OwnIdentity user = TrustFolder.at(workshop.pki()).own();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "user", user.keys().getPrivate(), "its secret".toCharArray(), new Certificate[] {user.certificate()});
        try (OutputStream out = Files.newOutputStream(workshop.file("user.p12"))) {
            store.store(out, "its secret".toCharArray());
        }
        Files.writeString(workshop.file("password"), "its secret\n");
        String file = workshop.file("user.p12").toString();
        assertThat(workshop.open("user", "none", "user_certificate", file)
                        .identity()
                        .serial())
                .isEqualTo(Workshop.SERIAL);
        Files.writeString(workshop.file("password"), "another\n");
        assertFails(Kind.REFUSED, () -> workshop.open("user", "none", "user_certificate", file))
                .contains("cannot be used");
    }

    @Test
    void withoutSecurityNobodyIsEnteredUnlessTheSettingsSayInsecure() throws Exception {
        Workshop workshop = workshop();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workshop.open("policy", "None"))
                .withMessageContaining("insecure");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workshop.open("user", "none"))
                .withMessageContaining("insecure");
        assertThat(workshop.relay.made()).isZero();
        assertFails(Kind.REFUSED, () -> workshop.open("user", "none", "insecure", "true"))
                .contains("does not let an anonymous client in", "UserName");
        try (Instrument press = workshop.open("user", "none", "insecure", "true", "policy", "None")) {
            assertThat(press.read().samples()).isNotEmpty();
        }
    }

    @Test
    void aPolicyTheServerDoesNotOfferIsToldWithThoseItDoes() {
        assertFails(Kind.REFUSED, () -> workshop().open("policy", "Aes256_Sha256_RsaPss"))
                .contains("Aes256_Sha256_RsaPss", "Basic256Sha256 with SignAndEncrypt", "None with None");
    }

    @Test
    void ourOwnKeyIsMadeOnceAndKeptToItsOwner(@TempDir Path folder) throws Exception {
        OwnIdentity first = TrustFolder.at(folder).own();
        assertThat(TrustFolder.at(folder).own().certificate()).isEqualTo(first.certificate());
        assertThat(first.applicationUri()).startsWith("urn:").contains(":cellwright:");
        Path key = folder.resolve("own/key.pem");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
        Files.delete(key);
        assertThat(catching(() -> TrustFolder.at(folder).own())).contains("key.pem", "put it back");
    }

    private interface Attempt {
        void make() throws Exception;
    }

    private static String catching(Attempt attempt) {
        try {
            attempt.make();
            return "";
        } catch (Exception failure) {
            return String.valueOf(failure.getMessage());
        }
    }

    @Test
    void nobodyAtTheAddressIsTold() throws Exception {
        Workshop workshop = workshop();
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertFails(Kind.LOST, () -> workshop.open("endpoint", "opc.tcp://127.0.0.1:" + port))
                .contains("nobody listens there");
        assertFails(Kind.LOST, () -> workshop.open("endpoint", "opc.tcp://press-1.invalid:4840"))
                .contains("name of the host");
    }

    @Test
    void someoneWhoDoesNotSpeakTheProtocolIsToldInTime() throws Exception {
        Workshop workshop = workshop();
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFails(
                            Kind.LOST,
                            () -> workshop.open(
                                    "endpoint", "opc.tcp://127.0.0.1:" + mute.getLocalPort(), "connect_ms", "500"))
                    .contains("500 ms");
        }
    }

    @Test
    void theWrongSerialNumberIsRefused() throws InstrumentException {
        assertFails(Kind.WRONG_DEVICE, () -> workshop().open("serial", "SP-1")).contains("SP-0042", "SP-1");
    }

    @Test
    void expiryIsToldSixtyDaysAhead() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(Expiry.warning("our", now.plus(Duration.ofDays(61)), now)).isEmpty();
        assertThat(Expiry.warning("our", now.plus(Duration.ofDays(30)), now))
                .hasValueSatisfying(words -> assertThat(words).contains("our certificate expires in 30 days"));
    }
}
