package cellwright.cli;

import cellwright.engine.Effect;
import cellwright.lab.serve.Notices;
import cellwright.world.WallClock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints what happens in a laboratory, a line each, with the wall clock as label. Any thread. */
final class NoticePrinter implements Notices {
    private final Console console;
    private final Map<String, String> last = new HashMap<>();

    NoticePrinter(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void report(String channel, Effect.Report report) {
        words(report).ifPresent(words -> {
            if (!words.equals(last.put(channel, words))) {
                print(channel + " " + words);
            }
        });
    }

    @Override
    public synchronized void remark(String text) {
        print(text);
    }

    private void print(String text) {
        console.print(WallClock.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
    }

    private static Optional<String> words(Effect.Report report) {
        return switch (report) {
            case Effect.Recorded ignored -> Optional.empty();
            case Effect.StepBegan began -> Optional.of("step " + began.stepCount() + ": " + began.label());
            case Effect.StepEnded ended -> Optional.of("step " + ended.stepCount() + " ended: " + ended.why());
            case Effect.SpectrumRecorded taken ->
                Optional.of("spectrum " + taken.row().index() + ", "
                        + taken.row().spectrum().points().size() + " points");
            case Effect.ShortSeen ignored -> Optional.of("a soft short was recognised");
            case Effect.CycleEnded ended ->
                Optional.of("cycle " + ended.figures().cycle() + " is complete");
            case Effect.Noted noted -> Optional.of("note: " + noted.text());
            case Effect.Alarm alarm ->
                Optional.of(alarm.urgency().name().toLowerCase(Locale.ROOT) + ": " + alarm.message());
            case Effect.RunEnded ended ->
                Optional.of("the run is over, " + ended.cause().kind().name().toLowerCase(Locale.ROOT) + ": "
                        + ended.cause().message());
        };
    }
}
