package cellwright.engine;

import cellwright.instrument.Control;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Watch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A virtual world of linear cells: it jumps to the next occasion the engine wants to see, or would notice. */
final class FakeWorld implements World {
    static final long MEASURING_NANOS = 30 * Nanos.PER_SECOND;
    private static final long NEVER = Long.MAX_VALUE;

    final List<FakeCell> cells = new ArrayList<>();
    /** Commands in the order they came, with what the log had done by then. */
    final List<String> orders = new ArrayList<>();

    private final List<Place> places = new ArrayList<>();
    private final Deque<Occurrence> ready = new ArrayDeque<>();
    private Runnable before = () -> {};
    private long now;

    FakeWorld(int channels) {
        for (int i = 0; i < channels; i++) {
            cells.add(new FakeCell());
            places.add(new Place());
        }
    }

    long now() {
        return now;
    }

    /** Told before each command is carried out. */
    void watchCommands(Runnable watcher) {
        before = watcher;
    }

    @Override
    public void perform(int channel, Effect.Command command) {
        before.run();
        FakeCell cell = cells.get(channel);
        Place place = places.get(channel);
        orders.add(command.getClass().getSimpleName());
        place.mayBeAsked(command);
        switch (command) {
            case Effect.Apply apply -> {
                cell.apply(apply.control());
                acknowledge(channel, apply.order());
            }
            case Effect.Disconnect disconnect -> {
                cell.apply(new Control.Open());
                acknowledge(channel, disconnect.order());
            }
            case Effect.Setpoint setpoint -> {
                cell.press(setpoint.value());
                acknowledge(channel, setpoint.order());
            }
            case Effect.Measure measure -> place.measure(measure, cell, now);
            case Effect.MakeSafe ignored -> {
                place.breakOff(now).ifPresent(taken -> ready.add(new Occurrence(channel, taken)));
                cell.apply(new Control.Open());
                if (!cell.faults.contains(FakeCell.Fault.DEAF)) {
                    ready.add(new Occurrence(channel, new Event.Safe(now)));
                }
            }
            case Effect.Sample sample -> place.plan(sample.plan(), cell, now);
            case Effect.WakeAt wake -> place.wakeNanos = wake.atNanos();
        }
    }

    private void acknowledge(int channel, long order) {
        ready.add(new Occurrence(channel, new Event.Acknowledged(now, order)));
    }

    @Override
    public Optional<Occurrence> take() {
        if (ready.isEmpty()) {
            jump();
        }
        return Optional.ofNullable(ready.poll());
    }

    private void jump() {
        long next = NEVER;
        for (int channel = 0; channel < cells.size(); channel++) {
            next = Math.min(next, places.get(channel).next(cells.get(channel), now));
        }
        if (next == NEVER) {
            return;
        }
        long seconds = next - now;
        cells.forEach(cell -> cell.advance(seconds * 1e-9));
        now = next;
        for (int channel = 0; channel < cells.size(); channel++) {
            tell(channel, places.get(channel), cells.get(channel));
        }
    }

    private void tell(int channel, Place place, FakeCell cell) {
        if (place.answerNanos == now) {
            ready.add(new Occurrence(channel, place.answer(now)));
            place.readNanos = now;
            ready.add(new Occurrence(channel, new Event.Measured(cell.read(now, now))));
            return;
        }
        if (place.next == now) {
            if (cell.faults.contains(FakeCell.Fault.SILENT)) {
                if (now - place.readNanos >= place.silenceNanos() && !place.silenceTold) {
                    place.silenceTold = true;
                    ready.add(new Occurrence(channel, new Event.Silent(now, place.readNanos)));
                }
            } else {
                Reading reading = cell.read(place.readNanos, now);
                place.readNanos = now;
                place.silenceTold = false;
                ready.add(new Occurrence(channel, new Event.Measured(reading)));
            }
        }
        if (place.wakeNanos == now) {
            place.wakeNanos = NEVER;
            ready.add(new Occurrence(channel, new Event.Due(now)));
        }
    }

    /** What the world knows of one channel's wishes. */
    private static final class Place {
        private SamplingPlan plan = new SamplingPlan(List.of(), 0, 0, NEVER, NEVER);
        private FakeCell base = new FakeCell();
        private long wakeNanos = NEVER;
        private long readNanos;
        private long next = NEVER;
        private boolean silenceTold;
        private long order;
        private long orderedNanos;
        private long answerNanos = NEVER;

