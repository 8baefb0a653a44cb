package cellwright.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cellwright.instrument.Autonomy;
import cellwright.instrument.Control;
import cellwright.instrument.Deadline;
import cellwright.instrument.Envelope;
import cellwright.instrument.Guard;
import cellwright.instrument.Identity;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Regulator;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Potentiostat and press in one: every command is a word, every answer a full stop. */
final class Toy implements Potentiostat, Regulator {
    private static final Span NEWTONS = new Span(0, 100);

    private final Link link;
    private final NanoClock clock;
    private final Envelope envelope;
    private final Set<Fault> faults;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean safe;
    private int asked;

    Toy(Link link, NanoClock clock, double ampsMax, Set<Fault> faults) {
        this.link = link;
        this.clock = clock;
        this.faults = faults;
        envelope = new Envelope(-5, 5, ampsMax, 1_000_000L);
    }

    void ask(String word) throws InstrumentException {
        Duration patience = faults.contains(Fault.HANGS_IN_VIRTUAL_TIME) ? Duration.ofHours(1) : Duration.ofSeconds(1);
        var deadline = new Deadline(clock.nanos() + patience.toNanos());
        link.write(word.getBytes(US_ASCII), deadline);
        if (link.read(new byte[1], deadline) == 0) {
            if (faults.contains(Fault.FAILS_WITHOUT_NAME) && safe) {
                throw new IllegalStateException("silent");
            }
            throw new InstrumentException(InstrumentException.Kind.TIMEOUT, "toy", "no full stop came");
        }
    }

    @Override
    public Identity identity() {
        String serial = faults.contains(Fault.NO_SERIAL) ? "" : "7";
        return new Identity(
                "Nobody", "Toy", faults.contains(Fault.NEW_SERIAL_EACH_TIME) ? "n" + asked++ : serial, "", true);
    }

    @Override
    public List<Signal> signals() {
        List<Signal> signals = new ArrayList<>(List.of(Signal.VOLTAGE, Signal.FORCE));
        if (faults.contains(Fault.SIGNAL_NOT_READ)) {
            signals.add(Signal.CURRENT);
        }
        return signals;
    }

    @Override
    public Reading read() throws InstrumentException {
        if (faults.contains(Fault.STARTS_A_THREAD)) {
            var thread = new Thread(this::untilClosed);
            thread.setDaemon(true);
            thread.start();
        }
        ask("read");
        List<Sample> samples = new ArrayList<>(List.of(Sample.good(Signal.VOLTAGE, 1), Sample.good(Signal.FORCE, 2)));
        if (faults.contains(Fault.SIGNAL_NOT_DECLARED)) {
            samples.add(Sample.good(Signal.CHARGE, 1));
        }
        long now = faults.contains(Fault.OWN_CLOCK) ? 42 : clock.nanos();
        return new Reading(now, now, samples);
    }

    private void untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void makeSafe() throws InstrumentException {
        if (faults.contains(Fault.UNSAFE_TWICE) && safe) {
            throw new InstrumentException(InstrumentException.Kind.REFUSED, "toy", "is safe already");
        }
        safe = true;
        ask("safe");
    }

    @Override
    public Envelope envelope() {
        return envelope;
    }

    @Override
    public Autonomy autonomy() {
        return new Autonomy(false, false, false, 0);
    }

    @Override
    public void apply(Control control, Guard guard) throws InstrumentException {
        if (faults.contains(Fault.SENDS_BEFORE_REFUSING)) {
            ask("apply");
        }
        boolean kept = faults.contains(Fault.TAKES_ANY_GUARD) || within(guard);
        if (!kept || !(faults.contains(Fault.TAKES_ANY_CONTROL) || within(control))) {
            throw new InstrumentException(InstrumentException.Kind.OUT_OF_ENVELOPE, "toy", "too much");
        }
        ask("apply");
    }

    private boolean within(Guard guard) {
        return guard.voltsMin() >= envelope.voltsMin()
                && guard.voltsMax() <= envelope.voltsMax()
                && guard.ampsMax() <= envelope.ampsMax();
    }

    private boolean within(Control control) {
        return switch (control) {
            case Control.Open open -> true;
            case Control.Current current -> Math.abs(current.amps()) <= envelope.ampsMax();
            case Control.Voltage hold ->
                hold.volts() >= envelope.voltsMin()
                        && hold.volts() <= envelope.voltsMax()
                        && hold.maxAmps() <= envelope.ampsMax();
            case Control.Power power -> Math.abs(power.watts()) <= envelope.ampsMax() * envelope.voltsMax();
        };
    }

    @Override
    public List<Signal> regulates() {
        return List.of(faults.contains(Fault.REGULATES_UNSEEN) ? Signal.PRESSURE : Signal.FORCE);
    }

    @Override
    public Span span(Signal signal) {
        if (!regulates().contains(signal)) {
            throw new IllegalArgumentException("does not regulate " + signal);
        }
        return NEWTONS;
    }

    @Override
    public void setpoint(Signal signal, double value, Ramp ramp) throws InstrumentException {
        if (!span(signal).contains(value) && !faults.contains(Fault.TAKES_ANY_SETPOINT)) {
            throw new InstrumentException(InstrumentException.Kind.OUT_OF_ENVELOPE, "toy", "too much");
        }
        ask("setpoint");
    }

    @Override
    public void close() {
        closed.countDown();
        if (!faults.contains(Fault.LEAVES_LINK_OPEN)) {
            link.close();
        }
    }
}
