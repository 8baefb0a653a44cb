package cellwright.ascii2;

import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Signal;
import cellwright.instrument.Unit;
import cellwright.line.Conversation;
import cellwright.line.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A chamber that speaks ASCII-2, on its link: regulates the temperature of its air. The thread of the link only. */
public final class ClimateChamber implements Regulator {
    /** Where the temperature is sent; on its way while it is ramped. */
    public static final Signal SETPOINT = new Signal("temperature set-point", Unit.KELVIN);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int LOOKS = 4;
    private static final double MINUTE_SECONDS = 60;

    private final Conversation conversation;
    private final NanoClock clock;
    private final Questions questions;
    private final Options options;
    private final Identity identity;
    private final Description description;
    private final Thermostat thermostat;
    private Optional<Course> course = Optional.empty();
    private Optional<BigDecimal> gradient = Optional.empty();

    private ClimateChamber(
            Conversation conversation,
            NanoClock clock,
            Options options,
            Identity identity,
            Description description,
            Thermostat thermostat) {
        this.conversation = conversation;
        this.clock = clock;
        this.questions = new Questions(options.address());
        this.options = options;
        this.identity = identity;
        this.description = description;
        this.thermostat = thermostat;
    }

    /**
     * Lets the chamber describe itself, and reads its state once.
     *
     * @throws InstrumentException if nobody answers, the description is another one, or is of a chamber that cannot be used
     */
    static ClimateChamber meet(Conversation conversation, NanoClock clock, Options options) throws InstrumentException {
        var questions = new Questions(options.address());
        Description description = conversation.meet(questions.description());
        conversation.expectSerial(options.serial(), description.fingerprint());
        Layout layout = description.layout().orElseThrow();
        Thermostat thermostat = Thermostat.of(layout, options.lowestCelsius(), options.highestCelsius())
                .orElseThrow(
                        () -> conversation.fault(Kind.REFUSED, "describes no temperature that it regulates and tells"));
        if (!(thermostat.lowCelsius() <= thermostat.highCelsius())) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "can be set to nothing the settings allow: it goes from %s to %s degrees Celsius"
                            .formatted(
                                    layout.limitsOf(thermostat.name()).low(),
                                    layout.limitsOf(thermostat.name()).high()));
        }
        for (String name : layout.written()) {
            if (layout.writable(name) < 0) {
                throw conversation.fault(
                        Kind.REFUSED,
                        "wants to be told " + name + " and does not tell it, so it cannot be left as it is");
            }
        }
        conversation.ask(questions.state(layout));
        boolean simulated = description.lines().stream().anyMatch(line -> line.contains("EMULATED"));
        var identity = new Identity("Voetsch/Weiss", "ASCII-2 chamber", description.fingerprint(), "", simulated);
        return new ClimateChamber(conversation, clock, options, identity, description, thermostat);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public List<Signal> signals() {
        return List.of(Signal.TEMPERATURE, SETPOINT);
    }

    @Override
    public List<Signal> regulates() {
        return List.of(Signal.TEMPERATURE);
    }

    @Override
    public Span span(Signal signal) {
        if (!signal.equals(Signal.TEMPERATURE)) {
            throw new IllegalArgumentException("regulates temperature, not " + signal.name());
        }
        return thermostat.span();
    }

    /**
     * Measures the air.
     *
     * @throws InstrumentException besides what the link says, {@code REFUSED} once if the chamber is off or has another
     *     set-point than it was given
     */
    @Override
    public Reading read() throws InstrumentException {
        confirmIdentity();
        long asked = clock.nanos();
        State state = state();
        compare(state);
        return Reading.at(asked, thermostat.temperature(state), thermostat.setpoint(state));
    }

    private void confirmIdentity() throws InstrumentException {
        if (conversation.inDoubt()) {
            conversation.confirm(questions.description(), description);
            gradient = Optional.empty();
        }
    }

    private State state() throws InstrumentException {
        return conversation.ask(questions.state(thermostat.layout()));
    }

    /** Somebody at the panel, a door, a limiter, a power failure: told once, left as it is. */
    private void compare(State state) throws InstrumentException {
        if (course.isEmpty()) {
            return;
        }
        Course given = course.get();
        String trouble = !thermostat.running(state)
                ? "is off, and was on; look for its alarm, its door and its limiter"
                : given.contains(thermostat.nominal(state))
                        ? ""
                        : "has a set-point of " + thermostat.nominal(state) + " degrees Celsius, and was given "
                                + given.to() + "; somebody changed it, or it lost power";
        if (!trouble.isEmpty()) {
            course = Optional.empty();
            throw conversation.fault(
                    Kind.REFUSED, trouble + ". It is left as it is: set it anew if it is to be otherwise");
        }
    }

    /**
     * Sets the temperature, rounded to a tenth of a degree; everything else the chamber is told is what it says it has. Switches
     * the chamber on, if the settings say so. The command is sent once and looked for in the chamber's state for three seconds.
     *
     * @throws InstrumentException {@code OUT_OF_ENVELOPE} with nothing sent; {@code REFUSED} if the chamber is off and is to be
     *     switched on by people, or does not keep what it was told; others leave open whether it was taken, which the next readings tell
     */
    @Override
    public void setpoint(Signal signal, double kelvins, Ramp ramp) throws InstrumentException {
        BigDecimal celsius = celsius(signal, kelvins);
        BigDecimal perMinute = perMinute(ramp);
        confirmIdentity();
        State before = state();
        if (!options.starts() && !thermostat.running(before)) {
            throw conversation.fault(Kind.REFUSED, "is off, and the settings leave it to people to switch it on");
        }
        course = Optional.empty();
        grade(perMinute, celsius.compareTo(thermostat.nominal(before)) < 0);
        Order order = Order.of(thermostat.layout(), before, thermostat.name(), celsius);
        var next = new Course(thermostat.nominal(before), celsius, perMinute.signum() > 0);
        conversation.ask(questions.order(order));
        look(order, next);
        course = Optional.of(next);
    }

    private BigDecimal celsius(Signal signal, double kelvins) throws InstrumentException {
        Span span = span(signal);
        return thermostat
                .celsius(kelvins)
                .orElseThrow(() -> conversation.fault(
                        Kind.OUT_OF_ENVELOPE,
                        "takes temperatures from %.2f to %.2f K in tenths of a degree Celsius, not %.2f K"
                                .formatted(span.low(), span.high(), kelvins)));
    }

    /** The gradient that can be said and is not steeper; 0 for as fast as the chamber can. */
    private BigDecimal perMinute(Ramp ramp) throws InstrumentException {
        if (Double.isInfinite(ramp.perSecond())) {
            return BigDecimal.ZERO;
        }
        BigDecimal perMinute =
                BigDecimal.valueOf(ramp.perSecond() * MINUTE_SECONDS).setScale(1, RoundingMode.DOWN);
        if (!options.gradients() || perMinute.signum() == 0) {
            throw conversation.fault(
                    Kind.OUT_OF_ENVELOPE,
                    options.gradients()
                            ? "cannot move as slowly as " + ramp.perSecond() + " K/s; 0.1 K/min is the least"
                            : "knows no gradients, the settings say");
        }
        return perMinute;
    }

    /** Gradients cannot be read back, so one is written whenever it may be another one. */
    private void grade(BigDecimal perMinute, boolean down) throws InstrumentException {
        BigDecimal signed = down ? perMinute.negate() : perMinute;
        if (options.gradients() && !gradient.filter(signed::equals).isPresent()) {
            gradient = Optional.empty();
            write(questions.gradients(down ? BigDecimal.ZERO : perMinute, down ? perMinute : BigDecimal.ZERO));
            gradient = Optional.of(signed);
        }
    }

    /** A chamber that knows no gradients answers with an empty line, which is none. */
    private void write(Question<String> gradients) throws InstrumentException {
        try {
            conversation.ask(gradients);
        } catch (InstrumentException failed) {
            if (failed.kind() != Kind.TIMEOUT) {
                throw failed;
            }
            InstrumentException told = conversation.fault(
                    Kind.TIMEOUT,
                    "does not acknowledge " + gradients.words()
                            + "; if it never does, it knows no gradients: set gradients to off");
            told.addSuppressed(failed);
            throw told;
        }
    }

    private void look(Order order, Course next) throws InstrumentException {
        State state = state();
        for (int i = 1; i < LOOKS && !kept(order, next, state); i++) {
            conversation.pause(BETWEEN_LOOKS);
            state = state();
        }
        if (!kept(order, next, state)) {
            throw conversation.fault(
                    Kind.REFUSED,
                    "acknowledged \"%s\" and says it has a set-point of %s degrees Celsius, channels %s; it was not told again. "
                                    .formatted(order.words().strip(), thermostat.nominal(state), state.bits())
                            + "Is it in external mode, and its program off?");
        }
    }

    private boolean kept(Order order, Course next, State state) {
        return order.keptBy(thermostat.layout(), state, thermostat.name()) && next.contains(thermostat.nominal(state));
    }

    /** Nothing is sent: it keeps its set-point, since losing temperature is itself a harm. */
    @Override
    public void makeSafe() {}

    @Override
    public void close() {
        conversation.close();
    }
}
