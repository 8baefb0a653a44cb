package cellwright.engine;

import static cellwright.engine.Programs.above;
import static cellwright.engine.Programs.current;
import static cellwright.engine.Programs.every;
import static cellwright.engine.Programs.hold;
import static cellwright.engine.Programs.limit;
import static cellwright.engine.Programs.rest;
import static cellwright.engine.Programs.settle;
import static cellwright.engine.Programs.spectrum;
import static cellwright.engine.Programs.spectrumAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.engine.Event.Request;
import cellwright.engine.SpectrumRow.Extent;
import cellwright.instrument.Control;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.protocol.Step.WhenLate;
import cellwright.protocol.Subject;
import cellwright.protocol.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A spectrum is a step: prepared like a settle, measured without disturbance, recorded with the state it was taken in. */
class SpectroscopyTest {
    private static final Program ALONE = Programs.of(spectrum(), rest(10)).make();
    private static final Program HELD = Programs.of(
                    hold(3.8, Programs.currentBelow(1e-5), 100), spectrumAt(3.8), rest(10))
            .make();

    /** Ordered and not answered yet. */
    private static Scenario measuring(Program program) {
        return Scenario.begun(program).read(0.1, 3.7, 0);
    }

    private static Scenario measuringAtTheHold() {
        return Scenario.begun(HELD).read(1, 3.8, 5e-6).read(0.1, 3.8, 5e-6);
    }

    @Test
    void itIsOrderedOnlyAfterOpenCircuitWasAcknowledgedAndThenReadBack() {
        Program program = Programs.of(current(0.1, above(4), 100), spectrum()).make();
        var scenario = Scenario.begun(program).quiet().read(1, 4.0, 0.1);
        assertThat(scenario.latest(Effect.Disconnect.class)).hasSize(1);
        scenario.read(1, 3.9, 0).due(0.1);
        assertThat(scenario.all(Effect.Measure.class)).as("not acknowledged").isEmpty();
        scenario.on(new Event.Acknowledged(scenario.now, 2)).due(0.1);
        assertThat(scenario.all(Effect.Measure.class)).as("not read since").isEmpty();
        scenario.read(1, 3.9, 0.1);
        assertThat(scenario.all(Effect.Measure.class)).as("a current flows").isEmpty();
        scenario.read(1, 3.9, 0);
        assertThat(scenario.latest(Effect.Measure.class))
                .containsExactly(new Effect.Measure(3, spectrum().sweep()));
        assertThat(new Effect.Measure(3, spectrum().sweep()).needsDurableIntent())
                .isTrue();
    }

    @Test
    void aCellThatDoesNotComeToRestIsNotMeasured() {
        Scenario.begun(ALONE).reads(3, 3.7, 0.1).stoppedBy(Cause.Kind.FAILURE);
        var deaf = Scenario.begun(
                Programs.of(current(0.1, above(4), 100), spectrum()).make());
        deaf.quiet().read(1, 4.0, 0.1).reads(59, 3.9, 0).due(1).stoppedBy(Cause.Kind.FAILURE);
        assertThat(deaf.stopping().cause().message()).contains("was not seen ready");
    }

    @Test
    void atAHoldThePotentialStaysWithAGuardThatLastsAndNothingIsOpened() {
        var scenario = Scenario.begun(HELD).quiet().read(1, 3.8, 5e-6);
        Effect.Apply again = scenario.latest(Effect.Apply.class).getFirst();
        assertThat(again.control()).isEqualTo(new Control.Voltage(3.8, 0.01));
        assertThat(again.guard()).isEqualTo(spectrumAt(3.8).hold().orElseThrow().guard());
        assertThat(scenario.latest(Effect.Measure.class)).isEmpty();
        scenario.on(new Event.Acknowledged(scenario.now, again.order())).read(0.1, 3.8, 5e-6);
        assertThat(scenario.latest(Effect.Measure.class)).hasSize(1);
        assertThat(scenario.all(Effect.Disconnect.class)).isEmpty();
        scenario.spectrum(20, 3).read(0.1, 3.8, 4e-6).at("2");
        assertThat(scenario.spectra().getFirst().heldVolts()).isEqualTo(3.8);
    }

