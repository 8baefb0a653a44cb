package cellwright.opcua;

import cellwright.instrument.Envelope;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import cellwright.opcua.session.Rates;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;

/** What the settings say, checked. Immutable. */
final class Options {
    static final String NONE = "none";
    private static final String ANY = "any";
    private static final List<SecurityPolicy> POLICIES = List.of(
            SecurityPolicy.Basic256Sha256,
            SecurityPolicy.Aes128_Sha256_RsaOaep,
            SecurityPolicy.Aes256_Sha256_RsaPss,
            SecurityPolicy.None);

    /** What the driver wants to be told. */
    static final List<Setting> DECLARED = List.of(
            Setting.required("endpoint", "address of the server, for example opc.tcp://press-1:4840/path"),
            Setting.optional(
                    "map",
                    "which node plays which part: stackpress-1, or the file of a map of your own",
                    "stackpress-1"),
            Setting.optional("serial", "serial number the instrument must have, or any", ANY),
            Setting.optional("pki", "folder of our key and of the certificates that are trusted", "opcua-pki"),
            Setting.optional(
                    "policy",
                    "Basic256Sha256, Aes128_Sha256_RsaOaep, Aes256_Sha256_RsaPss, or None if insecure is true",
                    "Basic256Sha256"),
            Setting.optional(
                    "insecure",
                    "true to allow the policy None and to enter as nobody; anyone on the network may then",
                    "false"),
            Setting.optional("user", "name of the user, or none", NONE),
            Setting.optional(
                    "user_certificate",
                    "PKCS#12 file of the user's certificate and key, instead of a name, or none",
                    NONE),
            Setting.optional(
                    "password_file", "file whose first line is the password of the user or of that file", NONE),
            Setting.optional(
                    "acquire", "subscribe: the server tells what changes; read: it is asked each time", "subscribe"),
            Setting.optional("sampling_ms", "time between two looks of the server at a node, ms (10 to 60000)", "100"),
            Setting.optional("publishing_ms", "time between two messages of the server, ms (10 to 60000)", "250"),
            Setting.optional(
                    "stale_ms",
                    "without a sign of life of the subscription for so long, values are asked for, ms (100 to 600000)",
                    "1000"),
            Setting.optional("deadline_ms", "longest time for a request and its answer, ms (50 to 60000)", "1000"),
            Setting.optional("connect_ms", "longest time to connect, ms (500 to 60000)", "8000"),
            Setting.optional(
                    "area_mm2", "area the press acts on, mm2, to regulate pressure; none to regulate force", NONE),
            Setting.optional("tare_n", "tare of the press, N, which must be the one of its controller, or none", NONE),
            Setting.optional(
                    "lowest",
                    "smallest set-point, N, Pa or K as the map has it; none to leave it to the instrument",
                    NONE),
            Setting.optional(
                    "highest",
                    "largest set-point, N, Pa or K as the map has it; none to leave it to the instrument",
                    NONE),
            Setting.optional("volts_min", "lowest voltage of a potentiostat, V, or none", NONE),
            Setting.optional("volts_max", "highest voltage of a potentiostat, V, or none", NONE),
            Setting.optional("amps_max", "largest current of a potentiostat, A, or none", NONE));

    private final Settings settings;
    private final SecurityPolicy policy;
    private final Rates rates;

    private Options(Settings settings) {
        this.settings = settings;
        this.policy = policyOf(settings);
        this.rates = ratesOf(settings);
    }

    /**
     * Checks.
     *
     * @throws IllegalArgumentException naming the setting that makes no sense
     */
    static Options of(Settings settings) {
        var options = new Options(settings);
        if (!options.endpoint()
                .matches(
                        "opc\\.tcp://[^/\\s:]+(:[0-9]{1,5})?(/\\S*)?|opc\\.tcp://\\[[0-9a-fA-F:]+](:[0-9]{1,5})?(/\\S*)?")) {
            throw fault("endpoint", "must be opc.tcp://HOST:PORT/PATH", options.endpoint());
        }
        boolean nobody = options.user().isEmpty() && options.userCertificate().isEmpty();
        if (!options.insecure() && options.policy == SecurityPolicy.None) {
            throw fault("policy", "may be None only if insecure is true", "None");
        }
        if (!options.insecure() && nobody) {
            throw new IllegalArgumentException(
                    "setting \"user\" must name a user, or \"user_certificate\" a file, unless insecure is true");
        }
        if (options.user().isPresent() && options.userCertificate().isPresent()) {
            throw new IllegalArgumentException("settings \"user\" and \"user_certificate\" exclude each other");
        }
        if (!nobody && options.passwordFile().isEmpty()) {
            throw new IllegalArgumentException("setting \"password_file\" must name the file of the user's password");
        }
        options.deadline();
        options.connect();
        options.lowest();
        options.highest();
        options.squareMillimetres();
        options.tareNewtons();
        return options;
    }

