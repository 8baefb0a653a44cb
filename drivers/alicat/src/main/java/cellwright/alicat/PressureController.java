package cellwright.alicat;

import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Quality;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import cellwright.line.Conversation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** An Alicat pressure controller on its link, with or without a piston between gas and cell. The thread of the link only. */
public final class PressureController implements Regulator {
    /** Where the stack pressure is sent; on its way while it is ramped. */
    public static final Signal SETPOINT = new Signal("pressure set-point", Unit.PASCAL);
    /** Pressure of the gas on the piston. */
    public static final Signal GAS = new Signal("gas pressure", Unit.PASCAL);

    private final Conversation conversation;
    private final NanoClock clock;
    private final Identity identity;
    private final Maker maker;
    private final SetpointWatch watch;
    private final Piston piston;
    private final List<Signal> signals;

    PressureController(
            Conversation conversation,
            NanoClock clock,
            Identity identity,
            Maker maker,
            SetpointWatch watch,
            Piston piston,
            boolean pistonBetween) {
        this.conversation = conversation;
        this.clock = clock;
        this.identity = identity;
        this.maker = maker;
        this.watch = watch;
        this.piston = piston;
        this.signals = pistonBetween ? List.of(Signal.PRESSURE, SETPOINT, GAS) : List.of(Signal.PRESSURE, SETPOINT);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public List<Signal> signals() {
        return signals;
    }

    @Override
    public List<Signal> regulates() {
        return List.of(Signal.PRESSURE);
    }

    @Override
    public Span span(Signal signal) {
        if (!signal.equals(Signal.PRESSURE)) {
            throw new IllegalArgumentException("regulates pressure, not " + signal.name());
        }
        return piston.span();
    }

    /**
     * Measures. Every ten seconds, and after each failure, the set-point is read back first; and at once where the reading shows
     * another one than the reading before.
     *
     * @throws InstrumentException besides what the link says, {@code REFUSED} once if the controller has another set-point
     *     than it was given, and as long as its unit is another than at connection
     */
    @Override
    public Reading read() throws InstrumentException {
        confirmIdentity();
        watch.check(piston.unit());
        long asked = clock.nanos();
        Frame frame = watch.poll();
        watch.compare(frame, piston.unit());
        Quality quality = frame.quality();
        double gas = watch.measured(frame).doubleValue() * piston.unit().pascals();
        Sample stack = sample(Signal.PRESSURE, gas * piston.ratio(), quality);
        Sample setpoint = Sample.good(SETPOINT, piston.stack(watch.setpoint(frame)));
        return signals.contains(GAS)
                ? Reading.at(asked, stack, setpoint, sample(GAS, gas, quality))
                : Reading.at(asked, stack, setpoint);
    }

    private static Sample sample(Signal signal, double value, Quality quality) {
        return new Sample(signal, quality.usable() ? value : Double.NaN, quality);
    }

    private void confirmIdentity() throws InstrumentException {
        if (conversation.inDoubt()) {
            conversation.confirm(watch.questions().who(), maker);
            watch.hurry();
        }
    }

    /**
     * Sets the stack pressure, rounded to the instrument's digits. Checks the set-point source and the valves first, writes the
     * rate if it is another one, then the set-point once, and reads it back.
     *
     * @throws InstrumentException {@code OUT_OF_ENVELOPE} with nothing sent; {@code REFUSED} if the controller would not follow or
     *     does not keep it; others leave open whether it was taken, which the next readings tell
     */
    @Override
    public void setpoint(Signal signal, double pascals, Ramp ramp) throws InstrumentException {
        BigDecimal number = number(signal, pascals);
        Rate rate = Rate.of(piston.rate(ramp.perSecond()))
                .orElseThrow(() -> conversation.fault(
                        Kind.OUT_OF_ENVELOPE,
                        "cannot move as slowly as " + ramp.perSecond() + " Pa/s of stack pressure"));
        confirmIdentity();
        refuseIfDeaf();
        watch.forget();
        watch.hurry();
        watch.check(piston.unit());
        if (!rate.told(conversation.ask(watch.questions().rate()))) {
            keep("rate", rate, conversation.ask(watch.questions().rate(rate)), Rate::told);
        }
        var wanted = new Amount(number, piston.unit());
        keep("set-point", wanted, conversation.ask(watch.questions().setpoint(number)), Amount::same);
        keep("set-point", wanted, conversation.ask(watch.questions().setpoint()), Amount::same);
        watch.expect(number);
    }

    private BigDecimal number(Signal signal, double pascals) throws InstrumentException {
        Span span = span(signal);
        Optional<BigDecimal> number = span.contains(pascals) ? piston.setpoint(pascals) : Optional.empty();
        return number.orElseThrow(() -> conversation.fault(
                Kind.OUT_OF_ENVELOPE,
                "takes stack pressures from %.6g to %.6g MPa, not %.6g MPa"
                        .formatted(span.low() / 1e6, span.high() / 1e6, pascals / 1e6)));
    }

    private void refuseIfDeaf() throws InstrumentException {
        Opening.checkSource(conversation, watch.questions());
        Frame frame = watch.poll();
        String held = frame.flags().stream()
                .filter(Flag::notRegulating)
                .map(Flag::words)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!held.isEmpty()) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "does not regulate (" + held + "); cancel that at its front panel before it is given a set-point");
        }
    }

    private <T> void keep(String what, T wanted, T found, BiPredicate<T, T> same) throws InstrumentException {
        if (!same.test(wanted, found)) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "was given a " + what + " of " + wanted + " and says it has one of " + found
                            + "; it was not given again. Look at its limits and its front panel");
        }
    }

    /** Nothing is sent: it keeps its set-point, since losing pressure is itself a harm. */
    @Override
    public void makeSafe() {}

    @Override
    public void close() {
        conversation.close();
    }
}
