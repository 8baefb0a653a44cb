package cellwright.world;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Progress;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.SteppedAnalyser;
import cellwright.instrument.Sweep;
import cellwright.instrument.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rig that can be seen through: the cell is a capacitor of one farad, so that one ampere moves it by a volt a second.
 * What fails is said by name; what it was told is kept.
 */
final class ScriptedRig implements Potentiostat, Regulator, SteppedAnalyser {
    static final long SECOND = 1_000_000_000L;
    private static final double START_VOLTS = 3;

    final List<String> told = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    private List<Watch> watches = List.of();
    private long now;
    private double coulombs;
    private double amps;
    private Optional<Sweep> sweep = Optional.empty();
    private final List<Spectrum.Point> points = new ArrayList<>();
    private long began;
    private boolean ended;
    /** A relay that sticks: commands to open are acknowledged and do nothing. */
    boolean stuck;

    static Rig rig(ScriptedRig rig) {
        return Rig.of(rig);
    }

    @Override
    public long nowNanos() {
        return now;
    }

    @Override
    public void watch(List<Watch> occasions) {
        watches = List.copyOf(occasions);
    }

    @Override
    public Reading advance(long untilNanos) throws InstrumentException {
        mayFail("advance");
        long since = now;
        long until = Math.min(untilNanos, pointEndNanos());
        now = Math.min(until, crossing(until));
        coulombs += amps * (now - since) / SECOND;
        if (now == pointEndNanos()) {
            points.add(new Spectrum.Point(sweep.orElseThrow().fromHz(), 1, -1, Quality.GOOD));
        }
        return reading(since);
    }

    @Override
    public Reading read() throws InstrumentException {
        mayFail("read");
        return reading(now);
    }

    @Override
    public void apply(Control control, Guard guard) throws InstrumentException {
        told.add("apply " + control);
        mayFail("apply");
        end();
        if (!stuck || control.energises()) {
            amps = control instanceof Control.Current current ? current.amps() : 0;
        }
    }

    @Override
    public void makeSafe() throws InstrumentException {
        told.add("make safe");
        mayFail("makeSafe");
        end();
        amps = stuck ? amps : 0;
    }

    @Override
    public void setpoint(Signal signal, double value, Ramp ramp) throws InstrumentException {
        told.add("setpoint " + signal.name() + " " + value);
        mayFail("setpoint");
    }

    /** A second a point; {@code amps} flow on meanwhile. */
    @Override
    public void begin(Sweep wanted) throws InstrumentException {
        told.add("measure " + wanted.fromHz());
        mayFail("measure");
        sweep = Optional.of(wanted);
        began = now;
        points.clear();
    }

    @Override
    public Optional<Spectrum> finished() {
        boolean over = sweep.map(one -> points.size() >= one.pointsPerDecade()).orElse(ended);
        if (!over) {
            return Optional.empty();
        }
        ended = false;
        sweep = Optional.empty();
        return Optional.of(new Spectrum(began, now, points));
    }

    @Override
    public Reach reach() {
        return Reach.UNKNOWN;
    }

    @Override
    public Spectrum measure(Sweep wanted, Progress progress) {
        throw new UnsupportedOperationException("the virtual world begins spectra and moves time on");
    }

    private long pointEndNanos() {
        return sweep.isPresent() ? began + (points.size() + 1) * SECOND : Long.MAX_VALUE;
    }

    private void end() {
        ended |= sweep.isPresent();
        sweep = Optional.empty();
    }

    @Override
    public Identity identity() {
        return new Identity("Test", "scripted rig", "scripted", "", true);
    }

    @Override
    public List<Signal> signals() {
        return List.of(Signal.VOLTAGE, Signal.CURRENT, Signal.CHARGE);
    }

    @Override
    public Envelope envelope() {
        return new Envelope(-10, 10, 1, 1);
    }

    @Override
    public Autonomy autonomy() {
        return new Autonomy(false, false, false, 0);
    }

    @Override
    public List<Signal> regulates() {
        return List.of(Signal.PRESSURE);
    }

    @Override
    public Span span(Signal signal) {
        return new Span(0, 1e9);
    }

    @Override
    public void close() {
        told.add("close");
    }

    private void mayFail(String what) throws InstrumentException {
        if (failing.contains(what)) {
            throw new InstrumentException(Kind.LOST, "scripted", what + " fails");
        }
    }

    private double volts() {
        return START_VOLTS + coulombs;
    }

    private long crossing(long untilNanos) {
        long first = untilNanos;
        for (Watch watch : watches) {
            if (watch instanceof Watch.Above above && amps > 0 && above.level() > volts()) {
                first = Math.min(first, now + Math.round((above.level() - volts()) / amps * SECOND));
            }
        }
        return first;
    }

    private Reading reading(long since) {
        return new Reading(
                since,
                now,
                List.of(
                        Sample.good(Signal.VOLTAGE, volts()),
                        Sample.good(Signal.CURRENT, amps),
                        Sample.good(Signal.CHARGE, coulombs)));
    }
}
