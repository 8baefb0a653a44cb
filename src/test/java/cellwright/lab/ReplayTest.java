package cellwright.lab;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.ChannelState;
import cellwright.engine.Conductor;
import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.EventLog.LogFailure;
import cellwright.journal.Finding;
import cellwright.journal.JournalSizes;
import cellwright.journal.JournalWriter;
import cellwright.journal.RealDisk;
import cellwright.protocol.compile.Hashing;
import cellwright.world.VirtualWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is cut off anywhere is, seen again from what is left of its journal, where it was. */
final class ReplayTest {
    /** Small frames, so that a cut may come between any few events. */
    private static final JournalSizes SMALL = new JournalSizes(32 << 10, 8, 1024);

    private static final int CUTS = 250;

    @TempDir
    Path folder;

    private Path run = Path.of("");

    /** The channel's state after each event, live. */
    private final List<ChannelState> live = new ArrayList<>();

    @BeforeEach
    void rehearse() throws IOException, LogFailure {
        run = folder.resolve("run");
        Path protocol = House.written(folder, "voltage: 2.7..4.4 V, temperature: 10..35 °C", """
                - temperature: 25 °C
                  stable: { within: 0.2 K, for: 10 min }
                  at most: 4 h
                - cycles: 2
                  steps:
                    - charge: 1C
                      until: voltage >= 4.2 V
                      at most: 2 h
                      every: { 15 min: [ rest: 5 min, note: looked ] }
                    - hold: 4.2 V
                      until: dI/dt < 0.1 mA/h over 5 min
                      at most: 30 min
                      when late: next
                    - discharge: 1C
                      until: voltage <= 3.0 V
                      at most: 2 h
                """);
        Prepared prepared = House.prepared(protocol, House.warmCell(folder), Map.of(), 4);
        RunFolder made = RunFolder.create(run, card(prepared), prepared.protocolText(), prepared.cellText());
        try (JournalWriter log = JournalWriter.open(new RealDisk(), made.journal(), SMALL, poisoned -> {})) {
            conduct(prepared, log);
        }
    }

    private void conduct(Prepared prepared, JournalWriter log) {
        VirtualWorld world = new VirtualWorld(List.of(prepared.mounted().rig()));
        Conductor conductor = new Conductor(world, log, (channel, report) -> {}, 1);
        conductor.handle(0, new Event.Started(world.nowNanos(0), "run", prepared.program(), 0));
        live.add(conductor.state(0));
        while (!(conductor.state(0) instanceof ChannelState.Ended) && conductor.step()) {
            live.add(conductor.state(0));
        }
        conductor.commit();
    }

    private static RunCard card(Prepared prepared) {
        return new RunCard(
                "run",
                "test",
                true,
                prepared.protocol().name(),
                "protocol.yaml",
                prepared.program().protocolHash(),
                prepared.cell().name(),
                Hashing.sha256(prepared.cellText()),
                Map.of(),
                4,
                "",
                House.START.toString(),
                House.START.toString(),
                prepared.mounted().bench());
    }

    @Test
    void theWholeJournalComesToTheLiveState() throws IOException {
        RunReplay.Replayed replayed = House.replay(run).play(report -> {});
        assertThat(replayed.findings()).isEmpty();
        assertThat(replayed.events()).isEqualTo(live.size()).isGreaterThan(500);
        assertThat(replayed.state()).isEqualTo(live.get(live.size() - 1)).isInstanceOf(ChannelState.Ended.class);
    }

    @Test
    void everyBeginningOfTheJournalComesToTheLiveStateOfThen() throws IOException {
        List<Path> segments = segments();
        assertThat(segments.size()).isGreaterThan(1);
        SplittableRandom random = new SplittableRandom(7);
        for (int cut = 0; cut < CUTS; cut++) {
            int segment = random.nextInt(segments.size());
            long size = Files.size(segments.get(segment));
            long keep = cut < 40 ? Math.max(0, size - cut) : random.nextLong(size + 1);
            sameAsThen(cutTo(segments, segment, keep), "segment " + segment + " cut to " + keep);
        }
    }

    @Test
    void aBeginningOfARunIsInterruptedAndSaysSo() throws IOException {
        List<Path> segments = segments();
        Path cut = cutTo(segments, segments.size() - 1, Files.size(segments.get(segments.size() - 1)) / 2);
        RunAudit audit = House.audit(cut);
        assertThat(audit.state()).isInstanceOf(ChannelState.Running.class);
        assertThat(audit.ok())
                .as("torn bytes are told of: %s", audit.findings())
                .isFalse();
        assertThat(audit.findings())
                .hasOnlyElementsOfType(Finding.TornTail.class)
                .hasSize(1);
        assertThat(audit.chargeImbalance()).isLessThan(1e-9);
    }

    @Test
    void nothingOfAJournalIsARunThatNeverBegan() throws IOException {
        Path cut = cutTo(segments(), 0, 0);
        assertThat(House.replay(cut).play(report -> {}).state()).isInstanceOf(ChannelState.Idle.class);
    }

    @Test
    void reportsAreTheSameOnEveryReplay() throws IOException {
        List<String> once = new ArrayList<>();
        List<String> again = new ArrayList<>();
        House.replay(run).play(into(once));
        House.replay(run).play(into(again));
        assertThat(once).isEqualTo(again).hasSizeGreaterThan(100);
    }

    private static Consumer<Effect.Report> into(List<String> list) {
        return report -> list.add(report.toString());
    }

    private void sameAsThen(Path cut, String how) throws IOException {
        RunReplay.Replayed replayed = House.replay(cut).play(report -> {});
        int events = Math.toIntExact(replayed.events());
        if (events == 0) {
            assertThat(replayed.state()).as(how).isInstanceOf(ChannelState.Idle.class);
        } else {
            assertThat(replayed.state().equals(live.get(events - 1)))
                    .as("%s: state after %d events", how, events)
                    .isTrue();
        }
    }

    private List<Path> segments() throws IOException {
        try (var list = Files.list(run.resolve("journal"))) {
            return list.filter(path -> !path.endsWith("lock") && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        }
    }

    private Path cutTo(List<Path> segments, int last, long keep) throws IOException {
        Path cut = folder.resolve("cut");
        clear(cut);
        Files.createDirectories(cut.resolve("journal"));
        for (String name : List.of("run.yaml", "protocol.yaml", "cell.yaml")) {
            Files.copy(run.resolve(name), cut.resolve(name));
        }
        for (int i = 0; i <= last; i++) {
            byte[] bytes = Files.readAllBytes(segments.get(i));
            int length = i == last ? Math.toIntExact(keep) : bytes.length;
            Files.write(
                    cut.resolve("journal")
                            .resolve(String.valueOf(segments.get(i).getFileName())),
                    Arrays.copyOf(bytes, length));
        }
        return cut;
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
