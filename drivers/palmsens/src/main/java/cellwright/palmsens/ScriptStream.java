package cellwright.palmsens;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Reading;
import cellwright.palmsens.codec.DataPackage;
import cellwright.palmsens.codec.Told;
import cellwright.palmsens.codec.VarType;
import cellwright.palmsens.codec.Variable;
import cellwright.palmsens.script.Limits;
import cellwright.palmsens.script.RunState;
import cellwright.palmsens.script.Script;
import java.time.Duration;
import java.util.Optional;

/**
 * A script that runs and streams readings. Mutable, the thread of the link only.
 *
 * <p>A package found waiting is stamped with the time it is fetched. It came after the last look, so that is off by no
 * more than the time between two looks; where nobody looked for long, what waits is passed over and the next package
 * is awaited. A package that was under way for longer than that by the instrument's own clock is no reading of now: its
 * values are {@code STALE}.
 */
final class ScriptStream {
    private static final Duration LOOKED_LATELY = Duration.ofSeconds(1);
    private static final Duration SET_UP = Duration.ofSeconds(2);
    private static final int INTERVALS = 3;
    private static final double NANOS = 1e9;

    private final Conversation conversation;
    private final Script script;
    private final Duration interval;
    private final Readings readings;
    private final Lag lag;
    private RunState state = new RunState.Sent();
    private double openVolts = Double.NaN;
    private boolean toldBack;
    private double lastSeconds = Double.NEGATIVE_INFINITY;
    private long lookedNanos;
    private int variables;
    private int otherVariables;

    private ScriptStream(Conversation conversation, Script script, Duration interval, Readings readings) {
        this.conversation = conversation;
        this.script = script;
        this.interval = interval;
        this.readings = readings;
        this.lag = new Lag(conversation.wire().nowNanos());
    }

    /**
     * Sends a script and follows it until it measures.
     *
     * @param limits what it must tell back before it energises; empty for a script that never does
     * @throws InstrumentException {@code REFUSED} if the instrument does not take it or finds the cell outside its
     *     limits, {@code GARBLED} if the limits do not come back as they were sent; the circuit is open then
     */
    static ScriptStream begin(
            Conversation conversation, Script script, Optional<Limits> limits, Duration interval, Readings readings)
            throws InstrumentException {
        var stream = new ScriptStream(conversation, script, interval, readings);
        stream.begin(limits);
        return stream;
    }

    private void begin(Optional<Limits> limits) throws InstrumentException {
        conversation.wire().forget();
        conversation.begin(script);
        Deadline deadline =
                conversation.wire().within(conversation.patience().plus(SET_UP).plus(interval.multipliedBy(2)));
        while (state.running() && !(state instanceof RunState.Measuring)) {
            Told told = conversation.next(deadline, "the beginning of the script \"" + script.name() + '"');
            Optional<DataPackage> data = take(told);
            if (data.isPresent()) {
                prepare(data.get(), limits);
            }
        }
        if (state instanceof RunState.Broken broken) {
            throw conversation.brokenAndOff(script, broken);
        }
        conversation.inStep();
        if (state instanceof RunState.Over over) {
            throw conversation.wire().fault(Kind.REFUSED, "did not begin \"" + script.name() + "\": " + why(over));
        }
        if (limits.isPresent() && !toldBack) {
            throw refuseLimits("did not tell its limits back");
        }
        lookedNanos = conversation.wire().nowNanos();
    }

    private String why(RunState.Over over) {
        String stands = Double.isNaN(openVolts) ? "" : "; the open cell stands at " + openVolts + " V";
        return over.verdict().map(verdict -> verdict.words() + stands).orElse("it ended at once");
    }

    private void prepare(DataPackage data, Optional<Limits> limits) throws InstrumentException {
        if (data.first(VarType.JA).isEmpty()) {
            openVolts = data.first(VarType.AB).map(Variable::value).orElse(openVolts);
        } else if (limits.isPresent() && !limits.get().toldBack(data)) {
            throw refuseLimits("told back other limits than it was given, " + data.variables());
        } else {
            toldBack = true;
        }
    }

