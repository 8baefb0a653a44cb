package cellwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Driver;
import cellwright.instrument.Setting;
import cellwright.instrument.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What a driver says of itself before it opens anything: its name and its settings. */
public interface DeclarationContract extends OnBench {
    /** The name fits the configuration file. */
    @Test
    default void nameIsLowerCaseWordsJoinedByHyphens() {
        assertThat(bench().driver().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    /** The house finds the driver by its name, and only this one. */
    @Test
    default void serviceLoaderFindsExactlyOneDriverOfThisName() {
        Driver driver = bench().driver();
        assertThat(ServiceLoader.load(Driver.class).stream().map(ServiceLoader.Provider::get))
                .as("drivers named in META-INF/services/%s", Driver.class.getName())
                .filteredOn(found -> found.name().equals(driver.name()))
                .singleElement()
                .isInstanceOf(driver.getClass());
    }

    /** No key twice, every key explained. */
    @Test
    default void settingsHaveUniqueKeysAndMeanings() {
        List<Setting> settings = bench().driver().settings();
        assertThat(settings).extracting(Setting::key).doesNotHaveDuplicates();
        assertThat(settings)
                .allSatisfy(setting -> assertThat(setting.key()).matches("[a-z][a-z0-9_-]*(\\.[a-z0-9][a-z0-9_-]*)*"))
                .allSatisfy(setting ->
                        assertThat(setting.meaning()).as(setting.key()).isNotBlank());
    }

    /** A driver is stateless: asked twice, it says the same. */
    @Test
    default void settingsAreConstant() {
        Driver driver = bench().driver();
        assertThat(driver.settings()).isEqualTo(driver.settings());
    }

    /** What tells it apart on a shared line does not depend on which line that is. */
    @Test
    default void partyIsTheSameOnEveryLine() {
        Bench bench = bench();
        Settings settings = bench.settings().withDefaults(bench.driver().settings());
        Map<String, String> elsewhere = new HashMap<>(settings.values());
        elsewhere.computeIfPresent("link", (key, address) -> address + "-other");
        assertThat(bench.driver().party(new Settings(elsewhere)))
                .isEqualTo(bench.driver().party(settings));
    }

    /** Each missing setting is named before anything is opened. */
    @Test
    default void missingSettingIsNamed() {
        Bench bench = bench();
        for (Setting setting : bench.driver().settings()) {
            if (setting.fallback().isEmpty()) {
                Map<String, String> values = new HashMap<>(bench.settings().values());
                values.remove(setting.key());
                assertThat(new Settings(values).faults(bench.driver().settings()))
                        .singleElement()
                        .asString()
                        .contains('"' + setting.key() + '"', setting.meaning());
            }
        }
    }

    /** A key nobody knows, a typing error most likely, is named. */
    @Test
    default void unknownSettingIsNamed() {
        Bench bench = bench();
        Map<String, String> values = new HashMap<>(bench.settings().values());
        values.put("no-such-setting", "1");
        assertThat(new Settings(values).faults(bench.driver().settings()))
                .singleElement()
                .asString()
                .contains("\"no-such-setting\"");
    }

    /** Every key stands in the README, in backquotes. */
    @Test
    default void readmeTellsEverySetting() throws IOException {
        assertThat(readme()).exists();
        String readme = Files.readString(readme());
        assertThat(bench().driver().settings()).allSatisfy(setting -> assertThat(readme)
                .as("%s must explain the setting %s", readme(), setting.key())
                .contains('`' + setting.key() + '`'));
    }
}
