package cellwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cellwright.engine.Event.Request;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.protocol.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Drives {@link Channel#on} with events made by hand. Commands are acknowledged at once unless that is turned off; every
 * transition is checked against the table and the invariants.
 */
final class Scenario {
    static final long SECOND = Nanos.PER_SECOND;

    final List<Event> events = new ArrayList<>();
    final List<ChannelState> states = new ArrayList<>();
    final List<Effect> effects = new ArrayList<>();
    final Set<TransitionTable.Row> taken = new LinkedHashSet<>();
    final Invariants invariants = new Invariants();
    ChannelState state = new ChannelState.Idle();
    List<Effect> latest = List.of();
    long now;
    boolean answers = true;

    /** A scenario that has started and whose cell was seen at rest, so that the first step has begun. */
    static Scenario begun(Program program) {
        return new Scenario().start(program).read(0.1, 3.7, 0);
    }

    Scenario start(Program program) {
        return on(new Event.Started(now, "run", program, 0));
    }

    Scenario on(Event event) {
        take(event);
        List<Effect> said = latest;
        if (answers) {
            said.forEach(this::answer);
            latest = said;
        }
        return this;
    }

    private void take(Event event) {
        now = event.atNanos();
        Transition transition = Channel.on(state, event);
        taken.add(TransitionTable.taken(state, event, transition)
                .orElseThrow(() -> new AssertionError(
                        "not declared: " + state + " on " + event + " gives " + transition.state())));
        invariants.check(state, event, transition);
        events.add(event);
        effects.addAll(transition.effects());
        latest = transition.effects();
        state = transition.state();
        states.add(state);
    }

    private void answer(Effect effect) {
        if (effect instanceof Effect.MakeSafe) {
            take(new Event.Safe(now));
        } else if (effect instanceof Effect.Apply apply) {
            take(new Event.Acknowledged(now, apply.order()));
        } else if (effect instanceof Effect.Disconnect disconnect) {
            take(new Event.Acknowledged(now, disconnect.order()));
        } else if (effect instanceof Effect.Setpoint setpoint) {
            take(new Event.Acknowledged(now, setpoint.order()));
        }
    }

    /** Lets time pass, then reads voltage and current. */
    Scenario read(double seconds, double volts, double amps) {
        return read(seconds, Sample.good(Signal.VOLTAGE, volts), Sample.good(Signal.CURRENT, amps));
    }

    Scenario read(double seconds, Sample... samples) {
        return on(new Event.Measured(Reading.at(later(seconds), samples)));
    }

    /** Reads as often as given, a second apart. */
    Scenario reads(int times, double volts, double amps) {
        for (int i = 0; i < times; i++) {
            read(1, volts, amps);
        }
        return this;
    }

    Scenario pressed(double seconds, double volts, double amps, double pascals) {
        return read(
                seconds,
                Sample.good(Signal.VOLTAGE, volts),
                Sample.good(Signal.CURRENT, amps),
                Sample.good(Signal.PRESSURE, pascals));
    }

    Scenario counted(double seconds, double volts, double amps, double coulombs) {
        return read(
                seconds,
                Sample.good(Signal.VOLTAGE, volts),
                Sample.good(Signal.CURRENT, amps),
                Sample.good(Signal.CHARGE, coulombs));
    }

    static Sample bad(Signal signal, Quality quality) {
        return new Sample(signal, 9.9e37, quality);
    }

    Scenario due(double seconds) {
        return on(new Event.Due(later(seconds)));
    }

    Scenario ask(Request request) {
        return on(new Event.Asked(now, request, "anna"));
    }

    Scenario failed(String message) {
        return on(new Event.Failed(now, message));
    }

    Scenario silent(double seconds) {
        long since = now;
        return on(new Event.Silent(later(seconds), since));
    }

    /** The world says that nothing was heard for so long, up to now. */
    Scenario silentFor(double seconds) {
        return on(new Event.Silent(now, now - Math.round(seconds * SECOND)));
    }

    Scenario recovered(double seconds) {
        long last = now;
        return on(new Event.Recovered(later(seconds), last));
    }

    /** Lets time pass, then answers the last order with a spectrum of so many points. */
    Scenario spectrum(double seconds, int points) {
        return spectrum(seconds, all(Effect.Measure.class).getLast().order(), points);
    }

    Scenario spectrum(double seconds, long order, int points) {
        long began = now;
        long ends = later(seconds);
        return on(new Event.SpectrumTaken(ends, order, new Spectrum(began, ends, points(points))));
    }

    static List<Spectrum.Point> points(int count) {
        List<Spectrum.Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Spectrum.Point(100 * Math.pow(10, -i), 10 + i, -i, Quality.GOOD));
        }
        return points;
    }

    List<SpectrumRow> spectra() {
        return all(Effect.SpectrumRecorded.class).stream()
                .map(Effect.SpectrumRecorded::row)
                .toList();
    }

    Scenario safe() {
        return on(new Event.Safe(now));
    }

    Scenario quiet() {
        answers = false;
        return this;
    }

    /** Brings a running channel to rest and holds it there. */
    Scenario held() {
        return ask(Request.HOLD).read(0.1, 3.7, 0);
    }

    private long later(double seconds) {
        return now + Math.round(seconds * 1e9);
    }

    <T extends Effect> List<T> all(Class<T> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends Effect> List<T> latest(Class<T> kind) {
        return latest.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Row> rows() {
        return all(Effect.Recorded.class).stream().map(Effect.Recorded::row).toList();
    }

    List<CycleFigures> cycles() {
        return all(Effect.CycleEnded.class).stream()
                .map(Effect.CycleEnded::figures)
                .toList();
    }

    ChannelState.Running running() {
        assertThat(state).isInstanceOf(ChannelState.Running.class);
        return (ChannelState.Running) state;
    }

    ChannelState.Stopping stopping() {
        assertThat(state).isInstanceOf(ChannelState.Stopping.class);
        return (ChannelState.Stopping) state;
    }

    ChannelState.Held heldState() {
        assertThat(state).isInstanceOf(ChannelState.Held.class);
        return (ChannelState.Held) state;
    }

    Scenario stoppedBy(Cause.Kind kind) {
        assertThat(stopping().cause().kind()).isEqualTo(kind);
        assertThat(latest.getFirst()).isInstanceOf(Effect.MakeSafe.class);
        return this;
    }

    Scenario at(String cursor) {
        assertThat(running().cursor()).hasToString(cursor);
        return this;
    }
}
