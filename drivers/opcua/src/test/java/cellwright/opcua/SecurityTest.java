package cellwright.opcua;

import static cellwright.opcua.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.opcua.security.Certificates;
import cellwright.opcua.security.OwnIdentity;
import cellwright.opcua.security.TrustFolder;
import cellwright.simulator.emulator.opcua.ServerIdentity;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

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
    void aCertificateThatIsNotValidYetIsRefusedThoughItIsTrusted() throws Exception {
        ServerIdentity early = Workshop.identityOfAll()
                .valid(Instant.parse("2090-01-01T00:00:00Z"), Instant.parse("2091-01-01T00:00:00Z"));
        Workshop workshop = with(early, true);
        assertFails(Kind.REFUSED, workshop::open).contains("2090-01-01", "not now");
        assertThat(workshop.relay.open())
                .as("nor is it entered without security")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"2020, 2021", "2090, 2091"})
    void withACertificateOfOursThatIsNotValidNowNobodyIsAsked(String from, String to) throws Exception {
        Workshop workshop = workshop();
        TrustFolder trust = TrustFolder.at(workshop.pki());
        ServerIdentity ours = new ServerIdentity(
                        trust.own().applicationUri(),
                        trust.own().keys(),
                        trust.own().certificate())
                .valid(Instant.parse(from + "-01-01T00:00:00Z"), Instant.parse(to + "-01-01T00:00:00Z"));
        Files.write(trust.certificate(), ours.certificate().getEncoded());
        assertFails(Kind.REFUSED, workshop::open).contains("our own certificate", "not valid now", "clock");
        assertThat(workshop.relay.made()).isZero();
    }

    @Test
    void aServerThatIsTrustedNoMoreIsNotEnteredAgainAndIsWatchedAsLongAsTheSessionLasts() throws Exception {
        Workshop workshop = workshop();
        Regulator press = (Regulator) workshop.open();
        Files.delete(workshop.pki().resolve("trusted").resolve("server.der"));
        assertFails(Kind.REFUSED, workshop::open).contains("not trusted yet");
        assertThat(press.read().samples()).extracting(Sample::quality).containsOnly(Quality.GOOD);
        press.setpoint(Signal.FORCE, 1000, Ramp.FASTEST);
        assertThat(workshop.press.setNewtons()).isEqualTo(1000);
        workshop.server.restart();
        workshop.patience.untilItFails(Kind.LOST, press::read);
    }

    @Test
    void aSessionThatLastsForMonthsIsStillToldThatACertificateWillExpire() throws Exception {
        Instant made = Workshop.identityOfAll().certificate().getNotBefore().toInstant();
        Workshop workshop = with(Workshop.identityOfAll().valid(made, made.plus(Duration.ofDays(40))), true);
        var log = (Logger) LoggerFactory.getLogger(OpcUaDriver.class);
        var said = new ListAppender<ILoggingEvent>();
        said.start();
        log.setLevel(Level.WARN);
        log.setAdditive(false);
        log.addAppender(said);
        try (Instrument press = workshop.open("acquire", "read")) {
            assertThat(said.list).hasSize(1);
            workshop.host.clock().advance(Duration.ofDays(20));
            press.read();
            press.read();
            assertThat(said.list)
                    .hasSize(2)
                    .last()
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .asString()
                    .contains("opc.tcp://", "the server's certificate expires in");
        } finally {
            log.detachAppender(said);
            log.setLevel(null);
            log.setAdditive(true);
        }
    }
}
