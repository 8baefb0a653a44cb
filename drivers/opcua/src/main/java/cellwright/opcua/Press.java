package cellwright.opcua;

import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.opcua.map.Role;
import cellwright.opcua.session.RawValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/**
 * Keeps one quantity at a set-point: a press its force or pressure, a chamber its temperature. A press that knows the cell's
 * area regulates and reports the pressure, whatever its controller counts in. One thread.
 */
public final class Press implements Regulator {
    private static final double CLOSE = 1e-3;

    private final Station station;
    private final Role setpoint;
    private final String quantity;
    private final double area;
    private final Signal regulated;
    private final List<Signal> signals;
    private final Span span;

    private Press(Station station, String quantity, Role setpoint, Optional<Double> area, Span span) {
        this.station = station;
        this.quantity = quantity;
        this.setpoint = setpoint;
        this.area = area.orElse(1.0);
        this.span = span;
        List<Signal> all = new ArrayList<>(station.signals());
        if (area.isPresent()) {
            all.add(Signal.PRESSURE);
        }
        this.signals = List.copyOf(all);
        this.regulated = area.isPresent()
                ? Signal.PRESSURE
                : Signals.of(station.role(quantity + ".Actual").orElseThrow());
    }

    /**
     * Compares what both sides hold of the cell and learns which set-points are taken.
     *
     * @throws InstrumentException with kind {@code REFUSED} if area or tare differ, or no span of set-points is known
     */
    static Press ready(Station station, String quantity, Options options) throws InstrumentException {
        Optional<Double> area =
                quantity.equals("Force") ? options.squareMillimetres().map(each -> each * 1e-6) : Optional.empty();
        if (area.isPresent()) {
            compare(station, "Area", area.get(), "area_mm2", 1e6);
        }
        if (options.tareNewtons().isPresent()) {
            compare(station, "Tare", options.tareNewtons().get(), "tare_n", 1);
        }
        Role setpoint = station.role(quantity + ".Setpoint").orElseThrow();
        Span own = new Span(
                limit(station, quantity + ".Min", options.lowest(), "lowest"),
                limit(station, quantity + ".Max", options.highest(), "highest"));
        if (!(own.low() <= own.high())) {
            throw station.complaint(
                    Kind.REFUSED,
                    "takes set-points from " + own.low() + " to " + own.high() + ", which is no span; correct "
                            + quantity + ".Min and .Max at the instrument, or the settings lowest and highest");
        }
        double divisor = area.orElse(1.0);
        return new Press(station, quantity, setpoint, area, new Span(own.low() / divisor, own.high() / divisor));
    }

    private static void compare(Station station, String name, double ours, String key, double perUnit)
            throws InstrumentException {
        Optional<Role> role = station.role(name);
        if (role.isEmpty()) {
            return;
        }
        double theirs = station.fresh(role.get());
        if (!(Math.abs(theirs - ours) <= CLOSE * Math.max(Math.abs(ours), Math.abs(theirs)))) {
            throw station.complaint(
                    Kind.REFUSED,
                    "has " + figure(theirs * perUnit) + " for " + role.get().words() + " and the setting " + key
                            + " says " + figure(ours * perUnit) + "; measure, and correct the one that is wrong");
        }
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    /** The tighter of what the instrument and what the settings say, in SI. */
    private static double limit(Station station, String name, Optional<Double> setting, String key)
            throws InstrumentException {
        Optional<Role> role = station.role(name);
        double theirs = role.isPresent() ? station.fresh(role.get()) : Double.NaN;
        if (role.isPresent() && Double.isNaN(theirs)) {
            throw station.complaint(
                    Kind.REFUSED, "does not tell its " + role.get().words());
        }
        if (Double.isNaN(theirs) && setting.isEmpty()) {
            throw station.complaint(
                    Kind.REFUSED,
                    "the map has no role " + name + ", so the setting " + key + " must say how far set-points may go");
        }
        double ours = setting.orElse(theirs);
        if (Double.isNaN(theirs)) {
            return ours;
        }
        return key.equals("lowest") ? Math.max(ours, theirs) : Math.min(ours, theirs);
    }

    @Override
    public Identity identity() {
        return station.identity();
    }

    @Override
    public List<Signal> signals() {
        return signals;
    }

    @Override
    public Reading read() throws InstrumentException {
        List<Sample> samples = new ArrayList<>(station.samples());
        if (signals.size() > samples.size()) {
            samples.add(pressure(samples));
        }
        return station.stamped(samples);
    }

    private Sample pressure(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.signal().equals(Signal.FORCE))
                .findFirst()
                .map(force -> new Sample(Signal.PRESSURE, force.value() / area, force.quality()))
                .orElseGet(() -> new Sample(Signal.PRESSURE, Double.NaN, Quality.MISSING));
    }