    String endpoint() {
        return settings.require("endpoint");
    }

    String map() {
        return settings.require("map");
    }

    String pki() {
        return settings.require("pki");
    }

    boolean insecure() {
        return flag(settings, "insecure");
    }

    SecurityPolicy policy() {
        return policy;
    }

    Rates rates() {
        return rates;
    }

    Duration deadline() {
        return millis(settings, "deadline_ms", 50, 60_000);
    }

    Duration connect() {
        return millis(settings, "connect_ms", 500, 60_000);
    }

    Optional<String> serial() {
        return settings.text("serial").filter(text -> !text.equals(ANY));
    }

    Optional<String> user() {
        return text("user");
    }

    Optional<String> userCertificate() {
        return text("user_certificate");
    }

    Optional<String> passwordFile() {
        return text("password_file");
    }

    Optional<Double> squareMillimetres() {
        Optional<Double> area = number("area_mm2");
        if (area.isPresent() && !(area.get() > 0)) {
            throw fault("area_mm2", "must be above 0", String.valueOf(area.get()));
        }
        return area;
    }

    Optional<Double> tareNewtons() {
        return number("tare_n");
    }

    Optional<Double> lowest() {
        return number("lowest");
    }

    Optional<Double> highest() {
        return number("highest");
    }

    /** What a potentiostat can do, which no server tells. */
    Envelope envelope() {
        double low = number("volts_min").orElse(Double.NaN);
        double high = number("volts_max").orElse(Double.NaN);
        double amps = number("amps_max").orElse(Double.NaN);
        if (!(low < high) || !(amps > 0)) {
            throw new IllegalArgumentException(
                    "settings \"volts_min\", \"volts_max\" and \"amps_max\" must say what the potentiostat can do:"
                            + " volts_min below volts_max, amps_max above 0");
        }
        return new Envelope(low, high, amps, rates.sampling().toNanos());
    }

    private Optional<String> text(String key) {
        return settings.text(key).filter(text -> !text.equals(NONE));
    }

    private Optional<Double> number(String key) {
        return text(key).map(text -> settings.number(key));
    }

    private static boolean flag(Settings settings, String key) {
        String text = settings.require(key);
        if (!text.equals("true") && !text.equals("false")) {
            throw fault(key, "must be true or false", text);
        }
        return text.equals("true");
    }

    private static SecurityPolicy policyOf(Settings settings) {
        String text = settings.require("policy");
        return POLICIES.stream()
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> fault("policy", "must be one of " + POLICIES, text));
    }

    private static Rates ratesOf(Settings settings) {
        String acquire = settings.require("acquire");
        if (!acquire.equals("subscribe") && !acquire.equals("read")) {
            throw fault("acquire", "must be subscribe or read", acquire);
        }
        Rates rates = new Rates(
                acquire.equals("subscribe"),
                millis(settings, "sampling_ms", 10, 60_000),
                millis(settings, "publishing_ms", 10, 60_000),
                millis(settings, "stale_ms", 100, 600_000));
        if (rates.stale().compareTo(rates.publishing().multipliedBy(2)) < 0) {
            throw fault(
                    "stale_ms",
                    "must be at least twice publishing_ms, or every value would be doubted",
                    settings.require("stale_ms"));
        }
        return rates;
    }

    private static Duration millis(Settings settings, String key, long low, long high) {
        double millis = settings.number(key);
        if (!(millis >= low && millis <= high)) {
            throw fault(key, "must be from " + low + " to " + high + " ms", settings.require(key));
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private static IllegalArgumentException fault(String key, String must, String got) {
        return new IllegalArgumentException("setting \"" + key + "\" " + must + ", got \"" + got + "\"");
    }
}