    private InstrumentException refuseLimits(String what) throws InstrumentException {
        conversation.stop(interval.multipliedBy(2));
        conversation.carryOut(Script.CELL_OFF);
        return conversation
                .wire()
                .fault(Kind.GARBLED, what + " for \"" + script.name() + "\"; the circuit was opened, try again");
    }

    /** Follows the script by a line; a package whose clock runs backwards is not of this script. */
    Optional<DataPackage> take(Told told) {
        RunState.Heard heard = state.on(told);
        state = heard.next();
        return heard.data().filter(this::inOrder);
    }

    private boolean inOrder(DataPackage data) {
        double seconds = data.first(VarType.EB).map(Variable::value).orElse(lastSeconds);
        if (!(seconds >= lastSeconds)) {
            return false;
        }
        lastSeconds = seconds;
        return true;
    }

    RunState state() {
        return state;
    }

    Script script() {
        return script;
    }

    /**
     * The newest reading; empty if the script has come to its end and nothing newer is known.
     *
     * @throws InstrumentException {@code TIMEOUT} or {@code GARBLED} if none comes in time, {@code LOST} from the link
     */
    Optional<Reading> read() throws InstrumentException {
        Wire wire = conversation.wire();
        boolean lately = wire.nowNanos() - lookedNanos <= lately();
        Deadline deadline = wire.within(interval.multipliedBy(INTERVALS).plus(conversation.patience()));
        Optional<Reading> newest = waiting(deadline).filter(found -> lately);
        while (newest.isEmpty() && state.running()) {
            Optional<Reading> awaited = awaited(deadline);
            newest = awaited.isPresent() ? waiting(deadline).or(() -> awaited) : awaited;
        }
        lookedNanos = wire.nowNanos();
        return newest;
    }

    /** Takes the next line; after an empty one amid a loop silence says that the script is over. */
    private Optional<Reading> awaited(Deadline deadline) throws InstrumentException {
        try {
            return reading(conversation.next(deadline, "a reading every " + interval.toMillis() + " ms"));
        } catch (InstrumentException silent) {
            if (silent.kind() != Kind.TIMEOUT || !(state instanceof RunState.Hushed)) {
                throw silent;
            }
            state = new RunState.Over(Optional.empty());
            return Optional.empty();
        }
    }

    /** The newest of the readings that have come already; behind a link that stalled several come at once. */
    private Optional<Reading> waiting(Deadline deadline) throws InstrumentException {
        Wire wire = conversation.wire();
        var now = new Deadline(wire.nowNanos());
        Optional<Reading> newest = Optional.empty();
        Optional<Told> told = wire.next(now);
        while (told.isPresent() && deadline.leftNanos(wire.nowNanos()) > 0) {
            Optional<Reading> found = reading(told.get());
            newest = found.isPresent() ? found : newest;
            told = wire.next(now);
        }
        return newest;
    }

    private long lately() {
        return Math.max(LOOKED_LATELY.toNanos(), 2 * interval.toNanos());
    }

    private Optional<Reading> reading(Told told) {
        return take(told).filter(this::whole).map(this::reading);
    }

    /**
     * Every package of a script has the same number of variables: one that has not is what became of one or two of them on
     * their way. Two alike in a row are believed, lest the first of all was the hurt one.
     */
    private boolean whole(DataPackage data) {
        int count = data.variables().size();
        if (variables == 0 || count == variables || count == otherVariables) {
            variables = count;
            otherVariables = 0;
            return true;
        }
        otherVariables = count;
        conversation.wire().wasHurt();
        return false;
    }

    private Reading reading(DataPackage data) {
        long now = conversation.wire().nowNanos();
        double late = data.first(VarType.EB)
                .map(seconds -> lag.seconds(seconds.value(), now))
                .orElse(0.0);
        Reading reading = readings.of(data, now);
        return late * NANOS > lately() ? Readings.stale(reading) : reading;
    }
}
