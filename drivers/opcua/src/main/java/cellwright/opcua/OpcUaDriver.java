package cellwright.opcua;

import cellwright.instrument.Driver;
import cellwright.instrument.Host;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.opcua.map.RoleMap;
import cellwright.opcua.map.RoleMapReader;
import cellwright.opcua.security.OwnIdentity;
import cellwright.opcua.security.TrustFolder;
import cellwright.opcua.session.Access;
import cellwright.opcua.session.Connection;
import cellwright.opcua.session.Doorway;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in to whatever an OPC UA server stands for. Stateless; any thread. */
public final class OpcUaDriver implements Driver {
    private static final Logger LOG = LoggerFactory.getLogger(OpcUaDriver.class);

    /** For the service loader. */
    public OpcUaDriver() {}

    @Override
    public String name() {
        return "opcua";
    }

    @Override
    public List<Setting> settings() {
        return Options.DECLARED;
    }

    @Override
    public Instrument open(Settings settings, Host host) throws InstrumentException {
        Options options = Options.of(settings);
        RoleMap map = map(options.map(), host);
        if (map.kind() == cellwright.opcua.map.Kind.POTENTIOSTAT) {
            options.envelope();
        }
        Connection connection = Doorway.open(access(options, host));
        boolean ready = false;
        try {
            Station station = Station.meet(connection, host.clock(), options.rates(), map);
            checkSerial(options, station);
            Instrument instrument = instrument(station, map, options);
            station.warn(
                    Expiry.of(connection, host.clock(), warning -> LOG.warn("{}: {}", options.endpoint(), warning)));
            ready = true;
            return instrument;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    private static Instrument instrument(Station station, RoleMap map, Options options) throws InstrumentException {
        return switch (map.kind()) {
            case PRESS, CHAMBER -> Press.ready(station, map.regulated().orElseThrow(), options);
            case POTENTIOSTAT -> new CellDriver(station, options.envelope());
            case SENSOR -> new Sensor(station);
        };
    }

    private static void checkSerial(Options options, Station station) throws InstrumentException {
        String found = station.identity().serial();
        if (options.serial().isPresent() && !options.serial().get().equals(found)) {
            throw station.complaint(
                    Kind.WRONG_DEVICE,
                    "has serial number " + found + ", the settings want "
                            + options.serial().get() + "; nothing is told to it; is it the right address?");
        }
    }

    private static RoleMap map(String written, Host host) {
        try (InputStream shipped = OpcUaDriver.class.getResourceAsStream("/cellwright/opcua/" + written + ".yaml")) {
            if (written.matches("[a-z0-9-]+") && shipped != null) {
                String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
                return RoleMapReader.read(written + ".yaml", text);
            }
            Path file = host.file(written);
            return RoleMapReader.read(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "setting \"map\" must be stackpress-1 or a file, and " + host.file(written) + " cannot be read: "
                            + unreadable,
                    unreadable);
        }
    }

    private static Access access(Options options, Host host) throws InstrumentException {
        try {
            TrustFolder trust = TrustFolder.at(host.file(options.pki()));
            OwnIdentity own = trust.own();
            own.certificate().checkValidity();
            return new Access(
                    options.endpoint(),
                    options.policy(),
                    Logins.of(options, host),
                    Optional.of(own),
                    trust,
                    options.connect(),
                    options.deadline());
        } catch (CertificateExpiredException | CertificateNotYetValidException outOfDate) {
            throw new InstrumentException(
                    Kind.REFUSED,
                    options.endpoint(),
                    "our own certificate in " + host.file(options.pki()) + " is not valid now ("
                            + outOfDate.getMessage()
                            + "); set this machine's clock, or remove the folder own there to have a new one made, and"
                            + " trust that on the server");
        } catch (IOException | GeneralSecurityException unusable) {
            throw new InstrumentException(
                    Kind.REFUSED,
                    options.endpoint(),
                    "keys and certificates in " + host.file(options.pki()) + " cannot be used: " + unusable);
        }
    }
}
