package cellwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event.Request;
import cellwright.protocol.program.Op;
import cellwright.protocol.program.Target;
import java.util.Optional;

/** What holds after every event, whatever happens. */
final class Invariants {
    private boolean energised;
    private boolean stepOpen;
    private boolean measuring;
    private long spectra;
    private long steps;
    private long rows;
    private long rowNanos = Long.MIN_VALUE;
    private long orders;
    private int cyclesEnded;
    private boolean shortSeen;
    private Optional<Ledger> ledger = Optional.empty();

    void check(ChannelState before, Event event, Transition transition) {
        if (event instanceof Event.SpectrumTaken taken && isAnswer(before, taken)) {
            measuring = false;
        }
        if (event instanceof Event.Started && !(before instanceof ChannelState.Running) && runs(transition.state())) {
            beginRun(before);
        }
        transition.effects().forEach(effect -> follow(before, event, transition.state(), effect));
        checkEnergised(transition.state());
        checkLedger(transition.state());
        if (transition.state() instanceof ChannelState.Stopping && before instanceof ChannelState.Running) {
            assertThat(transition.effects().getFirst())
                    .as("safe before anything else")
                    .isInstanceOf(Effect.MakeSafe.class);
        }
    }

    private static boolean isAnswer(ChannelState before, Event.SpectrumTaken taken) {
        return before instanceof ChannelState.Running running && running.leaf().awaited() == taken.order();
    }

    private static boolean runs(ChannelState state) {
        return state instanceof ChannelState.Running;
    }

    private void beginRun(ChannelState before) {
        if (before instanceof ChannelState.Idle || before instanceof ChannelState.Ended) {
            stepOpen = false;
            measuring = false;
            spectra = 0;
            steps = 0;
            rows = 0;
            rowNanos = Long.MIN_VALUE;
            orders = 0;
            cyclesEnded = 0;
            shortSeen = false;
            ledger = Optional.empty();
        }
    }

    private void follow(ChannelState before, Event event, ChannelState after, Effect effect) {
        switch (effect) {
            case Effect.Measure measure -> {
                assertThat(mayEnergise(before, event, after)).isTrue();
                order(measure.order());
                measuring = true;
            }
            case Effect.Apply apply -> {
                assertThat(mayEnergise(before, event, after))
                        .as("energised by %s in %s", event, before)
                        .isTrue();
                order(apply.order());
                energised = true;
            }
            case Effect.Disconnect disconnect -> {
                order(disconnect.order());
                energised = false;
            }
            case Effect.Setpoint setpoint -> {
                assertThat(energised).as("a set-point moves while driven").isFalse();
                order(setpoint.order());
            }
            case Effect.MakeSafe ignored -> {
                energised = false;
                measuring = false;
            }
            case Effect.StepBegan began -> {
                assertThat(stepOpen).as("a step begins inside another").isFalse();
                assertThat(began.stepCount()).isEqualTo(++steps);
                stepOpen = true;
            }
            case Effect.StepEnded ended -> {
                assertThat(stepOpen).as("a step ends twice").isTrue();
                assertThat(ended.stepCount()).isEqualTo(steps);
                stepOpen = false;
            }
            case Effect.Recorded recorded -> row(recorded.row());
            case Effect.SpectrumRecorded recorded -> spectrum(recorded.row());
            case Effect.CycleEnded cycle -> {
                assertThat(cycle.figures().cycle()).isEqualTo(cyclesEnded + 1);
                cyclesEnded++;
            }
            case Effect.ShortSeen seen -> {
                assertThat(shortSeen).as("a short is seen once").isFalse();
                assertThat(ledgerOf(after).flatMap(Ledger::lookout).flatMap(ShortLookout::alarm))
                        .hasValue(seen.alarm());
                shortSeen = true;
            }
            case Effect.Sample ignored -> {}
            case Effect.WakeAt ignored -> {}
            case Effect.Noted ignored -> {}
            case Effect.Alarm ignored -> {}
            case Effect.RunEnded ignored -> assertThat(after).isInstanceOf(ChannelState.Ended.class);
        }
    }

