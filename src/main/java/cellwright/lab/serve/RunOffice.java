package cellwright.lab.serve;

import cellwright.lab.Gather;
import cellwright.lab.LiveRun;
import cellwright.lab.Ordered;
import cellwright.lab.Prepared;
import cellwright.lab.RunCard;
import cellwright.lab.RunFolder;
import cellwright.lab.RunName;
import cellwright.lab.Software;
import cellwright.protocol.Problem;
import cellwright.protocol.program.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Begins runs: reads the documents, binds them to the channel as it is, makes the run's folder, and only then lets the channel
 * begin. Whatever is refused leaves nothing behind. Any thread but the conductor's; one start at a time.
 */
final class RunOffice {
    private final LabOrder order;
    private final LabLoop loop;
    /** Shorter than who asks waits for an answer. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(20);

    private final Surroundings surroundings;

    /** Who wants what on which channel. */
    private record Wish(int place, Prepared.Order wanted, String by) {}

    /** What is bound to a channel as it was. */
    private record Bound(Mountable.Ready channel, Ordered documents, Program program) {}

    RunOffice(LabOrder order, LabLoop loop, Surroundings surroundings) {
        this.order = order;
        this.loop = loop;
        this.surroundings = surroundings;
    }

    synchronized Map<String, ?> start(int place, Prepared.Order wanted, String by) {
        Mountable mountable = surroundings.outcome(loop.ask(lab -> lab.mountable(place)));
        return switch (mountable) {
            case Mountable.Not not -> LabDesk.refused(true, not.why());
            case Mountable.Ready ready -> bind(new Wish(place, wanted, by), ready);
        };
    }

    private Map<String, ?> bind(Wish wish, Mountable.Ready ready) {
        List<Problem> problems = new ArrayList<>();
        Optional<Ordered> ordered = Gather.value(Ordered.read(wish.wanted()), problems);
        Optional<Program> program = ordered.flatMap(documents -> Gather.value(documents.bind(ready.bench()), problems));
        if (program.isEmpty()) {
            return LabDesk.refused(true, LabDesk.words(problems));
        }
        try {
            return begin(wish, new Bound(ready, ordered.orElseThrow(), program.get()), problems);
        } catch (IOException failure) {
            return LabDesk.refused(
                    false,
                    "the run's folder could not be written: " + failure.getMessage()
                            + "; nothing was begun; check the disk and its free space");
        }
    }

    /** A folder whose run may have begun, because no answer came in time, is left. */
    private Map<String, ?> begin(Wish wish, Bound bound, List<Problem> warnings) throws IOException {
        Instant now = surroundings.wall().get();
        String cell = bound.documents().cell().name();
        Path path = RunName.fresh(order.runs(), now, cell);
        RunFolder folder = folder(path, wish, bound, now);
        LabRun run = new LabRun(
                String.valueOf(path.getFileName()),
                folder,
                cell,
                bound.channel().serial(),
                bound.program());
        Answer answer = surroundings.outcome(
                loop.ask(lab -> lab.begin(wish.place(), run, bound.channel().bench(), Surroundings.unixNanos(now))));
        if (!answer.done()) {
            Sealer.delete(path);
            return LabDesk.refused(true, answer.message());
        }
        boolean settled = surroundings.outcome(loop.askUntil(Lab::isSettled, TO_SETTLE));
        Optional<String> failure = surroundings.outcome(loop.ask(Lab::journalFailure));
        if (failure.isPresent()) {
            return LabDesk.refused(false, failure.get());
        }
        List<String> words = new ArrayList<>(LabDesk.words(warnings));
        if (!settled) {
            words.add("the disk of the journal is slow; nothing is driven before it has taken that the run begins");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ok", true);
        map.put("run", run.id());
        map.put("folder", path.toString());
        map.put("warnings", words);
        return map;
    }

    private RunFolder folder(Path path, Wish wish, Bound bound, Instant now) throws IOException {
        Mountable.Ready channel = bound.channel();
        boolean made = false;
        try {
            RunFolder folder = RunFolder.create(
                    path,
                    card(path, wish, bound, now),
                    bound.documents().protocolText(),
                    bound.documents().cellText());
            folder.put(
                    LiveRun.FILE,
                    new LiveRun(order.journal(), number(wish.place()), channel.segment(), channel.serial())
                            .text(folder));
            made = true;
            return folder;
        } finally {
            if (!made) {
                Sealer.delete(path);
            }
        }
    }

    private int number(int place) {
        return surroundings.outcome(loop.ask(lab -> lab.channels().get(place).number));
    }

    private static RunCard card(Path path, Wish wish, Bound bound, Instant now) {
        Ordered documents = bound.documents();
        return new RunCard(
                String.valueOf(path.getFileName()),
                Software.NAME_AND_VERSION,
                bound.channel().simulated(),
                documents.protocol().name(),
                wish.wanted().protocolFile().toString(),
                bound.program().protocolHash(),
                documents.cell().name(),
                documents.cellSha256(),
                wish.wanted().overrides(),
                wish.wanted().seed(),
                wish.by(),
                now.toString(),
                now.toString(),
                bound.channel().bench());
    }
}