    @Override
    public List<Signal> regulates() {
        return List.of(regulated);
    }

    @Override
    public Span span(Signal signal) {
        if (!signal.equals(regulated)) {
            throw new IllegalArgumentException(
                    "this instrument regulates " + regulated.name() + ", not " + signal.name());
        }
        return span;
    }

    /**
     * {@inheritDoc} First the instrument is asked whether it is ready; then ramp, set-point, mode and enable are written, each
     * once, and each is read back.
     *
     * @throws InstrumentException with kind {@code OUT_OF_ENVELOPE} and nothing sent if the value, or a ramp the instrument has
     *     no node for, is beyond it; with {@code REFUSED} if the instrument is not ready or does not take a value; with {@code
     *     TIMEOUT} if it is not known whether a value was taken: it is not sent again
     */
    @Override
    public void setpoint(Signal signal, double value, Ramp ramp) throws InstrumentException {
        if (!span(signal).contains(value)) {
            throw station.complaint(
                    Kind.OUT_OF_ENVELOPE,
                    signal.name() + " " + value + " " + signal.unit().symbol() + " lies outside " + span.low() + " to "
                            + span.high() + "; nothing was set");
        }
        Variant target = inNode(setpoint, setpoint.measure().number(value * area));
        Optional<Role> ramping = station.role(quantity + ".SetpointRamp");
        Optional<Variant> rate = rate(ramping, ramp);
        station.demandReady();
        if (ramping.isPresent() && rate.isPresent()) {
            station.command(ramping.get(), rate.get());
        }
        station.command(setpoint, target);
        for (String name : List.of("Mode", "Enable")) {
            Optional<Role> role = station.role(name);
            Optional<String> text = role.flatMap(Role::write);
            if (role.isPresent() && text.isPresent()) {
                station.command(role.get(), RawValues.text(role.get().type(), text.get()));
            }
        }
    }

    @Override
    public OptionalDouble heldSetpoint(Signal signal) throws InstrumentException {
        span(signal);
        double there = station.fresh(setpoint) / area;
        return Double.isFinite(there) ? OptionalDouble.of(there) : OptionalDouble.empty();
    }

    /** What is faster than the instrument's fastest ramp is done at that. */
    private Optional<Variant> rate(Optional<Role> ramping, Ramp ramp) throws InstrumentException {
        if (ramping.isEmpty() && Double.isInfinite(ramp.perSecond())) {
            return Optional.empty();
        }
        if (ramping.isEmpty()) {
            throw station.complaint(
                    Kind.OUT_OF_ENVELOPE,
                    "has no role " + quantity + ".SetpointRamp and cannot ramp; nothing was set; ask for no ramp");
        }
        double fastest = Double.parseDouble(ramping.get().write().orElseThrow());
        double asked = ramping.get().measure().number(ramp.perSecond() * area);
        return Optional.of(inNode(ramping.get(), Math.min(asked, fastest)));
    }

    private Variant inNode(Role role, double number) throws InstrumentException {
        Optional<Variant> fitting = RawValues.number(role.type(), number);
        if (fitting.isEmpty()) {
            throw station.complaint(
                    Kind.OUT_OF_ENVELOPE,
                    number + " does not fit into " + role.words() + " of type "
                            + role.type().word() + "; nothing was set");
        }
        return fitting.get();
    }

    /** Nothing to do: losing pressure or temperature would itself be a harm, so the set-point stays. */
    @Override
    public void makeSafe() {}

    @Override
    public void close() {
        station.close();
    }
}