    private static boolean mayEnergise(ChannelState before, Event event, ChannelState after) {
        if (before instanceof ChannelState.Stopping stopping && stopping.then() == Afterwards.NEXT_STEP) {
            return event instanceof Event.Measured measured
                    && LimitCheck.atRest(stopping.at().run(), measured.reading());
        }
        boolean resumed = before instanceof ChannelState.Held
                && event instanceof Event.Asked asked
                && (asked.request() == Request.RESUME || asked.request() == Request.SKIP);
        return runs(after) && (runs(before) || resumed);
    }

    private void order(long order) {
        assertThat(measuring).as("the analyser has the cell to itself").isFalse();
        assertThat(order).isEqualTo(++orders);
    }

    private void spectrum(SpectrumRow row) {
        assertThat(row.index()).isEqualTo(++spectra);
        assertThat(row.stepCount()).isLessThanOrEqualTo(steps);
        row.after().ifPresent(after -> assertThat(after.atNanos())
                .isGreaterThanOrEqualTo(row.spectrum().endNanos()));
        assertThat(row.before().atNanos()).isLessThanOrEqualTo(row.spectrum().endNanos());
    }

    private void row(Row row) {
        assertThat(row.index()).isEqualTo(++rows);
        assertThat(row.reading().atNanos()).as("rows in time, none twice").isGreaterThan(rowNanos);
        assertThat(row.stepCount()).isEqualTo(steps);
        assertThat(row.stepNanos()).isNotNegative();
        rowNanos = row.reading().atNanos();
    }

    private void checkEnergised(ChannelState state) {
        boolean drives = state instanceof ChannelState.Running running
                && drives(running.leaf().op());
        assertThat(energised && !drives)
                .as("energised without a step that says so")
                .isFalse();
    }

    private static boolean drives(Op op) {
        return switch (op) {
            case Op.Drive drive -> !(drive.target() instanceof Target.Open);
            case Op.Measure measure -> measure.hold().isPresent();
            case Op.Settle ignored -> false;
            case Op.Repeat ignored -> false;
            case Op.Choose ignored -> false;
            case Op.Note ignored -> false;
        };
    }

    private void checkLedger(ChannelState state) {
        Optional<Ledger> now = ledgerOf(state);
        if (now.isPresent() && ledger.isPresent()) {
            Ledger was = ledger.get();
            Ledger is = now.get();
            assertThat(is.stepCount()).isGreaterThanOrEqualTo(was.stepCount());
            assertThat(is.cycle()).isGreaterThanOrEqualTo(was.cycle());
            assertThat(is.test().chargeCoulombs())
                    .isGreaterThanOrEqualTo(was.test().chargeCoulombs());
            assertThat(is.lookout().isPresent()).isEqualTo(was.lookout().isPresent());
            was.lookout().flatMap(ShortLookout::alarm).ifPresent(alarm -> assertThat(
                            is.lookout().flatMap(ShortLookout::alarm))
                    .as("a short stays")
                    .hasValue(alarm));
            assertThat(is.test().dischargeCoulombs())
                    .isGreaterThanOrEqualTo(was.test().dischargeCoulombs());
        }
        ledger = now.isPresent() ? now : ledger;
    }

    static Optional<Ledger> ledgerOf(ChannelState state) {
        return switch (state) {
            case ChannelState.Idle ignored -> Optional.empty();
            case ChannelState.Running running -> Optional.of(running.ledger());
            case ChannelState.Stopping stopping -> Optional.of(stopping.at().ledger());
            case ChannelState.Held held -> Optional.of(held.at().ledger());
            case ChannelState.Ended ended -> Optional.of(ended.ledger());
        };
    }
}
