package cellwright.opcua;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Settings;
import cellwright.testkit.FakeHost;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that make no sense. */
final class OptionsTest {
    private static void open(String key, String text) throws InstrumentException {
        Map<String, String> values = new HashMap<>(Map.of(
                "endpoint", "opc.tcp://192.0.2.1:4840/press", "user", "cellwright", "password_file", "password"));
        values.put(key, text);
        var driver = new OpcUaDriver();
        driver.open(new Settings(values).withDefaults(driver.settings()), new FakeHost());
    }

    @ParameterizedTest
    @CsvSource({
        "endpoint, http://press:4840, opc.tcp",
        "endpoint, opc.tcp:press, opc.tcp",
        "policy, Basic128, Basic256Sha256",
        "insecure, maybe, true or false",
        "acquire, guess, subscribe or read",
        "sampling_ms, 1, from 10",
        "publishing_ms, soon, number",
        "stale_ms, 300, twice publishing_ms",
        "deadline_ms, 0, from 50",
        "area_mm2, -3, above 0",
        "highest, much, number",
        "password_file, none, password",
        "map, no-such-map, cannot be read"
    })
    void aSenselessSettingIsNamedBeforeAnythingIsOpened(String key, String text, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(key, text))
                .withMessageContaining("\"" + key + "\"")
                .withMessageContaining(words);
    }

    @Test
    void aNameAndACertificateExcludeEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("user_certificate", "user.p12"))
                .withMessageContaining("exclude each other");
    }
}
