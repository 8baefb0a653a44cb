package cellwright.lab.serve;

import static cellwright.lab.JsonPage.fields;
import static cellwright.lab.JsonPage.section;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/json.md and what a laboratory answers are one and the same; the commands print the answer as it is. */
class ServedJsonTest {
    @TempDir
    private Path folder = Path.of("");

    private ServedLab lab;

    @BeforeEach
    void open() throws IOException {
        lab = new ServedLab(folder);
        lab.follow(new GatedOutlet());
        lab.run(Duration.ofSeconds(1));
    }

    private static Set<String> statusAnd(String more) throws IOException {
        Set<String> names = new TreeSet<>(section("cellwright status"));
        names.addAll(section(more));
        return names;
    }

    @Test
    void statusIsTheSameWhateverGoesOn() throws IOException {
        assertThat(fields(lab.status())).isEqualTo(section("cellwright status"));
        lab.charge(1);
        JsonNode status = lab.status();
        assertThat(fields(status)).isEqualTo(section("cellwright status"));
        assertThat(status.path("ok").asBoolean()).isTrue();
        assertThat(status.path("at_rest").asBoolean()).isFalse();
        JsonNode channel = status.path("channels").path(0);
        assertThat(channel.path("cause").isNull()).isTrue();
        assertThat(channel.path("pressure_pa").isNull()).as("there is no press").isTrue();
        JsonNode instrument = status.path("instruments").path(0);
        assertThat(instrument.path("serial").asText()).isEqualTo("SN-1");
        assertThat(instrument.path("last_failure").asText("none")).isEmpty();
    }

    @Test
    void start() throws IOException {
        JsonNode begun = lab.startOn("A1");
        Set<String> fields = fields(begun);
        fields.add("warnings[]");
        assertThat(fields).isEqualTo(section("cellwright start"));
    }

    @Test
    void requestsAnswerWithTheStatusAndMore() throws IOException {
        lab.charge(1);
        for (String word : new String[] {"skip", "hold", "resume", "stop"}) {
            JsonNode answer = lab.ask(word, "A1");
            assertThat(fields(answer)).as(word).isEqualTo(statusAnd("cellwright hold, resume, skip, stop"));
            assertThat(answer.path("message").isTextual()).as(word).isTrue();
        }
        assertThat(fields(lab.ask("{\"ask\":\"stop-all\"}"))).isEqualTo(statusAnd("cellwright stop-all"));
    }
}
