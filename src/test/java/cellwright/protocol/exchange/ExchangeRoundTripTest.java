package cellwright.protocol.exchange;

import static cellwright.protocol.exchange.Foreign.exported;
import static cellwright.protocol.exchange.Foreign.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.protocol.exchange.ProtocolExport.Target;
import cellwright.testkit.Gen;
import cellwright.testkit.Numbers;
import cellwright.testkit.Property;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was imported, exported and imported again is the same protocol, to the last digit. */
final class ExchangeRoundTripTest {
    private static final Gen<Double> SIZES = Gen.oneOf(
            Numbers.ints(1, 5000).map(number -> number / 1000.0), Numbers.doubles(1e-6, 100), Numbers.doubles(0.1, 5));
    private static final Gen<Integer> SECONDS = Numbers.ints(1, 200_000);
    private static final Gen<Double> VOLTS = Gen.oneOf(Gen.always(0.0), Numbers.doubles(-5, 5), SIZES);

    private static String quoted(Object number, boolean quote) {
        return quote ? "\"" + number + "\"" : String.valueOf(number);
    }

    private static final Gen<String> CURRENT = SIZES.with(VOLTS, (size, volts) -> new double[] {size, volts})
            .flatMap(numbers -> SECONDS.with(Numbers.ints(0, 15), (time, kind) -> {
                double signed = kind % 2 == 0 ? numbers[0] : -numbers[0];
                String key = kind % 4 < 2 ? "rate_C" : "current_mA";
                String until = kind < 8 ? ", \"until_voltage_V\": " + numbers[1] : "";
                return "{\"step\": \"constant_current\", \"" + key + "\": " + quoted(signed, kind % 3 == 0)
                        + ", \"until_time_s\": " + quoted(time, kind % 5 == 0) + until + "}";
            }));
    private static final Gen<String> HOLD = VOLTS.with(SIZES, (volts, size) -> new double[] {volts, size})
            .flatMap(numbers -> SECONDS.with(Numbers.ints(0, 2), (time, kind) -> {
                String until = kind == 0
                        ? ""
                        : ", \"" + (kind == 1 ? "until_rate_C" : "until_current_mA") + "\": " + numbers[1];
                return "{\"step\": \"constant_voltage\", \"voltage_V\": " + numbers[0] + ", \"until_time_s\": " + time
                        + until + "}";
            }));
    private static final Gen<String> REST =
            SECONDS.map(time -> "{\"step\": \"open_circuit_voltage\", \"until_time_s\": " + time + ".25}");
    private static final Gen<String> SPECTRUM = SIZES.with(
            Numbers.ints(1, 100),
            (size, points) -> "{\"step\": \"impedance_spectroscopy\", \"amplitude_V\": " + size
                    + ", \"start_frequency_Hz\": 1e6, \"end_frequency_Hz\": 0.01, \"points_per_decade\": " + points
                    + "}");

    private static Gen<String> file(Gen<String> step) {
        return step.list(1, 6)
                .with(step.list(1, 6), ExchangeRoundTripTest::method)
                .with(Numbers.ints(0, 2), (method, last) -> {
                    String loop =
                            last == 0 ? "" : ", {\"step\": \"loop\", \"loop_to\": " + last + ", \"cycle_count\": 7}";
                    return "{\"record\": {\"time_s\": 5, \"voltage_V\": 0.001}, \"safety\": {\"max_voltage_V\": 5},"
                            + " \"sample\": {\"capacity_mAh\": 3}, \"method\": [" + method + loop + "]}";
                });
    }

    private static String method(List<String> first, List<String> second) {
        return "{\"step\": \"tag\", \"tag\": \"a\"}, " + String.join(", ", first)
                + ", {\"step\": \"loop\", \"loop_to\": \"a\", \"cycle_count\": 3}, " + String.join(", ", second);
    }

    @Test
    void unicyclerComesBackAsItWas() {
        Property.forAll(file(Gen.oneOf(CURRENT, HOLD, REST, SPECTRUM))).check(60, text -> {
            Imported once = made(text);
            Exported there = exported(Target.UNICYCLER, once.text());
            Imported again = made(there.text());
            assertThat(again.protocol()).isEqualTo(once.protocol());
            assertThat(exported(Target.UNICYCLER, again.text()).text()).isEqualTo(there.text());
        });
    }

    @Test
    void sentencesComeBackAsTheyWere() {
        Property.forAll(file(Gen.oneOf(CURRENT, HOLD, REST))).check(25, text -> {
            String there = exported(Target.PYBAMM, made(text).text()).text();
            Imported once = made(there);
            String again = exported(Target.PYBAMM, once.text()).text();
            assertThat(made(again).protocol()).isEqualTo(once.protocol());
            assertThat(again.lines().map(ExchangeRoundTripTest::withoutPeriod))
                    .containsExactlyElementsOf(there.lines()
                            .map(ExchangeRoundTripTest::withoutPeriod)
                            .toList());
        });
    }

    private static String withoutPeriod(String sentence) {
        return sentence.replaceFirst(" \\(.*", "");
    }

    @Test
    void theFixturesComeBackAsTheyWere() throws IOException {
        for (String name : List.of("unicycler_short.json", "unicycler_test_protocol.json", "btlab_formationV1.mps")) {
            Charset charset = name.endsWith(".mps") ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
            Optional<String> text = Foreign.shared(name, charset);
            assumeTrue(text.isPresent(), "the fixtures are not beside the repository, at ../shared/data/protocols");
            String there = exported(Target.UNICYCLER, made(text.get()).text()).text();
            String again = exported(Target.UNICYCLER, made(there).text()).text();
            assertThat(again).as(name).isEqualTo(there);
        }
    }

    @Test
    void theFixturesMeanWhatTheySay() throws IOException {
        Optional<String> json = Foreign.shared("unicycler_test_protocol.json", StandardCharsets.UTF_8);
        Optional<String> mps = Foreign.shared("btlab_formationV1.mps", Charset.forName("windows-1252"));
        assumeTrue(
                json.isPresent() && mps.isPresent(),
                "the fixtures are not beside the repository, at ../shared/data/protocols");
        assertThat(Foreign.steps(json.get()))
                .startsWith("- rest: 1 h\n- charge: C/10\n  until: voltage >= 2 V\n  at most: 10 min\n")
                .contains("- repeat: 20\n  steps:\n    - cycles: 24\n", "until: current <= C/100\n")
                .containsOnlyOnce("cycles: 3\n");
        assertThat(Foreign.steps(mps.get()))
                .startsWith("- rest: 1 h\n  record: { every: 1 s }\n- charge: 100 mA\n  until: voltage >= 3.7 V\n")
                .contains(
                        "- cycles: 2\n  steps:\n    - charge: 500 mA\n",
                        "- discharge: 1 A\n  until: voltage <= 3.5 V\n")
                .endsWith("- hold: 3.5 V\n  at most: 5 min\n  record: { every: 0.002 s }\n");
    }
}