        /** The analyser takes half a minute for three points, during which the cell is not read. */
        void measure(Effect.Measure command, FakeCell cell, long now) {
            order = command.order();
            orderedNanos = now;
            answerNanos = cell.faults.contains(FakeCell.Fault.MUTE) ? NEVER - 1 : now + MEASURING_NANOS;
        }

        /** While the analyser has the cell, nothing may be done to it but to make it safe. */
        void mayBeAsked(Effect.Command command) {
            boolean harmless = command instanceof Effect.MakeSafe
                    || command instanceof Effect.Sample
                    || command instanceof Effect.WakeAt;
            if (answerNanos < NEVER && !harmless) {
                throw new AssertionError("during a measurement the engine asked for " + command);
            }
        }

        Event answer(long now) {
            long begun = orderedNanos;
            int points = Math.toIntExact(3 * (now - begun) / MEASURING_NANOS);
            answerNanos = NEVER;
            return new Event.SpectrumTaken(now, order, new Spectrum(begun, now, Scenario.points(points)));
        }

        /** The points there are, if it was measuring. */
        Optional<Event> breakOff(long now) {
            boolean measuring = answerNanos < NEVER - 1;
            Optional<Event> answer = measuring ? Optional.of(answer(now)) : Optional.empty();
            answerNanos = NEVER;
            return answer;
        }

        void plan(SamplingPlan wanted, FakeCell cell, long now) {
            plan = wanted;
            base = cell.copy();
            if (readNanos == 0) {
                readNanos = now;
            }
        }

        long silenceNanos() {
            return plan.silenceNanos();
        }

        /** The next instant at which something is to be told; remembers it. */
        long next(FakeCell cell, long now) {
            if (answerNanos < NEVER) {
                next = NEVER;
                return Math.min(answerNanos, wakeNanos);
            }
            if (cell.faults.contains(FakeCell.Fault.SILENT)) {
                long silent = silenceTold ? NEVER : Nanos.sum(readNanos, plan.silenceNanos());
                next = silent > now ? silent : NEVER;
                return Math.min(next, wakeNanos);
            }
            long horizon = Math.min(wakeNanos, Nanos.sum(readNanos, plan.maxGapNanos()));
            if (plan.gridNanos() > 0) {
                long index = Math.floorDiv(now - plan.gridOriginNanos(), plan.gridNanos()) + 1;
                horizon = Math.min(horizon, plan.gridOriginNanos() + index * plan.gridNanos());
            }
            if (horizon <= now) {
                horizon = now + 1;
            }
            if (horizon == NEVER && plan.watches().isEmpty()) {
                next = NEVER;
                return NEVER;
            }
            long until = Math.min(horizon, now + 36_000 * Nanos.PER_SECOND);
            next = until;
            for (Watch watch : plan.watches()) {
                next = Math.min(next, crossing(watch, cell, now, next));
            }
            return next;
        }

        private long crossing(Watch watch, FakeCell cell, long now, long until) {
            if (fulfilled(watch, cell, 0) || !fulfilled(watch, cell, until - now)) {
                return until;
            }
            long outside = 0;
            long inside = until - now;
            while (inside - outside > 100_000) {
                long middle = outside + (inside - outside) / 2;
                if (fulfilled(watch, cell, middle)) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            return now + inside;
        }

        private boolean fulfilled(Watch watch, FakeCell cell, long later) {
            FakeCell then = cell.copy();
            then.advance(later * 1e-9);
            return switch (watch) {
                case Watch.Above above -> value(then, above.signal(), above.magnitude()) >= above.level();
                case Watch.Below below -> value(then, below.signal(), below.magnitude()) <= below.level();
                case Watch.Change change -> Math.abs(then.value(change.signal()) - change.from()) >= change.step();
                case Watch.ChargePassed passed -> moved(then, passed.coulombs());
                case Watch.EnergyPassed passed -> moved(then, passed.joules() / 4);
            };
        }

        private boolean moved(FakeCell then, double coulombs) {
            var charge = Signal.CHARGE;
            return Math.abs(then.value(charge) - base.value(charge)) >= coulombs;
        }

        private static double value(FakeCell cell, Signal signal, boolean magnitude) {
            double value = cell.value(signal);
            return magnitude ? Math.abs(value) : value;
        }
    }
}
