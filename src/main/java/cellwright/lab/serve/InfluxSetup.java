package cellwright.lab.serve;

import cellwright.lab.Gather;
import cellwright.lab.InputText;
import cellwright.protocol.InfluxPlan;
import cellwright.protocol.LabPlan;
import cellwright.protocol.Place;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.yaml.LabReader;
import cellwright.store.influx.InfluxTarget;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the server of a laboratory's configuration into one that can be spoken to: finds the token and whom to trust. */
public final class InfluxSetup {
    private final Path file;
    private final InfluxPlan plan;
    private final List<Problem> problems = new ArrayList<>();

    private InfluxSetup(Path file, InfluxPlan plan) {
        this.file = file;
        this.plan = plan;
    }

    /** The environment of this program; a variable that is not set is null. */
    @FunctionalInterface
    public interface Environment {
        /** A variable's value. */
        @Nullable
        String get(String name);
    }

    /**
     * The server that a configuration file names, if it names one.
     *
     * @param file the configuration, beside which the files lie that it names
     */
    public static Result<Optional<InfluxTarget>> read(Path file, Environment environment) {
        return Gather.then(
                InputText.read(file),
                text -> Gather.then(LabReader.read(file.toString(), text), read -> of(read.plan(), file, environment)));
    }

    /** The same of a configuration that was read. */
    public static Result<Optional<InfluxTarget>> of(LabPlan plan, Path file, Environment environment) {
        if (plan.influx().isEmpty()) {
            return new Result.Made<>(Optional.empty(), List.of());
        }
        InfluxSetup setup = new InfluxSetup(file, plan.influx().get());
        String token = setup.token(environment);
        Optional<InfluxTarget.Trust> trust = setup.plan.trustFile().flatMap(setup::trust);
        setup.warnOfOpenSecrets(token);
        boolean refused = setup.problems.stream().anyMatch(each -> each.severity() == Problem.Severity.ERROR);
        return refused
                ? new Result.Refused<>(setup.problems)
                : new Result.Made<>(Optional.of(new InfluxTarget(setup.plan, token, trust)), setup.problems);
    }

    private String token(Environment environment) {
        if (plan.tokenVariable().isPresent()) {
            String value = environment.get(plan.tokenVariable().get());
            if (value == null || value.isBlank()) {
                error("the environment variable " + plan.tokenVariable().get()
                        + " is not set; it should hold the token");
                return "";
            }
            return value.strip();
        }
        return plan.tokenFile()
                .flatMap(name -> Gather.value(InputText.read(beside(name)), problems))
                .map(UnaryOperator.<String>identity().andThen(String::strip))
                .orElse("");
    }

    private Optional<InfluxTarget.Trust> trust(String name) {
        Path path = beside(name);
        try (InputStream in = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + count++, each);
            }
            if (count == 0) {
                error(path + " holds no certificate; PEM text was expected");
                return Optional.empty();
            }
            return Optional.of(trust(store));
        } catch (IOException | GeneralSecurityException senseless) {
            error(path + " cannot be read as certificates (PEM): " + senseless.getMessage());
            return Optional.empty();
        }
    }

    private static InfluxTarget.Trust trust(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        X509TrustManager manager = Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("this Java judges no certificates"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return new InfluxTarget.Trust(context, manager);
    }

    private void warnOfOpenSecrets(String token) {
        URI uri = URI.create(plan.url());
        boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
        if (!token.isEmpty() && !here && "http".equals(uri.getScheme())) {
            problems.add(Problem.warning(
                    place(),
                    "the token goes to " + plan.url() + " in the open; use https, with \"trust:\" if need be"));
        }
    }

    private Path beside(String name) {
        return file.toAbsolutePath().normalize().resolveSibling(name).normalize();
    }

    private void error(String message) {
        problems.add(Problem.error(place(), "influx: " + message));
    }

    private Place place() {
        return Place.whole(file.toString());
    }
}
