package cellwright.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Effect;
import cellwright.store.follow.Follower;
import cellwright.store.follow.Follower.Did;
import cellwright.store.follow.Told;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A laboratory that is followed while it works: rows come out as they are recorded, and nobody waits for the follower. */
class ServedFollowerTest {
    @TempDir
    private Path folder = Path.of("");

    private final GatedOutlet outlet = new GatedOutlet();
    private ServedLab lab;
    private Follower follower;

    @BeforeEach
    void open() throws Exception {
        lab = new ServedLab(folder);
        follower = lab.follow(outlet);
        lab.charge(1);
    }

    private void follow() {
        long now = lab.lanes.clock().nanos();
        for (int steps = 0; steps < 100; steps++) {
            Did did = follower.step(now).did();
            if (did == Did.LEVEL || did == Did.TROUBLE) {
                return;
            }
        }
        throw new AssertionError("it does not come to an end: " + follower.standing());
    }

    private JsonNode standing() {
        return lab.status().path("followers").path(0);
    }

    private List<Long> rows() {
        return outlet.arrived.stream()
                .map(Told::report)
                .filter(Effect.Recorded.class::isInstance)
                .map(report -> ((Effect.Recorded) report).row().index())
                .toList();
    }

    @Test
    void itKeepsUpWithTheLaboratoryAndSaysSo() throws Exception {
        for (int i = 0; i < 4; i++) {
            lab.run(Duration.ofSeconds(2));
            follow();
            assertThat(rows()).hasSize(lab.channel(0).path("rows").asInt());
            assertThat(standing().path("age_s").asDouble()).isZero();
            assertThat(standing().path("records_behind").asLong(99)).isLessThan(2);
        }
        assertThat(rows()).isNotEmpty();
        assertThat(outlet.arrived.getFirst().run().channel()).isEqualTo("A1");
        assertThat(outlet.arrived.getFirst().run().cell()).isEqualTo("wired");
        assertThat(outlet.arrived.getFirst().run().lab()).isEqualTo("bench");
        follower.close();
    }

    @Test
    void aFollowerThatIsShutOutFallsBehindAndTheLaboratoryDoesNotNotice() throws Exception {
        follow();
        int before = rows().size();
        outlet.open = false;
        lab.run(Duration.ofSeconds(4));
        follow();
        lab.run(Duration.ofSeconds(70));
        follow();
        assertThat(rows()).hasSize(before);
        JsonNode shut = standing();
        assertThat(shut.path("age_s").asDouble()).isBetween(69.0, 76.0);
        assertThat(shut.path("records_behind").asLong()).isGreaterThan(50);
        assertThat(shut.path("bytes_behind").asLong()).isPositive();
        assertThat(shut.path("trouble").asText()).isEqualTo("the gate is shut");
        assertThat(shut.path("alarm").asText()).contains("behind", "nothing is lost");
        assertThat(lab.notices).anyMatch(notice -> notice.startsWith("ALARM: influx is "));
        assertThat(lab.status().path("instruments").path(0).path("missed_ticks").asInt())
                .isZero();
        outlet.open = true;
        follow();
        assertThat(rows()).hasSize(rows().getLast().intValue());
        assertThat(standing().path("alarm").isNull()).isTrue();
        follower.close();
    }

    @Test
    void afterACrashOfTheProgramItGoesOnWithTheNextRow(@TempDir Path elsewhere) throws Exception {
        lab.run(Duration.ofSeconds(15));
        follow();
        int before = rows().size();
        follower.close();
        lab.crashAndStart(elsewhere, Duration.ofMinutes(5));
        follower = lab.follow(outlet);
        lab.run(Duration.ofSeconds(2));
        lab.ask("resume", "A1");
        lab.run(Duration.ofSeconds(20));
        follow();
        assertThat(rows().size()).isGreaterThan(before);
        for (int i = 0; i < rows().size(); i++) {
            assertThat(rows().get(i)).isEqualTo(i + 1L);
        }
        assertThat(outlet.arrived.stream()
                        .filter(told -> told.report() instanceof Effect.Recorded)
                        .map(Told::unixNanos))
                .isSorted()
                .doesNotHaveDuplicates();
        follower.close();
    }
}