    @Test
    void whileItIsMeasuredTheWorldIsAskedForNothingAndSilenceIsTheBound() {
        var scenario = measuring(ALONE);
        SamplingPlan plan = scenario.latest(Effect.Sample.class).getFirst().plan();
        assertThat(plan.maxGapNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(plan.silenceNanos()).isEqualTo(65 * Scenario.SECOND);
        assertThat(scenario.latest(Effect.WakeAt.class).getFirst().atNanos())
                .isEqualTo(scenario.now + 60 * Scenario.SECOND);
        scenario.spectrum(20, 3);
        assertThat(scenario.latest(Effect.Sample.class).getFirst().plan().silenceNanos())
                .isEqualTo(5 * Scenario.SECOND);
        assertThat(scenario.latest(Effect.Sample.class).getFirst().plan().maxGapNanos())
                .isEqualTo(Scenario.SECOND / 10);
    }

    @Test
    void silenceIsJudgedAgainstTheBound() {
        measuring(ALONE).silent(40).running();
        measuring(ALONE).silent(66).stoppedBy(Cause.Kind.FAILURE);
        measuring(ALONE).spectrum(50, 3).read(1, 3.7, 0).running();
        measuring(ALONE).spectrum(50, 3).read(6, 3.7, 0).stoppedBy(Cause.Kind.FAILURE);
    }

    @Test
    void theAnswerIsASignOfLifeWithWhichSilenceBeginsAnew() {
        measuring(ALONE).spectrum(50, 3).silentFor(50).running();
        measuring(ALONE).spectrum(50, 3).due(4).silentFor(54).running();
        measuring(ALONE).spectrum(50, 3).due(6).silentFor(56).stoppedBy(Cause.Kind.FAILURE);
    }

    @Test
    void aReadingThatVouchesForTheWholeTimeIsWelcome() {
        var scenario = measuring(ALONE);
        long before = scenario.now;
        scenario.spectrum(50, 3);
        List<Sample> samples = List.of(Sample.good(Signal.VOLTAGE, 3.7), Sample.good(Signal.CURRENT, 0));
        scenario.on(new Event.Measured(new Reading(before, scenario.now, samples)))
                .at("1");
    }

    @Test
    void theRowTellsTheStateBeforeAndAfter() {
        Program program = Programs.of(Programs.cycles(1, current(0.1, Programs.elapsed(10), 100), spectrum()))
                .make();
        var scenario = Scenario.begun(program).reads(10, 3.8, 0.1).counted(1, 3.75, 0, 1);
        scenario.spectrum(20, 3).counted(1, 3.74, 0, 1);
        SpectrumRow row = scenario.spectra().getFirst();
        assertThat(row.index()).isEqualTo(1);
        assertThat(row.extent()).isEqualTo(Extent.WHOLE);
        assertThat(row.spectrum().points()).hasSize(3);
        assertThat(row.sweep()).isEqualTo(spectrum().sweep());
        assertThat(row.heldVolts()).isNaN();
        assertThat(row.testNanos()).isEqualTo(11_100_000_000L);
        assertThat(row.cycle()).isEqualTo(1);
        assertThat(row.stepCount()).isEqualTo(2);
        assertThat(row.path()).isEqualTo("steps/eis");
        assertThat(row.before().value(Signal.VOLTAGE)).isEqualTo(3.75);
        assertThat(row.after().orElseThrow().value(Signal.VOLTAGE)).isEqualTo(3.74);
        assertThat(row.test().chargeCoulombs()).isCloseTo(0.9, within(1e-12));
        assertThat(row.inCycle()).isEqualTo(row.test());
        List<Row> kept = scenario.rows().stream()
                .filter(each -> each.kind() == StepKind.SPECTRUM)
                .toList();
        assertThat(kept)
                .extracting(each -> each.reading().value(Signal.VOLTAGE))
                .containsExactly(3.75, 3.74);
        assertThat(scenario.all(Effect.StepEnded.class).getLast().why()).isEqualTo("spectrum of 3 points");
    }

    @Test
    void anInterruptedDriveGoesOnWhereItWas() {
        Program program = Programs.of(every(current(0.1, above(4.2), 1000), 2, rest(10), spectrum(), rest(10)))
                .make();
        var scenario = Scenario.begun(program).reads(2, 3.8, 0.1).at("0/0").reads(4, 3.75, 0);
        scenario.read(4, 3.74, 0).read(2, 3.74, 0).at("0/1").read(0.1, 3.74, 0);
        assertThat(scenario.latest(Effect.Measure.class)).hasSize(1);
        scenario.spectrum(25, 3).read(0.1, 3.74, 0).at("0/2");
        scenario.read(5, 3.73, 0).read(5, 3.73, 0).at("0");
        Leaf drive = scenario.running().leaf();
        assertThat(drive.ownNanos(scenario.now)).isEqualTo(2 * Scenario.SECOND);
        assertThat(drive.tally().chargeCoulombs()).isCloseTo(0.1, within(1e-12));
        assertThat(drive.interruptions()).isEqualTo(1);
        scenario.reads(2, 3.8, 0.1).at("0/0");
        assertThat(scenario.rows().getLast().stepNanos()).isEqualTo(4 * Scenario.SECOND);
    }

    @Test
    void directlyInTheBodyTheCircuitIsOpenedFirst() {
        Program program = Programs.of(every(current(0.1, above(4.2), 1000), 2, spectrum()))
                .make();
        var scenario = Scenario.begun(program).reads(2, 3.8, 0.1).at("0/0");
        assertThat(scenario.latest(Effect.Disconnect.class)).hasSize(1);
        scenario.read(0.1, 3.8, 0).spectrum(20, 3).read(0.1, 3.8, 0).at("0");
        assertThat(scenario.latest(Effect.Apply.class)).hasSize(1);
        assertThat(scenario.running().leaf().ownNanos(scenario.now)).isEqualTo(2 * Scenario.SECOND);
    }

    @Test
    void aHoldThatIsInterruptedKeepsItsPotentialAndItsClock() {
        Program program = Programs.of(every(hold(3.8, Programs.currentBelow(1e-6), 1000), 20, spectrumAt(3.8)))
                .make();
        var scenario = Scenario.begun(program).reads(20, 3.8, 1e-3).at("0/0").read(0.1, 3.8, 1e-3);
        scenario.spectrum(25, 3).read(0.1, 3.8, 9e-4).at("0");
        assertThat(scenario.all(Effect.Disconnect.class)).isEmpty();
        assertThat(scenario.all(Effect.Apply.class)).hasSize(3);
        assertThat(scenario.running().leaf().ownNanos(scenario.now)).isEqualTo(20 * Scenario.SECOND);
    }

    @Test
    void chargeThatPassesMeanwhileIsOfTheRunAndNotOfTheInterruptedStep() {
        Program program = Programs.of(every(hold(3.8, Programs.currentBelow(1e-6), 1000), 4, spectrumAt(3.8)))
                .make();
        var scenario = Scenario.begun(program).counted(2, 3.8, 1e-3, 10).counted(2, 3.8, 1e-3, 10.002);
        scenario.counted(0.5, 3.8, 1e-3, 10.0025).spectrum(25, 3).counted(0.5, 3.8, 1e-3, 10.05);
        Ledger ledger = scenario.running().ledger();
        assertThat(ledger.test().chargeCoulombs()).isCloseTo(0.05, within(1e-12));
        assertThat(scenario.running().leaf().tally().chargeCoulombs()).isCloseTo(0.002, within(1e-12));
    }

    @Test
    void withoutACounterTheCurrentOfAHoldIsSummedAcrossTheSpectrum() {
        var held = measuringAtTheHold();
        double before = held.running().ledger().test().chargeCoulombs();
        held.spectrum(20, 3).read(0, 3.8, 3e-6);
        assertThat(held.running().ledger().test().chargeCoulombs() - before).isCloseTo(80e-6, within(1e-12));
        var open = measuring(ALONE).spectrum(20, 3).read(0, 3.7, 5e-5);
        assertThat(open.running().ledger().test()).isEqualTo(Tally.ZERO);
    }

    @Test
    void noAnswerInTimeIsAFailureAndALaterAnswerIsAFact() {
        var scenario = measuring(ALONE).due(60).stoppedBy(Cause.Kind.FAILURE);
        assertThat(scenario.stopping().cause().message()).contains("no spectrum came within 60 s");
        scenario.read(0.1, 3.7, 0).heldState();
        ChannelState before = scenario.state;
        scenario.spectrum(5, 2);
        assertThat(scenario.spectra()).hasSize(1).allSatisfy(row -> {
            assertThat(row.extent()).isEqualTo(Extent.BROKEN_OFF);
            assertThat(row.after()).isEmpty();
        });
        assertThat(((ChannelState.Held) before).at().leaf())
                .isEqualTo(scenario.heldState().at().leaf());
        scenario.ask(Request.RESUME).read(0.1, 3.7, 0);
        assertThat(scenario.latest(Effect.Measure.class)).as("it is repeated").hasSize(1);
    }

    @Test
    void anAnswerAfterItsTimeIsRecordedAndEndsTheRun() {
        var scenario = measuring(ALONE).spectrum(61, 3).stoppedBy(Cause.Kind.FAILURE);
        assertThat(scenario.spectra()).extracting(SpectrumRow::extent).containsExactly(Extent.WHOLE);
    }

    @Test
    void aSpectrumWithoutPointsIsAFailureAndAShortOneIsNot() {
        measuring(ALONE).spectrum(20, 0).stoppedBy(Cause.Kind.FAILURE);
        var scenario = measuring(ALONE).spectrum(20, 2).read(0.1, 3.7, 0).at("1");
        assertThat(scenario.spectra().getFirst().extent()).isEqualTo(Extent.SHORT);
        assertThat(scenario.all(Effect.StepEnded.class).getLast().why())
                .isEqualTo("spectrum of 2 points of 3, ended early by the analyser");
    }

    @Test
    void aHoldAskedMeanwhileMakesSafeAtOnceAndTheLateSpectrumIsRecordedOnce() {
        var scenario = measuring(ALONE).ask(Request.HOLD).stoppedBy(Cause.Kind.ASKED);
        scenario.spectrum(1, 2);
        assertThat(scenario.latest)
                .as("nothing but a report")
                .singleElement()
                .isInstanceOf(Effect.SpectrumRecorded.class);
        long order = scenario.all(Effect.Measure.class).getFirst().order();
        scenario.spectrum(1, order, 2);
        assertThat(scenario.spectra()).hasSize(1);
        assertThat(scenario.latest(Effect.Alarm.class).getFirst().message()).contains("nothing waits for");
        scenario.read(0.1, 3.7, 0).heldState();
    }

    @Test
    void aSpectrumThatComesAfterTheEndIsRecorded() {
        var scenario = measuring(ALONE).ask(Request.STOP).read(0.1, 3.7, 0);
        assertThat(scenario.state).isInstanceOf(ChannelState.Ended.class);
        scenario.spectrum(1, 1);
        assertThat(scenario.spectra()).extracting(SpectrumRow::extent).containsExactly(Extent.BROKEN_OFF);
        assertThat(scenario.state).isInstanceOf(ChannelState.Ended.class);
    }

    @Test
    void aSkipMakesSafeAndTheNextStepBeginsOnlyAtRest() {
        Program program =
                Programs.of(spectrumAt(3.8), current(0.1, above(4), 100)).make();
        var scenario = Scenario.begun(program).read(0.1, 3.8, 1e-3).quiet().ask(Request.SKIP);
        scenario.stoppedBy(Cause.Kind.ASKED).read(0.1, 3.8, 0);
        assertThat(scenario.all(Effect.Apply.class)).as("not acknowledged").hasSize(1);
        scenario.safe().read(0.1, 3.8, 1e-3);
        assertThat(scenario.all(Effect.Apply.class)).as("not at rest").hasSize(1);
        scenario.read(0.1, 3.8, 0).at("1");
        assertThat(scenario.latest(Effect.Apply.class)).hasSize(1);
        scenario.spectrum(1, 2, 1);
        assertThat(scenario.spectra()).extracting(SpectrumRow::extent).containsExactly(Extent.BROKEN_OFF);
        scenario.at("1");
    }

    @Test
    void beforeItsOrderAndAfterItsAnswerASkipIsAsUsual() {
        Scenario.begun(ALONE).ask(Request.SKIP).at("1");
        var scenario = measuring(ALONE).spectrum(20, 3).ask(Request.SKIP).at("1");
        assertThat(scenario.spectra()).extracting(SpectrumRow::after).containsExactly(Optional.empty());
    }

    @Test
    void afterASkipARunDoesNotGoOnByItselfWhereSomethingIsWrong() {
        measuring(ALONE).ask(Request.SKIP).ask(Request.HOLD).read(0.1, 3.7, 0).heldState();
        measuring(ALONE).ask(Request.SKIP).failed("cable").read(0.1, 3.7, 0).heldState();
        measuring(ALONE).ask(Request.SKIP).recovered(9).read(0.1, 3.7, 0).heldState();
        measuring(ALONE).ask(Request.SKIP).silent(9).read(0.1, 3.7, 0).heldState();
        var slow =
                measuring(ALONE).quiet().ask(Request.SKIP).due(0.25).due(0.25).due(0.25);
        slow.safe().read(0.1, 3.7, 0).heldState();
        var stopped = measuring(ALONE).ask(Request.SKIP).ask(Request.STOP).read(0.1, 3.7, 0);
        assertThat(stopped.state).isInstanceOf(ChannelState.Ended.class);
    }

    @Test
    void limitsAreJudgedDuringAndAfterAndWhatWasMeasuredIsKept() {
        Program limited = Programs.of(spectrum(), rest(10))
                .bound(limit(Subject.VOLTAGE, 3, 4))
                .make();
        measuring(limited).read(1, 4.1, 0).stoppedBy(Cause.Kind.LIMIT);
        var scenario = measuring(limited).spectrum(20, 3).read(0.1, 4.1, 0).stoppedBy(Cause.Kind.LIMIT);
        assertThat(scenario.spectra()).hasSize(1);
        assertThat(scenario.spectra().getFirst().after().orElseThrow().value(Signal.VOLTAGE))
                .isEqualTo(4.1);
        Program held = Programs.of(spectrumAt(3.8, limit(Subject.CURRENT, -1e-3, 1e-3)), rest(10))
                .make();
        Scenario.begun(held).read(0.1, 3.8, 5e-4).read(1, 3.8, 2e-3).stoppedBy(Cause.Kind.LIMIT);
    }

    @Test
    void theOtherInstrumentsGoOnBeingWatchedMeanwhile() {
        Program program = Programs.of(spectrum(), rest(10))
                .bound(limit(Subject.VOLTAGE, 3, 4))
                .bound(limit(Subject.PRESSURE, 4e6, 6e6))
                .make();
        var scenario = new Scenario().start(program).pressed(0.1, 3.7, 0, 5e6).pressed(0.1, 3.7, 0, 5e6);
        Reading seen = scenario.running().sight().last().orElseThrow();
        scenario.read(1, Sample.good(Signal.PRESSURE, 5e6)).running();
        assertThat(scenario.running().sight().last()).contains(seen);
        scenario.read(1, Sample.good(Signal.PRESSURE, 7e6)).stoppedBy(Cause.Kind.LIMIT);
        var bad = new Scenario().start(program).pressed(0.1, 3.7, 0, 5e6).pressed(0.1, 3.7, 0, 5e6);
        bad.read(1, Scenario.bad(Signal.VOLTAGE, Quality.BAD), Sample.good(Signal.PRESSURE, 5e6))
                .stoppedBy(Cause.Kind.LIMIT);
    }

    @Test
    void nothingIsExcitedOutsideTheWindowThatSettlesAreExemptFrom() {
        Program program = Programs.of(
                        settle(Subject.TEMPERATURE, OptionalDouble.empty(), 1, 1, 10, WhenLate.NEXT), spectrum())
                .bound(Programs.debounced(limit(Subject.PRESSURE, 4e6, 6e6), 3, 3))
                .make();
        var scenario = new Scenario().start(program).pressed(0.1, 3.7, 0, 1e6).ask(Request.SKIP);
        scenario.pressed(0.1, 3.7, 0, 1e6).stoppedBy(Cause.Kind.LIMIT);
        assertThat(scenario.all(Effect.Measure.class)).isEmpty();
    }

    @Test
    void theStepEndsOnlyWhenTheCellIsAtRestAgain() {
        var scenario = measuring(ALONE).spectrum(20, 3).read(0.1, 3.7, 1e-3).at("0");
        scenario.read(0.1, 3.7, 0).at("1");
        var stuck = measuring(ALONE).spectrum(20, 3).reads(3, 3.7, 1e-3).stoppedBy(Cause.Kind.FAILURE);
        assertThat(stuck.spectra()).hasSize(1);
    }

    @Test
    void anAcknowledgementIsNoAnswer() {
        var scenario = measuring(ALONE);
        long order = scenario.all(Effect.Measure.class).getFirst().order();
        scenario.on(new Event.Acknowledged(scenario.now, order)).read(1, 3.7, 0).at("0");
        scenario.spectrum(20, 3).read(1, 3.7, 0).at("1");
    }

    @Test
    void recoveredWhileMeasuringItIsRepeatedOnResume() {
        var scenario = Scenario.begun(HELD).read(1, 3.8, 5e-6).read(0.1, 3.8, 5e-6);
        long first = scenario.all(Effect.Measure.class).getFirst().order();
        scenario.recovered(1000)
                .stoppedBy(Cause.Kind.INTERRUPTION)
                .read(0.1, 3.8, 0)
                .heldState();
        scenario.ask(Request.RESUME);
        assertThat(scenario.latest(Effect.Apply.class))
                .as("the potential first")
                .hasSize(1);
        scenario.read(0.1, 3.8, 5e-6);
        assertThat(scenario.latest(Effect.Measure.class)).hasSize(1);
        assertThat(scenario.running().ledger().measurement().orElseThrow().order())
                .isGreaterThan(first);
        scenario.spectrum(1, first, 3).at("1");
        assertThat(scenario.spectra()).as("an answer of before the gap").isEmpty();
        scenario.spectrum(20, 3).read(0.1, 3.8, 5e-6).at("2");
        assertThat(scenario.spectra()).hasSize(1);
    }

    @Test
    void aFailureMeanwhileGoesToRestAndTheMeasurementIsRepeatedOrSkipped() {
        var scenario = measuring(ALONE).failed("analyser: range").stoppedBy(Cause.Kind.FAILURE);
        scenario.read(0.1, 3.7, 0).ask(Request.RESUME).read(0.1, 3.7, 0);
        assertThat(scenario.all(Effect.Measure.class)).hasSize(2);
        scenario.failed("analyser: range").read(0.1, 3.7, 0).ask(Request.SKIP).at("1");
    }
}
