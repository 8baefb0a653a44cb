package cellwright;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is logged where, by the files that are shipped. */
class LoggingTest {
    private static final Path HOUSE = Path.of(System.getProperty("cellwright.house", ".."));

    private final LoggerContext context = new LoggerContext();

    @Test
    void withoutAnySettingOnlyWarningsAppearAndOnStandardError(@TempDir Path elsewhere) throws JoranException {
        configure(elsewhere);

        assertThat(root().getLevel()).isEqualTo(Level.WARN);
        assertThat(root().getAppender("console"))
                .isInstanceOfSatisfying(ConsoleAppender.class, console -> assertThat(console.getTarget())
                        .isEqualTo("System.err"));
        assertThat(root().isInfoEnabled()).isFalse();
    }

    @Test
    void theShippedSettingsAreUnderstoodAndShowNothingBelowWarnings() throws JoranException {
        configure(HOUSE);

        assertThat(context.getLogger("cellwright").getLevel()).isEqualTo(Level.WARN);
        assertThat(root().isInfoEnabled()).isFalse();
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .allSatisfy(status -> assertThat(status.getEffectiveLevel()).isLessThan(Status.WARN));
    }

    @Test
    void aLevelCanBeRaisedInTheConfigFolder(@TempDir Path home) throws IOException, JoranException {
        Path settings = Files.createDirectories(home.resolve("config")).resolve("logback.xml");
        Files.writeString(settings, "<included><logger name=\"cellwright.serial\" level=\"DEBUG\"/></included>");

        configure(home);

        assertThat(context.getLogger("cellwright.serial").isDebugEnabled()).isTrue();
        assertThat(context.getLogger("cellwright.other").isInfoEnabled()).isFalse();
    }

    private void configure(Path home) throws JoranException {
        URL shipped = Objects.requireNonNull(LoggingTest.class.getResource("/logback.xml"));
        context.putProperty("cellwright.home", home.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(shipped);
    }

    private Logger root() {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
