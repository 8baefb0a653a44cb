package cellwright.engine;

import static cellwright.engine.TransitionTable.Phase.ENDED;
import static cellwright.engine.TransitionTable.Phase.HELD;
import static cellwright.engine.TransitionTable.Phase.IDLE;
import static cellwright.engine.TransitionTable.Phase.RUNNING;
import static cellwright.engine.TransitionTable.Phase.STOPPING;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every way a channel can go, declared once: what is allowed to follow from what. The tests compare it with what the
 * channel does, and the diagram in {@code docs/channel-states.md} is drawn from it.
 */
public final class TransitionTable {
    /** Where no guard is needed. */
    public static final String ALWAYS = "";

    private static final String NEXT_STEP = "next step";
    private static final String LIMIT = "limit violated";
    private static final String ENVELOPE = "envelope violated";
    private static final String LATE = "late";
    private static final String FAILURE = "failure";
    private static final String DONE = "last step done";
    private static final String AT_REST = "at rest seen";
    private static final String FLOWS = "current flows";
    private static final String OFTEN = "told often";
    private static final String LATCHED = "latched";
    private static final String UNSEEN = "not seen lately";
    private static final String CANNOT = "the next step cannot be done";
    private static final String NO_STEP = "no step yet";
    private static final String MEASURING = "a spectrum is being measured";
    private static final String SKIPPED = "skipped a spectrum";

    private TransitionTable() {}

