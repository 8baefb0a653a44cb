package cellwright.engine;

import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.below;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.currentBelow;
import static cellwright.engine.Programs.cycles;
import static cellwright.engine.Programs.every;
import static cellwright.engine.Programs.hold;
import static cellwright.engine.Programs.limit;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.spectrum;
import static cellwright.engine.Programs.spectrumAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Event.Request;
import cellwright.engine.SpectrumRow.Extent;
import cellwright.instrument.Signal;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whole runs with spectra in a virtual world, undisturbed and under requests and faults at random instants. */
class SpectraRunsTest {
    private static final int SEEDS = Integer.getInteger("cellwright.seeds", 150);
    private static final int EVENTS = 3000;

    private final List<Effect.Report> reports = new ArrayList<>();
    private final Invariants invariants = new Invariants();
    private final FakeWorld world = new FakeWorld(1);
    private ChannelState state = new ChannelState.Idle();

    private static Program program(boolean measured) {
        var charge = current(0.1, above(4.2), 36_000);
        var discharge = current(-0.1, below(3.1), 36_000);
        var held = hold(4.2, currentBelow(0.005), 36_000);
        return Programs.of(
                        measured ? spectrum() : rest(1),
                        cycles(
                                2,
                                measured ? every(charge, 173, rest(60), spectrum(), rest(60)) : charge,
                                measured ? every(held, 100, spectrumAt(4.2)) : held,
                                measured ? every(discharge, 219, spectrum()) : discharge))
                .bound(limit(Subject.VOLTAGE, 2.5, 4.4))
                .make();
    }

    private void handle(Event event) {
        Transition transition = Channel.on(state, event);
        assertThat(TransitionTable.taken(state, event, transition)).isPresent();
        invariants.check(state, event, transition);
        state = transition.state();
        for (Effect effect : transition.effects()) {
            switch (effect) {
                case Effect.Report report -> reports.add(report);
                case Effect.Command command -> world.perform(0, command);
            }
        }
    }

    private boolean step() {
        Optional<World.Occurrence> next = world.take();
        next.ifPresent(occurrence -> handle(occurrence.event()));
        return next.isPresent();
    }

    private void ask(Request request) {
        handle(new Event.Asked(world.now(), request, "anna"));
    }

    private static SpectraRunsTest whole(boolean measured) {
        var run = new SpectraRunsTest();
        run.handle(new Event.Started(0, "run", program(measured), 0));
        for (int i = 0; i < EVENTS && !(run.state instanceof ChannelState.Ended) && run.step(); i++) {
            assertThat(i).isLessThan(EVENTS - 1);
        }
        return run;
    }

    private List<SpectrumRow> spectra() {
        return reports.stream()
                .filter(Effect.SpectrumRecorded.class::isInstance)
                .map(report -> ((Effect.SpectrumRecorded) report).row())
                .toList();
    }

    /** The rows with which steps of a kind were over for good. */
    private List<Row> ends(StepKind kind) {
        List<Row> ends = new ArrayList<>();
        Optional<Row> last = Optional.empty();
        for (Effect.Report report : reports) {
            if (report instanceof Effect.Recorded recorded) {
                last = Optional.of(recorded.row());
            } else if (report instanceof Effect.StepEnded ended && ended.why().startsWith("end condition")) {
                last.filter(row -> row.kind() == kind).ifPresent(ends::add);
            }
        }
        return ends;
    }

    @Test
    void everySpectrumIsTakenWhereTheProgramSaysAndNothingElseChanges() {
        SpectraRunsTest plain = whole(false);
        SpectraRunsTest measured = whole(true);
        assertThat(((ChannelState.Ended) measured.state).cause().kind()).isEqualTo(Cause.Kind.COMPLETE);
        assertThat(measured.spectra()).hasSizeGreaterThan(15).allSatisfy(row -> {
            assertThat(row.extent()).isEqualTo(Extent.WHOLE);
            assertThat(row.spectrum().endNanos() - row.spectrum().startNanos()).isEqualTo(FakeWorld.MEASURING_NANOS);
            assertThat(row.after()).isPresent();
        });
        assertThat(measured.spectra().stream().filter(row -> row.heldVolts() == 4.2))
                .hasSizeGreaterThan(2);
        for (StepKind kind : List.of(StepKind.CC_CHARGE, StepKind.CC_DISCHARGE)) {
            Row undisturbed = plain.ends(kind).getFirst();
            Row interrupted = measured.ends(kind).getFirst();
            assertThat(interrupted.stepNanos())
                    .as("%s: its own clock goes on where it was", kind)
                    .isCloseTo(undisturbed.stepNanos(), within(Nanos.PER_SECOND / 100));
            assertThat(interrupted.inStep().netCoulombs())
                    .as("%s: and so does its charge", kind)
                    .isCloseTo(undisturbed.inStep().netCoulombs(), within(1e-3));
        }
    }

    @Test
    void theRunCountsTheChargeOfTheCounterWhateverIsMeasuredMeanwhile() {
        SpectraRunsTest measured = whole(true);
        Ledger ledger = ((ChannelState.Ended) measured.state).ledger();
        assertThat(ledger.test().netCoulombs())
                .isCloseTo(measured.world.cells.getFirst().value(Signal.CHARGE), within(1e-9));
    }

    @Test
    void whateverHappensTheInvariantsHoldAndTheAnalyserIsNotDisturbed() {
        int late = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            try {
                late += troubled(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
        assertThat(late).as("spectra broken off by requests").isGreaterThan(SEEDS / 10);
    }

    private static int troubled(SplittableRandom random) {
        var run = new SpectraRunsTest();
        run.handle(new Event.Started(0, "run", program(true), 0));
        for (int i = 0; i < 300 && !(run.state instanceof ChannelState.Ended); i++) {
            run.trouble(random);
            run.step();
        }
        run.world.cells.getFirst().faults.clear();
        run.ask(Request.STOP);
        for (int i = 0; i < 20 && !(run.state instanceof ChannelState.Ended); i++) {
            run.step();
        }
        assertThat(run.state).isInstanceOf(ChannelState.Ended.class);
        assertThat(run.world.cells.getFirst().value(Signal.CURRENT)).isBetween(-1e-4, 1e-4);
        return (int) run.spectra().stream()
                .filter(row -> row.extent() == Extent.BROKEN_OFF)
                .count();
    }

    private void trouble(SplittableRandom random) {
        FakeCell cell = world.cells.getFirst();
        switch (random.nextInt(30)) {
            case 0 -> ask(Request.HOLD);
            case 1 -> ask(Request.SKIP);
            case 2, 3, 4 -> ask(Request.RESUME);
            case 5 -> handle(new Event.Failed(world.now(), "chamber: no answer"));
            case 6 -> handle(new Event.Recovered(world.now(), world.now()));
            case 7 -> {
                FakeCell.Fault[] all = FakeCell.Fault.values();
                cell.faults.add(all[random.nextInt(all.length)]);
            }
            case 8, 9, 10 -> cell.faults.clear();
            default -> {}
        }
    }
}
