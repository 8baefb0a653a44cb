package cellwright.store.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cellwright.lab.House;
import cellwright.lab.RecordedLab;
import cellwright.protocol.InfluxPlan;
import cellwright.store.influx.RealServer.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every query of the dashboards that ship gives something, on a server that holds a run, and names fields that there are. */
class DashboardTest {
    private static final Path FILE = House.ROOT.resolve("config/dashboards/grafana-channels.json");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z_]+)\"");

    @TempDir
    Path folder;

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(FILE.toFile());
    }

    private static List<String> queries() throws IOException {
        List<String> queries = new ArrayList<>();
        dashboard().path("panels").forEach(panel -> panel.path("targets")
                .forEach(target -> queries.add(target.path("query").asText())));
        dashboard().path("templating").path("list").forEach(variable -> {
            if (variable.path("type").asText().equals("query")) {
                queries.add(variable.path("query").asText());
            }
        });
        assertThat(queries).hasSizeGreaterThan(10).doesNotContain("");
        return queries;
    }

    private static String asked(String query) {
        return query.replace("$timeFilter", "time > '2020-01-01' AND time < '2030-01-01'")
                .replace("$__interval", "10m")
                .replace("$lab", "bench")
                .replace("$channel", ".*")
                .replace("$run", ".*");
    }

    private List<String> lines(RecordedLab lab) {
        List<String> lines = new ArrayList<>();
        Lines maker = new Lines(1);
        lab.tell(1, told -> maker.of(told, lines::add));
        return lines;
    }

    @Test
    void everyNameInAQueryIsOneOfTheSchema() throws Exception {
        Set<String> known = new TreeSet<>(List.of(
                "readings", "cycles", "spectra", "lab", "channel", "cell", "run", "discharge", "charge", "retention"));
        try (RecordedLab lab = new RecordedLab(folder)) {
            lab.writeAll();
            for (String line : lines(lab)) {
                for (String field : FaultServer.fields(line).split(",")) {
                    known.add(field.substring(0, field.indexOf('=')));
                }
            }
        }
        for (String query : queries()) {
            for (Matcher name = QUOTED.matcher(query); name.find(); ) {
                assertThat(known).as(query).contains(name.group(1));
            }
        }
    }

    @Test
    void everyQueryIsAnsweredByInfluxOne() throws Exception {
        assumeTrue(Kind.INFLUX_1.program().isPresent(), "influxd is not installed, so no query is tried here");
        try (RecordedLab lab = new RecordedLab(folder.resolve("."));
                RealServer server = new RealServer(Kind.INFLUX_1, folder.resolve("server"))) {
            lab.writeAll();
            InfluxPlan plan = InfluxPlan.usual(server.url(), "lab", "cells");
            InfluxTarget target = new InfluxTarget(plan, "", Optional.empty());
            try (PlainWire wire = new PlainWire(target, Duration.ofSeconds(10))) {
                assertThat(wire.write(String.join("\n", lines(lab)))).isInstanceOf(Wire.Reply.Taken.class);
            }
            for (String query : queries()) {
                List<String> rows = server.influxQl(asked(query)).lines().toList();
                assertThat(rows).as(query).hasSizeGreaterThan(1);
                assertThat(rows.getFirst()).as(query).doesNotContain("error");
            }
        }
    }
}
