package cellwright.world;

import cellwright.engine.Effect;
import cellwright.engine.Event;
import cellwright.engine.SamplingPlan;
import cellwright.engine.sense.SenseRules;
import cellwright.engine.sense.Senses;
import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Spectrum;
import cellwright.instrument.SteppedAnalyser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** One channel of the virtual world: its rig, its plan, its alarm clock. */
final class VirtualSeat {
    private static final long NEVER = Long.MAX_VALUE;
    /** So many failures without a reading in between, and the rig is given up: virtual time cannot pass without it. */
    private static final int FAILURES_MAX = 100;
    /** An implausible reading is looked at again so soon. */
    private static final long DOUBT_NANOS = 100_000_000L;

    private final Rig rig;
    private final Deque<Event> atOnce = new ArrayDeque<>();
    private final PriorityQueue<Visit> scheduled = new PriorityQueue<>();
    private SamplingPlan plan = new SamplingPlan(List.of(), 0, 0, NEVER, NEVER);
    private Optional<Effect.Measure> measuring = Optional.empty();
    private long wakeNanos = NEVER;
    private Senses senses;
    private int failures;
    private long visits;
    boolean queued;

    VirtualSeat(Rig rig, SenseRules rules) {
        this.rig = rig;
        this.senses = Senses.of(rules);
    }

    long nowNanos() {
        return rig.foresight().nowNanos();
    }

    void schedule(Event event) {
        if (event.atNanos() < nowNanos()) {
            throw new IllegalArgumentException(
                    "an event at " + event.atNanos() + " ns lies in the past; the rig stands at " + nowNanos() + " ns");
        }
        scheduled.add(new Visit(event.atNanos(), visits++, event));
    }

    /** What happens next here; empty if nothing will, until something is commanded. */
    Optional<Event> next() {
        Optional<Event> past = past();
        if (past.isPresent()) {
            return past;
        }
        long until = Math.min(visitNanos(), horizon(nowNanos()));
        boolean idle = until == NEVER && measuring.isEmpty();
        return idle || failures >= FAILURES_MAX ? Optional.empty() : Optional.of(advance(until));
    }

    /** What has happened and was not told yet, in the order of time; answers come first where times are equal. */
    private Optional<Event> past() {
        long now = nowNanos();
        long answer = atOnce.isEmpty() ? NEVER : atOnce.element().atNanos();
        long visit = visitNanos();
        if (visit <= now && visit < answer) {
            return Optional.of(scheduled.remove().event);
        }
        if (wakeNanos <= now && wakeNanos < answer) {
            wakeNanos = NEVER;
            return Optional.of(new Event.Due(now));
        }
        return Optional.ofNullable(atOnce.poll());
    }

    private long visitNanos() {
        return scheduled.isEmpty() ? NEVER : scheduled.element().atNanos;
    }

    void perform(Effect.Command command) {
        try {
            switch (command) {
                case Effect.Apply apply -> {
                    rig.potentiostat().apply(apply.control(), apply.guard());
                    senses = senses.driven(apply.control()).inForce(nowNanos());
                    acknowledge(apply.order());
                    look();
                }
                case Effect.Disconnect disconnect -> {
                    rig.potentiostat().apply(new Control.Open(), widest());
                    senses = senses.driven(new Control.Open());
                    acknowledge(disconnect.order());
                    look();
                }
                case Effect.Setpoint setpoint -> {
                    rig.regulator().setpoint(setpoint.signal(), setpoint.value(), setpoint.ramp());
                    acknowledge(setpoint.order());
                }
                case Effect.Measure measure -> begin(measure);
                case Effect.MakeSafe ignored -> {
                    senses = senses.driven(new Control.Open());
                    rig.potentiostat().makeSafe();
                    atOnce.add(new Event.Safe(nowNanos()));
                    finished().filter(VirtualSeat::hasPoints).ifPresent(atOnce::add);
                    look();
                }
                case Effect.Sample sample -> {
                    plan = sample.plan();
                    rig.foresight().watch(plan.watches());
                }
                case Effect.WakeAt wake -> wakeNanos = wake.atNanos();
            }
        } catch (InstrumentException failure) {
            atOnce.add(failed(failure));
        }
    }

    private void begin(Effect.Measure order) throws InstrumentException {
        if (rig.analyser().isEmpty()) {
            atOnce.add(new Event.Failed(nowNanos(), "no impedance analyser belongs to this rig"));
            return;
        }
        rig.analyser().get().begin(order.sweep());
        measuring = Optional.of(order);
        senses = senses.disturbed();
    }

    /** The answer to the measurement under way, if it is over. */
    private Optional<Event> finished() {
        if (measuring.isEmpty()) {
            return Optional.empty();
        }
        Effect.Measure order = measuring.get();
        Optional<Spectrum> spectrum = rig.analyser().flatMap(SteppedAnalyser::finished);
        if (spectrum.isPresent()) {
            measuring = Optional.empty();
            senses = senses.inForce(nowNanos());
        }
        return spectrum.map(found -> answer(order, found));
    }

    /** A measurement that is made safe during its first frequency has come to nothing. */
    private static boolean hasPoints(Event answer) {
        return !(answer instanceof Event.SpectrumTaken taken)
                || !taken.spectrum().points().isEmpty();
    }

    private Event answer(Effect.Measure order, Spectrum spectrum) {
        int points = spectrum.points().size();
        return points <= Event.SpectrumTaken.POINTS_MAX
                ? new Event.SpectrumTaken(nowNanos(), order.order(), spectrum)
                : new Event.Failed(
                        nowNanos(),
                        "the analyser returned " + points + " points; at most " + Event.SpectrumTaken.POINTS_MAX
                                + " can be kept, ask for fewer per decade");
    }

    private void acknowledge(long order) {
        atOnce.add(new Event.Acknowledged(nowNanos(), order));
    }

    private void look() throws InstrumentException {
        seen(rig.foresight().read());
    }

    private void seen(Reading reading) {
        atOnce.add(new Event.Measured(reading));
        senses = senses.after(reading, Optional.empty());
        senses.finding().ifPresent(finding -> atOnce.add(new Event.Failed(reading.atNanos(), finding)));
    }

    private Event advance(long until) {
        try {
            Reading reading = rig.foresight().advance(until);
            failures = 0;
            seen(reading);
            finished().ifPresent(atOnce::addFirst);
            return atOnce.remove();
        } catch (InstrumentException failure) {
            return failed(failure);
        }
    }

    private Event failed(InstrumentException failure) {
        failures++;
        return new Event.Failed(nowNanos(), String.valueOf(failure.getMessage()));
    }

    /** The latest instant to which the rig may jump for the engine's sake. */
    private long horizon(long now) {
        long until = senses.doubts() ? Math.min(wakeNanos, now + DOUBT_NANOS) : wakeNanos;
        if (plan.gridNanos() > 0) {
            long passed = Math.floorDiv(now - plan.gridOriginNanos(), plan.gridNanos());
            until = Math.min(until, plan.gridOriginNanos() + (passed + 1) * plan.gridNanos());
        }
        return plan.maxGapNanos() < NEVER - now ? Math.min(until, now + plan.maxGapNanos()) : until;
    }

    private Guard widest() {
        Envelope envelope = rig.potentiostat().envelope();
        return new Guard(envelope.voltsMin(), envelope.voltsMax(), envelope.ampsMax(), NEVER);
    }

    /** An event that comes from outside; those of the same time come in the order they were announced. */
    private record Visit(long atNanos, long number, Event event) implements Comparable<Visit> {
        @Override
        public int compareTo(Visit other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }
}
