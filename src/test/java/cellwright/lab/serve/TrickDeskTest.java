package cellwright.lab.serve;

import static cellwright.lab.JsonPage.fields;
import static cellwright.lab.JsonPage.section;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.lab.House;
import cellwright.protocol.Result;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** People have played instruments misbehave, and are told what they can ask for. */
@Timeout(60)
class TrickDeskTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CONFIG = """
            lab: played
            emulated:
              bench-1:
                cell: %s
                instruments:
                  pstat: { plays: palmsens, at: tcp:0 }
                  gas: { plays: alicat, at: tcp:0 }
            links: { wire: emulated:pstat }
            instruments: { pstat-1: { driver: palmsens, link: wire } }
            channels: { E1: { potentiostat: pstat-1 } }
            folder: data
            """.formatted(House.CELL.toAbsolutePath());

    @TempDir
    private Path folder = Path.of("");

    private final List<String> remarks = new ArrayList<>();
    private Backstage backstage;
    private TrickDesk desk;

    @BeforeEach
    void open() throws IOException {
        Path file = Files.writeString(folder.resolve("lab.yaml"), CONFIG);
        backstage = ((Result.Made<Backstage>) Backstage.open(file)).value();
        desk = new TrickDesk(backstage, new Notices() {
            @Override
            public void report(String channel, Effect.Report report) {
                remarks.add(channel + report);
            }

            @Override
            public void remark(String text) {
                remarks.add(text);
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        backstage.close();
    }

    private JsonNode ask(String request) throws JsonProcessingException {
        return MAPPER.valueToTree(desk.answer(MAPPER.readTree(request), "anna"));
    }

    @Test
    void withoutATrickTheyAreListed() throws IOException {
        JsonNode all = ask("{\"ask\":\"trick\"}");
        assertThat(fields(all)).isEqualTo(section("cellwright trick"));
        assertThat(all.path("done").isNull()).isTrue();
        assertThat(all.path("instruments").findValuesAsText("instrument")).containsExactly("pstat", "gas");
        JsonNode one = ask("{\"ask\":\"trick\",\"instrument\":\"gas\",\"trick\":\" \"}");
        assertThat(one.path("instruments").findValuesAsText("instrument")).containsExactly("gas");
        assertThat(one.path("instruments").findValuesAsText("usage")).contains("silent on|off", "unplug");
        assertThat(remarks).isEmpty();
    }

    @Test
    void aTrickIsPlayedAndWhoWantedItIsTold() throws IOException {
        JsonNode done = ask("{\"ask\":\"trick\",\"instrument\":\"pstat\",\"trick\":\"silent on\"}");
        assertThat(fields(done)).isEqualTo(section("cellwright trick"));
        assertThat(done.path("done").asText()).isEqualTo("pstat silent on");
        assertThat(remarks).containsExactly("trick: pstat was told \"silent on\" by anna");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithWhatWould() throws IOException {
        assertThat(refusal("harp", "silent on")).contains("\"harp\"", "pstat, gas");
        assertThat(refusal("", "silent on")).contains("pstat, gas");
        assertThat(refusal("pstat", "fly")).contains("\"fly\"", "silent");
        assertThat(refusal("pstat", "silent maybe")).contains("\"maybe\"");
        assertThat(remarks).isEmpty();
    }

    private String refusal(String instrument, String trick) throws IOException {
        JsonNode answer = ask("{\"ask\":\"trick\",\"instrument\":\"" + instrument + "\",\"trick\":\"" + trick + "\"}");
        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("input").asBoolean()).isTrue();
        return answer.path("problems").path(0).asText();
    }

    @Test
    void realInstrumentsAreToldNoTricks() throws IOException {
        ServedLab real = new ServedLab(folder);
        JsonNode answer = real.ask("{\"ask\":\"trick\",\"instrument\":\"pstat-1\",\"trick\":\"silent on\"}");
        assertThat(answer.path("ok").asBoolean()).isFalse();
        assertThat(answer.path("problems").path(0).asText()).contains("no instrument of this laboratory is played");
        real.end();
    }
}
