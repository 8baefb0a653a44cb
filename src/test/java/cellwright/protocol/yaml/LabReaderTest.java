package cellwright.protocol.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.InfluxPlan;
import cellwright.protocol.LabPlan;
import cellwright.protocol.Problem;
import cellwright.protocol.Result;
import cellwright.protocol.StorePlan;
import cellwright.testkit.Property;
import cellwright.testkit.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A laboratory's text: what it means, and where each fault stands. */
class LabReaderTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private static final String WHOLE = """
            lab: cellar
            folder: ../data
            links:
              bus: serial:/dev/serial/by-id/usb-x?baud=9600
              pico: tcp:192.0.2.7:502
            instruments:
              pstat-1:
                driver: methodscript
                link: pico
                serial: ES4-17
                period: 200 ms
                settings: { range: 100 mA }
              press-1: { driver: modbus, link: bus }
              relay-1: { driver: relay, link: bus }
              tc-1: { driver: thermometer }
            channels:
              A1:
                potentiostat: pstat-1
                press: press-1
                sensors: [tc-1]
                interlock: relay-1
                envelope: { voltage: 0..4.5 V, current: -50..50 mA }
            safety: { period: 50 ms, stuck after: never }
            """;

    private static LabPlan made(String text) {
        return switch (LabReader.read("lab.yaml", text)) {
            case Result.Made<ReadLab> made -> made.value().plan();
            case Result.Refused<ReadLab> refused -> throw new AssertionError(refused.problems());
        };
    }

    private static List<String> refused(String text) {
        return switch (LabReader.read("lab.yaml", text)) {
            case Result.Made<ReadLab> made -> throw new AssertionError(made.value());
            case Result.Refused<ReadLab> refused ->
                refused.problems().stream().map(Problem::toString).toList();
        };
    }

    private static final String INFLUX = """
            influx:
              url: https://db.example:8086/base
              org: lab
              bucket: cells
              token file: secret.txt
              trust: ca.pem
              protocol: v1
              read back: export
              resolution: 1 ms
              batch: 800
              gzip: no
              alarm after: 2 min
            """;

    @Test
    void aServerForReadingsIsReadAsItIsWritten() {
        InfluxPlan plan = made(WHOLE + INFLUX).influx().orElseThrow();
        assertThat(plan)
                .isEqualTo(new InfluxPlan(
                        "https://db.example:8086/base",
                        "lab",
                        "cells",
                        Optional.of("secret.txt"),
                        Optional.empty(),
                        Optional.of("ca.pem"),
                        InfluxPlan.Protocol.V1,
                        InfluxPlan.ReadBack.EXPORT,
                        Duration.ofMillis(1),
                        800,
                        false,
                        Duration.ofMinutes(2)));
        assertThat(made(WHOLE).influx()).isEmpty();
        assertThat(made(WHOLE + "influx: { url: \"http://h:1\", bucket: b }\n").influx())
                .hasValue(InfluxPlan.usual("http://h:1", "", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://db.example:8086/base | ftp://db.example   | http:// or https://",
                "https://db.example:8086/base | http://a:b@host    | neither a password",
                "batch: 800                   | batch: 0           | from 1 to 50000",
                "batch: 800                   | batch: many        | from 1 to 50000",
                "protocol: v1                 | protocol: v7       | v2 or v1",
                "read back: export            | read back: flux    | influxql or export",
                "resolution: 1 ms             | resolution: 3 ms   | 1 ns, 1 us or 1 ms",
                "gzip: no                     | gzip: maybe        | yes or no",
                "gzip: no                     | token: s3cr3t      | token",
                "gzip: no                     | token environment: T | one token",
                "bucket: cells                | '# none'           | bucket",
            })
    void whatIsWrongWithAServerIsSaidWhereItStands(String right, String wrong, String said) {
        List<String> problems = refused(WHOLE + INFLUX.replace(right, wrong));
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).contains(said).containsPattern("lab.yaml:[0-9]+:[0-9]+");
    }

    @Test
    void whatIsKeptBesideTheJournalIsReadAndEverythingIsUsual() {
        assertThat(made(WHOLE).store()).isEqualTo(StorePlan.USUAL).isEqualTo(new StorePlan(true, true, TEN_MINUTES));
        assertThat(made(WHOLE + "store: { columns: no, parquet: no, alarm after: 1 h }\n")
                        .store())
                .isEqualTo(new StorePlan(false, false, Duration.ofHours(1)));
        assertThat(made(WHOLE + "store: { parquet: no }\n").store()).isEqualTo(new StorePlan(true, false, TEN_MINUTES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store: no                 | expected store with columns, parquet, alarm after",
                "store: { columns: maybe } | yes or no",
                "store: { column: no }     | columns",
                "store: { alarm after: 9 } | a time such as",
            })
    void whatIsWrongWithTheStoreIsSaidWhereItStands(String wrong, String said) {
        List<String> problems = refused(WHOLE + wrong + "\n");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst()).contains(said).containsPattern("lab.yaml:[0-9]+:[0-9]+");
    }

    @Test
    void aWholeLaboratoryIsRead() {
        LabPlan plan = made(WHOLE);
        assertThat(plan.name()).isEqualTo("cellar");
        assertThat(plan.folder()).isEqualTo("../data");
        assertThat(plan.links()).containsKeys("bus", "pico");
        assertThat(plan.instruments().getFirst())
                .isEqualTo(new LabPlan.Instrument(
                        "pstat-1",
                        "methodscript",
                        Optional.of("pico"),
                        Map.of("range", "100 mA"),
                        Optional.of("ES4-17"),
                        Optional.of(Duration.ofMillis(200))));
        LabPlan.Channel channel = plan.channels().getFirst();
        assertThat(channel.companions()).containsExactly("tc-1", "press-1");
        assertThat(channel.interlock()).contains("relay-1");
        assertThat(channel.envelope().bounds()).hasSize(2);
        assertThat(plan.safety().period()).isEqualTo(Duration.ofMillis(50));
        assertThat(plan.safety().stuckAfter()).isEmpty();
        assertThat(plan.safety().lostAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whatIsPlausibleCanBeSetAndSwitchedOff() {
        assertThat(made(WHOLE).safety().plausible()).isEqualTo(LabPlan.Plausible.USUAL);
        String own = WHOLE.replace(
                "stuck after: never", "voltage jump: 50 mV, second voltage within: never, temperature jump: 3 K");
        assertThat(made(own).safety().plausible()).isEqualTo(new LabPlan.Plausible(0.05, Double.POSITIVE_INFINITY, 3));
    }

    @Test
    void placesAreKeptForThoseWhoJudgeLater() {
        ReadLab read = ((Result.Made<ReadLab>) LabReader.read("lab.yaml", WHOLE)).value();
        assertThat(read.places().at("links/bus").line()).isEqualTo(4);
        assertThat(read.places().at("instruments/pstat-1/settings/range").line())
                .isEqualTo(12);
        assertThat(read.places().at("channels/A1/potentiostat").line()).isEqualTo(18);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "link: pico | link: pica | lab.yaml:9:11: error: there is no link \"pica\"; did you mean \"pico\"?",
                "press: press-1 | press: press-2 | there is no instrument \"press-2\"; did you mean \"press-1\"?",
                "potentiostat: pstat-1 | potentiometer: pstat-1 | did you mean \"potentiostat\"?",
                "interlock: relay-1 | interlock: pstat-1 | must not be the potentiostat itself",
                "0..4.5 V | 0..4.5 V vs Li+/Li | a channel's voltages are cell volts",
                "-50..50 mA | -3..3 mA/cm2 | a channel does not know its cell's size",
                "period: 50 ms | period: 50 | has no unit",
                "period: 50 ms | period: 2 h | period: 2 h makes no sense; expected 0.001 s to 1 min",
                "stuck after: never | stuck after: often | often",
                "stuck after: never | voltage jump: 5 | has no unit",
                "stuck after: never | voltage jump: 0 V | must be above 0",
                "stuck after: never | second voltage within: 1 mA | expected a voltage",
                "stuck after: never | temperature jump: sometimes | expected a temperature difference",
                "range: 100 mA | link: pico | the link stands beside the settings",
                "A1: | A 1: | is no name; expected letters",
                "driver: modbus, | | \"driver:\" is missing in an instrument",
                "lab: cellar | lab: [cellar] | expected the laboratory's name",
                "folder: ../data | | \"folder:\" is missing in a laboratory",
            })
    void aFaultIsToldWithItsPlace(String right, String wrong, String said) {
        assertThat(refused(WHOLE.replace(right, wrong == null ? "" : wrong)))
                .anySatisfy(problem -> assertThat(problem).contains(said).startsWith("lab.yaml:"));
    }

    @Test
    void twoChannelsDoNotShareAPotentiostat() {
        String two = WHOLE.replace("safety:", "  B1: { potentiostat: pstat-1 }\nsafety:");
        assertThat(refused(two))
                .singleElement()
                .asString()
                .contains("drives channel A1 already")
                .contains("lab.yaml:23:");
        String press = WHOLE.replace("safety:", "  B1: { potentiostat: relay-1, press: pstat-1 }\nsafety:");
        assertThat(refused(press)).singleElement().asString().contains("cannot serve another channel");
    }

    @Test
    void everyFaultIsFoundInOnePass() {
        String bad = WHOLE.replace("link: pico", "link: x")
                .replace("press: press-1", "press: y")
                .replace("50 ms", "50");
        assertThat(refused(bad)).hasSize(3);
    }

    @Test
    void nothingAndNonsenseAreRefused() {
        assertThat(refused("")).hasSize(1);
        assertThat(refused("[1, 2]")).hasSize(1);
        assertThat(refused("lab: x\nlinks: 7\ninstruments: {}\nchannels: []\n")).hasSizeGreaterThan(2);
        Property.forAll(Texts.nasty(60)).check(200, text -> {
            assertThat(LabReader.read("lab.yaml", text)).isInstanceOf(Result.Refused.class);
        });
    }
}