    /** The table, in the order of the life of a run. */
    public static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(withoutRun(IDLE));
        rows.add(row(IDLE, Trigger.SPECTRUM_TAKEN, ALWAYS, IDLE, "nothing"));
        rows.addAll(running());
        rows.addAll(stopping());
        rows.addAll(held());
        rows.addAll(withoutRun(ENDED));
        rows.add(row(ENDED, Trigger.MEASURED, FLOWS, ENDED, "switched off again, alarm"));
        rows.add(row(ENDED, Trigger.SPECTRUM_TAKEN, ALWAYS, ENDED, "recorded as broken off"));
        return List.copyOf(rows);
    }

    /** The declared row that was taken; empty if something happened that is not declared. */
    public static Optional<Row> taken(ChannelState before, Event event, Transition transition) {
        Phase from = Phase.of(before);
        Trigger trigger = Trigger.of(event);
        String when = guard(before, trigger, transition);
        Phase to = Phase.of(transition.state());
        return rows().stream()
                .filter(row -> row.from() == from
                        && row.trigger() == trigger
                        && row.when().equals(when)
                        && row.to() == to)
                .findFirst();
    }

    private static List<Row> withoutRun(Phase phase) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(phase, Trigger.STARTED, ALWAYS, RUNNING, "the cell is made safe and looked at"));
        for (Trigger ignored : List.of(
                Trigger.MEASURED, Trigger.DUE, Trigger.SILENT, Trigger.ACKNOWLEDGED, Trigger.SAFE, Trigger.RECOVERED)) {
            rows.add(row(phase, ignored, ALWAYS, phase, "nothing"));
        }
        rows.add(row(phase, Trigger.FAILED, ALWAYS, phase, "remark"));
        for (Trigger asked : Trigger.ASKED) {
            rows.add(row(phase, asked, ALWAYS, phase, "not carried out: no run"));
        }
        return rows;
    }

    private static List<Row> running() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(RUNNING, Trigger.STARTED, ALWAYS, RUNNING, "refused"));
        rows.add(row(RUNNING, Trigger.MEASURED, ALWAYS, RUNNING, "counted, perhaps recorded"));
        rows.add(row(RUNNING, Trigger.MEASURED, NEXT_STEP, RUNNING, "the step has what it wanted"));
        rows.add(row(RUNNING, Trigger.MEASURED, LIMIT, STOPPING, "made safe"));
        rows.add(row(RUNNING, Trigger.MEASURED, ENVELOPE, STOPPING, "made safe, to be latched"));
        rows.add(row(RUNNING, Trigger.MEASURED, LATE, STOPPING, "the step says stop"));
        rows.add(row(RUNNING, Trigger.MEASURED, FAILURE, STOPPING, "not what was ordered, or unseen too long"));
        rows.add(row(RUNNING, Trigger.MEASURED, DONE, STOPPING, "made safe, then the run ends"));
        rows.add(row(RUNNING, Trigger.DUE, ALWAYS, RUNNING, "nothing was due"));
        rows.add(row(RUNNING, Trigger.DUE, NEXT_STEP, RUNNING, "time ended or interrupted the step"));
        rows.add(row(RUNNING, Trigger.DUE, LATE, STOPPING, "the step says stop"));
        rows.addAll(refusals(RUNNING, Trigger.DUE, "the next step cannot be done, or no spectrum came in time"));
        rows.add(row(RUNNING, Trigger.DUE, DONE, STOPPING, "made safe, then the run ends"));
        rows.add(row(RUNNING, Trigger.SILENT, ALWAYS, STOPPING, "made safe: nothing was heard of the cell"));
        rows.add(row(
                RUNNING, Trigger.SILENT, MEASURING, RUNNING, "the analyser has, or has just had, the cell to itself"));
        rows.add(row(RUNNING, Trigger.FAILED, ALWAYS, STOPPING, "made safe"));
        rows.add(row(RUNNING, Trigger.ACKNOWLEDGED, ALWAYS, RUNNING, "the step's command is in force"));
        rows.add(row(RUNNING, Trigger.SPECTRUM_TAKEN, ALWAYS, RUNNING, "recorded with the next reading"));
        rows.add(row(
                RUNNING, Trigger.SPECTRUM_TAKEN, FAILURE, STOPPING, "it came too late or has no points; made safe"));
        rows.add(row(RUNNING, Trigger.SAFE, ALWAYS, RUNNING, "the first look may be trusted"));
        rows.add(row(RUNNING, Trigger.ASKED_HOLD, ALWAYS, STOPPING, "made safe"));
        rows.add(row(RUNNING, Trigger.ASKED_RESUME, ALWAYS, RUNNING, "not carried out: goes on already"));
        rows.add(row(RUNNING, Trigger.ASKED_SKIP, NO_STEP, RUNNING, "not carried out"));
        rows.add(row(RUNNING, Trigger.ASKED_SKIP, NEXT_STEP, RUNNING, "the step ends now"));
        rows.add(row(RUNNING, Trigger.ASKED_SKIP, MEASURING, STOPPING, "made safe, then the next step"));
        rows.addAll(refusals(RUNNING, Trigger.ASKED_SKIP, CANNOT));
        rows.add(row(RUNNING, Trigger.ASKED_SKIP, DONE, STOPPING, "made safe, then the run ends"));
        rows.add(row(RUNNING, Trigger.ASKED_STOP, ALWAYS, STOPPING, "made safe, then the run ends"));
        rows.add(row(RUNNING, Trigger.RECOVERED, ALWAYS, STOPPING, "made safe: nobody watched for a while"));
        return rows;
    }

    /** A step that cannot begin brings the cell to rest. */
    private static List<Row> refusals(Phase from, Trigger trigger, String failed) {
        return List.of(
                row(from, trigger, LIMIT, STOPPING, "the next step is not energised"),
                row(from, trigger, ENVELOPE, STOPPING, "the next step is not energised, to be latched"),
                row(from, trigger, FAILURE, STOPPING, failed));
    }

    private static List<Row> stopping() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(STOPPING, Trigger.STARTED, ALWAYS, STOPPING, "refused"));
        rows.add(row(STOPPING, Trigger.MEASURED, ALWAYS, STOPPING, "not acknowledged, or a current flows"));
        rows.add(row(STOPPING, Trigger.MEASURED, AT_REST, HELD, "acknowledged and read back"));
        rows.add(row(STOPPING, Trigger.MEASURED, AT_REST, ENDED, "acknowledged and read back; the run is over"));
        rows.add(row(STOPPING, Trigger.MEASURED, SKIPPED, RUNNING, "at rest; the next step begins"));
        rows.addAll(refusals(STOPPING, Trigger.MEASURED, "at rest after a skip; " + CANNOT));
        rows.add(row(STOPPING, Trigger.MEASURED, DONE, STOPPING, "at rest after a skip; then the run ends"));
        rows.add(row(STOPPING, Trigger.DUE, ALWAYS, STOPPING, "told again"));
        rows.add(row(STOPPING, Trigger.DUE, OFTEN, STOPPING, "told again, alarm OFF UNVERIFIED"));
        rows.add(row(STOPPING, Trigger.SILENT, ALWAYS, STOPPING, "alarm OFF UNVERIFIED"));
        rows.add(row(STOPPING, Trigger.FAILED, ALWAYS, STOPPING, "alarm"));
        rows.add(row(STOPPING, Trigger.ACKNOWLEDGED, ALWAYS, STOPPING, "nothing"));
        rows.add(row(STOPPING, Trigger.SPECTRUM_TAKEN, ALWAYS, STOPPING, "recorded as broken off"));
        rows.add(row(STOPPING, Trigger.SAFE, ALWAYS, STOPPING, "acknowledged; a reading must confirm it"));
        rows.add(row(STOPPING, Trigger.ASKED_HOLD, ALWAYS, STOPPING, "on its way already; after a skip, held then"));
        rows.add(row(STOPPING, Trigger.ASKED_RESUME, ALWAYS, STOPPING, "not carried out: not at rest yet"));
        rows.add(row(STOPPING, Trigger.ASKED_SKIP, ALWAYS, STOPPING, "not carried out: not at rest yet"));
        rows.add(row(STOPPING, Trigger.ASKED_STOP, ALWAYS, STOPPING, "the run will end at rest"));
        rows.add(row(STOPPING, Trigger.RECOVERED, ALWAYS, STOPPING, "told again"));
        return rows;
    }

    private static List<Row> held() {
        List<Row> rows = new ArrayList<>();
        rows.add(row(HELD, Trigger.STARTED, ALWAYS, HELD, "refused"));
        rows.add(row(HELD, Trigger.MEASURED, ALWAYS, HELD, "seen at rest"));
        rows.add(row(HELD, Trigger.MEASURED, FLOWS, STOPPING, "made safe, alarm"));
        rows.add(row(HELD, Trigger.DUE, ALWAYS, HELD, "nothing"));
        rows.add(row(HELD, Trigger.SILENT, ALWAYS, HELD, "alarm"));
        rows.add(row(HELD, Trigger.FAILED, ALWAYS, HELD, "alarm"));
        rows.add(row(HELD, Trigger.ACKNOWLEDGED, ALWAYS, HELD, "nothing"));
        rows.add(row(HELD, Trigger.SPECTRUM_TAKEN, ALWAYS, HELD, "recorded as broken off"));
        rows.add(row(HELD, Trigger.SAFE, ALWAYS, HELD, "nothing"));
        rows.add(row(HELD, Trigger.ASKED_HOLD, ALWAYS, HELD, "not carried out: held already"));
        for (Trigger goOn : List.of(Trigger.ASKED_RESUME, Trigger.ASKED_SKIP)) {
            rows.add(row(HELD, goOn, LATCHED, HELD, "not carried out: the envelope was violated"));
            rows.add(row(HELD, goOn, UNSEEN, HELD, "not carried out: nothing is energised unseen"));
            rows.add(row(HELD, goOn, ALWAYS, RUNNING, "the run goes on"));
            rows.addAll(refusals(HELD, goOn, CANNOT));
        }
        rows.add(row(HELD, Trigger.ASKED_SKIP, DONE, STOPPING, "made safe, then the run ends"));
        rows.add(row(HELD, Trigger.ASKED_STOP, ALWAYS, ENDED, "the run is over"));
        rows.add(row(HELD, Trigger.RECOVERED, ALWAYS, STOPPING, "told again"));
        return rows;
    }

    private static Row row(Phase from, Trigger trigger, String when, Phase to, String meaning) {
        return new Row(from, trigger, when, to, meaning);
    }

    private static String guard(ChannelState before, Trigger trigger, Transition transition) {
        return switch (before) {
            case ChannelState.Idle ignored -> ALWAYS;
            case ChannelState.Running running -> guardOfRunning(running, trigger, transition);
            case ChannelState.Stopping ignored -> guardOfStopping(trigger, transition);
            case ChannelState.Held held -> guardOfHeld(held, trigger, transition);
            case ChannelState.Ended ignored -> alarms(transition) ? FLOWS : ALWAYS;
        };
    }

    private static String guardOfRunning(ChannelState.Running running, Trigger trigger, Transition transition) {
        boolean measuring = running.leaf().measuring();
        if (measuring && trigger == Trigger.ASKED_SKIP) {
            return MEASURING;
        }
        if (trigger == Trigger.SILENT && transition.state() instanceof ChannelState.Running) {
            return MEASURING;
        }
        boolean judged = trigger == Trigger.MEASURED
                || trigger == Trigger.DUE
                || trigger == Trigger.ASKED_SKIP
                || trigger == Trigger.SPECTRUM_TAKEN;
        if (judged && transition.state() instanceof ChannelState.Stopping stopping) {
            return word(stopping.cause());
        }
        if (judged && transition.effects().stream().anyMatch(Effect.StepBegan.class::isInstance)) {
            return NEXT_STEP;
        }
        return trigger == Trigger.ASKED_SKIP ? NO_STEP : ALWAYS;
    }

    private static String guardOfStopping(Trigger trigger, Transition transition) {
        return switch (transition.state()) {
            case ChannelState.Running ignored -> SKIPPED;
            case ChannelState.Stopping after -> {
                boolean anew =
                        trigger == Trigger.MEASURED && !transition.effects().isEmpty();
                yield anew ? word(after.cause()) : trigger == Trigger.DUE && alarms(transition) ? OFTEN : ALWAYS;
            }
            case ChannelState.Held ignored -> AT_REST;
            case ChannelState.Ended ignored -> AT_REST;
            case ChannelState.Idle ignored -> ALWAYS;
        };
    }

    private static String guardOfHeld(ChannelState.Held held, Trigger trigger, Transition transition) {
        boolean goOn = trigger == Trigger.ASKED_RESUME || trigger == Trigger.ASKED_SKIP;
        if (transition.state() instanceof ChannelState.Stopping stopping) {
            return goOn ? word(stopping.cause()) : trigger == Trigger.MEASURED ? FLOWS : ALWAYS;
        }
        if (goOn && transition.state() instanceof ChannelState.Held) {
            return held.cause().kind() == Cause.Kind.ENVELOPE ? LATCHED : UNSEEN;
        }
        return ALWAYS;
    }

    private static String word(Cause cause) {
        return switch (cause.kind()) {
            case COMPLETE -> DONE;
            case LIMIT -> LIMIT;
            case ENVELOPE -> ENVELOPE;
            case LATE -> LATE;
            case FAILURE -> FAILURE;
            case ASKED, INTERRUPTION -> ALWAYS;
        };
    }

    private static boolean alarms(Transition transition) {
        return transition.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Alarm alarm && alarm.urgency() == Effect.Urgency.CRITICAL);
    }

    /**
     * One way a channel can go.
     *
     * @param from where it is
     * @param trigger what happens
     * @param when what decides between the ways; {@link #ALWAYS} where nothing does
     * @param to where it is then
     * @param meaning what is done
     */
    public record Row(Phase from, Trigger trigger, String when, Phase to, String meaning) {}

    /** The kinds of {@link ChannelState}. */
    public enum Phase {
        /** No run. */
        IDLE,
        /** A run goes on. */
        RUNNING,
        /** On the way to rest. */
        STOPPING,
        /** At rest, waiting for a person. */
        HELD,
        /** Over, at rest. */
        ENDED;

        /** The kind of a state. */
        public static Phase of(ChannelState state) {
            return switch (state) {
                case ChannelState.Idle ignored -> IDLE;
                case ChannelState.Running ignored -> RUNNING;
                case ChannelState.Stopping ignored -> STOPPING;
                case ChannelState.Held ignored -> HELD;
                case ChannelState.Ended ignored -> ENDED;
            };
        }

        /** Whether there is a run that has not ended. */
        public boolean hasRun() {
            return switch (this) {
                case RUNNING, STOPPING, HELD -> true;
                case IDLE, ENDED -> false;
            };
        }
    }

    /** The kinds of {@link Event}, requests apart. */
    public enum Trigger {
        /** A run begins. */
        STARTED,
        /** The channel was read. */
        MEASURED,
        /** The alarm clock went off. */
        DUE,
        /** No reading for too long. */
        SILENT,
        /** An instrument failed. */
        FAILED,
        /** A command was acknowledged. */
        ACKNOWLEDGED,
        /** A spectrum was taken. */
        SPECTRUM_TAKEN,
        /** Open circuit was acknowledged. */
        SAFE,
        /** A person asks for rest. */
        ASKED_HOLD,
        /** A person asks to go on. */
        ASKED_RESUME,
        /** A person asks for the next step. */
        ASKED_SKIP,
        /** A person asks for the end. */
        ASKED_STOP,
        /** The engine came back. */
        RECOVERED;

        static final List<Trigger> ASKED = List.of(ASKED_HOLD, ASKED_RESUME, ASKED_SKIP, ASKED_STOP);

        /** The kind of an event. */
        public static Trigger of(Event event) {
            return switch (event) {
                case Event.Started ignored -> STARTED;
                case Event.Measured ignored -> MEASURED;
                case Event.Due ignored -> DUE;
                case Event.Silent ignored -> SILENT;
                case Event.Failed ignored -> FAILED;
                case Event.Acknowledged ignored -> ACKNOWLEDGED;
                case Event.SpectrumTaken ignored -> SPECTRUM_TAKEN;
                case Event.Safe ignored -> SAFE;
                case Event.Asked asked ->
                    switch (asked.request()) {
                        case HOLD -> ASKED_HOLD;
                        case RESUME -> ASKED_RESUME;
                        case SKIP -> ASKED_SKIP;
                        case STOP -> ASKED_STOP;
                    };
                case Event.Recovered ignored -> RECOVERED;
            };
        }

        /** In words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
