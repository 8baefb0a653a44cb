package cellwright.engine;

import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.envelope;
import static cellwright.engine.Programs.limit;
import static cellwright.engine.Programs.orStop;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.spectrum;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event.Request;
import cellwright.engine.TransitionTable.Phase;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Bound;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** Every declared transition is taken, none is taken that is not declared, and the diagram is drawn from the table. */
class TransitionTableTest {
    private static final Program REST = Programs.of(rest(10), rest(10)).make();
    private static final double LOOSE = 1e6;
    private static final double PRESSED = 5e6;

    @Test
    void everyDeclaredTransitionIsTaken() {
        Set<TransitionTable.Row> taken = new LinkedHashSet<>();
        scenarios().forEach(scenario -> taken.addAll(scenario.taken));
        List<TransitionTable.Row> untaken = new ArrayList<>(TransitionTable.rows());
        untaken.removeAll(taken);
        assertThat(untaken).as("declared, but no scenario takes it").isEmpty();
    }

    @Test
    void noTransitionIsDeclaredTwice() {
        assertThat(TransitionTable.rows().stream()
                        .map(row -> row.from() + " " + row.trigger() + " " + row.when() + " " + row.to())
                        .toList())
                .doesNotHaveDuplicates();
    }

    private static List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.add(everything(new Scenario()).start(REST));
        scenarios.add(everything(ended()).start(REST));
        scenarios.add(ended().read(1, 3.7, 0.1));
        scenarios.add(runningWithoutConsequences());
        scenarios.addAll(runningToRest());
        scenarios.addAll(onTheWayToRest());
        scenarios.addAll(whileHeld());
        scenarios.addAll(measuring());
        for (Obstacle obstacle : Obstacle.values()) {
            scenarios.addAll(runningInto(obstacle));
        }
        return scenarios;
    }

    /** Every event and request but a start. */
    private static Scenario everything(Scenario scenario) {
        scenario.read(1, 3.7, 0).due(1).silent(1).failed("cable").recovered(1).safe();
        scenario.on(new Event.Acknowledged(scenario.now, 77)).spectrum(1, 77, 3);
        for (Request request : Request.values()) {
            scenario.ask(request);
        }
        return scenario;
    }

    private static Scenario ended() {
        return Scenario.begun(REST).ask(Request.STOP).read(0.1, 3.7, 0);
    }

    private static Scenario runningWithoutConsequences() {
        var scenario = new Scenario().start(REST).ask(Request.SKIP).read(0.1, 3.7, 0);
        return scenario.start(REST).due(0.1).read(1, 3.7, 0).ask(Request.RESUME).read(4, 3.7, 0);
    }

    private static List<Scenario> runningToRest() {
        Program charge = Programs.of(orStop(current(0.1, above(4.2), 10)))
                .bound(limit(Subject.VOLTAGE, 2, 4.5))
                .bound(envelope(Subject.VOLTAGE, 1, 5))
                .make();
        Program shortRest = Programs.of(rest(2), rest(2)).make();
        return List.of(
                Scenario.begun(charge).read(1, 4.6, 0.1),
                Scenario.begun(Programs.of(current(0.1, 10))
                                .bound(envelope(Subject.VOLTAGE, 1, 4.5))
                                .make())
                        .read(1, 4.6, 0.1),
                Scenario.begun(charge).read(4, 3.8, 0.1).read(4, 3.8, 0.1).read(4, 3.8, 0.1),
                Scenario.begun(charge).read(4, 3.8, 0.1).read(4, 3.8, 0.1).due(2),
                Scenario.begun(charge).read(6, 3.8, 0.1),
                Scenario.begun(shortRest).read(2, 3.7, 0).read(2, 3.7, 0),
                Scenario.begun(shortRest).read(1, 3.7, 0).due(1).read(1, 3.7, 0).due(1),
                Scenario.begun(shortRest).ask(Request.SKIP).ask(Request.SKIP),
                Scenario.begun(charge).silent(5),
                Scenario.begun(charge).failed("cable"),
                Scenario.begun(charge).recovered(100));
    }

    private static List<Scenario> onTheWayToRest() {
        var scenario = Scenario.begun(REST).quiet().ask(Request.HOLD);
        everything(scenario).start(REST).due(0.25).due(0.25).due(0.25);
        return List.of(scenario);
    }

    private static List<Scenario> whileHeld() {
        var scenario = Scenario.begun(REST)
                .held()
                .start(REST)
                .read(1, 3.7, 0)
                .due(1)
                .silent(1)
                .failed("cable");
        scenario.safe()
                .on(new Event.Acknowledged(scenario.now, 77))
                .spectrum(1, 77, 3)
                .ask(Request.HOLD);
        Program latching = Programs.of(current(0.1, 10))
                .bound(envelope(Subject.VOLTAGE, 2, 4.5))
                .make();
        return List.of(
                scenario,
                Scenario.begun(REST).held().recovered(10),
                Scenario.begun(REST).held().read(1, 3.7, 0.1),
                Scenario.begun(REST).held().ask(Request.STOP),
                Scenario.begun(REST).held().ask(Request.RESUME),
                Scenario.begun(REST).held().ask(Request.SKIP).held().ask(Request.SKIP),
                Scenario.begun(REST).held().silent(6).ask(Request.RESUME).ask(Request.SKIP),
                Scenario.begun(latching)
                        .read(1, 4.6, 0.1)
                        .read(0.1, 3.7, 0)
                        .ask(Request.RESUME)
                        .ask(Request.SKIP));
    }

    private static List<Scenario> measuring() {
        Program program = Programs.of(spectrum(), rest(10)).make();
        return List.of(
                measuring(program).silent(20).spectrum(1, 3).read(0.1, 3.7, 0),
                measuring(program).spectrum(20, 0),
                measuring(program).due(60),
                measuring(program).ask(Request.SKIP).read(0.1, 3.7, 0),
                measuring(Programs.of(spectrum()).make()).ask(Request.SKIP).read(0.1, 3.7, 0));
    }

    /** A program that begins with a spectrum, which has been ordered. */
    private static Scenario measuring(Program program) {
        return new Scenario().start(program).pressed(0.1, 3.7, 0, PRESSED).pressed(0.1, 3.7, 0, PRESSED);
    }

    /** Why a next step may not begin. */
    private enum Obstacle {
        LIMIT,
        ENVELOPE,
        FAILURE;

        Op step() {
            return this == FAILURE ? Programs.repeat(Integer.MAX_VALUE) : current(0.1, 10);
        }

        Bound bound() {
            return this == ENVELOPE ? envelope(Subject.PRESSURE, 4e6, 6e6) : limit(Subject.PRESSURE, 4e6, 6e6);
        }
    }

    /** A step that does not mind the pressure, then one that cannot begin: at its time, skipped to, after a hold. */
    private static List<Scenario> runningInto(Obstacle obstacle) {
        Op first = Programs.settle(Subject.VOLTAGE, OptionalDouble.empty(), 1, 2, 10, WhenLate.NEXT);
        Program program =
                Programs.of(first, obstacle.step()).bound(obstacle.bound()).make();
        Program alone = Programs.of(obstacle.step()).bound(obstacle.bound()).make();
        return List.of(
                loose(program)
                        .pressed(1, 3.7, 0, LOOSE)
                        .pressed(1, 3.7, 0, LOOSE)
                        .due(2),
                loose(program).ask(Request.SKIP),
                loose(program).ask(Request.SKIP).pressed(0.1, 3.7, 0, LOOSE).ask(Request.RESUME),
                measuring(Programs.of(spectrum(), obstacle.step())
                                .bound(obstacle.bound())
                                .make())
                        .ask(Request.SKIP)
                        .pressed(0.1, 3.7, 0, LOOSE),
                loose(program).ask(Request.HOLD).pressed(0.1, 3.7, 0, LOOSE).ask(Request.SKIP),
                new Scenario()
                        .start(alone)
                        .pressed(0.1, 3.7, 0, PRESSED)
                        .ask(Request.HOLD)
                        .pressed(0.1, 3.7, 0, LOOSE)
                        .ask(Request.RESUME));
    }

    private static Scenario loose(Program program) {
        return new Scenario().start(program).pressed(0.1, 3.7, 0, LOOSE);
    }

    @Test
    void theDiagramIsDrawnFromTheTable() throws IOException {
        Path file = Path.of(System.getProperty("cellwright.house", "."), "docs", "channel-states.md");
        String drawn = markdown();
        if (Boolean.getBoolean("cellwright.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, drawn);
        }
        assertThat(file).as("rerun with -Dcellwright.update=true").exists();
        assertThat(Files.readString(file))
                .as("docs/channel-states.md is out of date; rerun with -Dcellwright.update=true")
                .isEqualTo(drawn);
    }

    private static String markdown() {
        var text = new StringJoiner("\n", "", "\n");
        text.add("<!-- Generated by cellwright.engine.TransitionTableTest from cellwright.engine.TransitionTable.");
        text.add("     Do not edit: change the table, then run the test with -Dcellwright.update=true. -->");
        text.add("# What a channel does");
        text.add("");
        text.add("A channel is in one of five states. What happens to it is an event; what decides between two ways");
        text.add(
                "stands in brackets. Transitions that stay in a state are left out of the diagram and are in the table.");
        text.add("");
        text.add("```mermaid");
        text.add("stateDiagram-v2");
        text.add("    [*] --> idle");
        edges().forEach((edge, labels) -> text.add("    " + edge + " : " + String.join("<br/>", labels)));
        text.add("```");
        text.add("");
        text.add("| from | event | if | to | meaning |");
        text.add("|---|---|---|---|---|");
        for (TransitionTable.Row row : TransitionTable.rows()) {
            text.add("| %s | %s | %s | %s | %s |"
                    .formatted(word(row.from()), row.trigger().word(), row.when(), word(row.to()), row.meaning()));
        }
        return text.toString();
    }

    private static Map<String, List<String>> edges() {
        Map<String, List<String>> edges = new LinkedHashMap<>();
        for (TransitionTable.Row row : TransitionTable.rows()) {
            if (row.from() != row.to()) {
                String label = row.trigger().word() + (row.when().isEmpty() ? "" : " [" + row.when() + "]");
                edges.computeIfAbsent(word(row.from()) + " --> " + word(row.to()), key -> new ArrayList<>())
                        .add(label);
            }
        }
        return edges;
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
