package cellwright.world.real;

import cellwright.instrument.Control;
import cellwright.instrument.Envelope;
import cellwright.instrument.Foresight;
import cellwright.instrument.Guard;
import cellwright.instrument.Host;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Instrument;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Mending;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Progress;
import cellwright.instrument.Reading;
import cellwright.instrument.Spectrum;
import cellwright.instrument.SteppedAnalyser;
import cellwright.instrument.Sweep;
import java.util.List;
import java.util.Optional;

/**
 * The lane's end of a berth: holds the instrument and talks to it. The lane's thread alone. Whatever a driver throws comes
 * out as an {@link InstrumentException}, so that one bad driver harms nobody else.
 */
final class Terminal {
    private final InstrumentOrder order;
    private final Host host;
    private Optional<Instrument> instrument = Optional.empty();
    private Optional<Traits> locked = Optional.empty();
    private long mended;

    Terminal(InstrumentOrder order, Host host) {
        this.order = order;
        this.host = host;
    }

    long nowNanos() {
        return host.clock().nanos();
    }

    /** Something to be done with the instrument. */
    @FunctionalInterface
    interface Task<T> {
        T on(Instrument instrument) throws InstrumentException;
    }

    /** Opens the instrument and makes sure that it is the one meant; nothing was told to it yet. */
    Traits connect() throws InstrumentException {
        drop();
        Instrument opened = attempt(() -> order.driver().open(order.settings(), host));
        boolean welcome = false;
        try {
            Traits traits = attempt(() -> Traits.of(opened));
            refuseStranger(traits);
            if (opened instanceof Foresight simulated) {
                simulated.watch(List.of());
            }
            welcome = true;
            instrument = Optional.of(opened);
            locked = locked.or(() -> Optional.of(traits));
            return traits;
        } finally {
            if (!welcome) {
                opened.close();
            }
        }
    }

    private void refuseStranger(Traits traits) throws InstrumentException {
        String found = traits.identity().serial();
        if (order.serial().isPresent() && !order.serial().get().equals(found)) {
            throw stranger("has serial number " + found + ", configured is "
                    + order.serial().get());
        }
        if (locked.isPresent() && !locked.get().sameAs(traits)) {
            throw stranger("is now " + words(traits) + " and was " + words(locked.get()));
        }
    }

    private InstrumentException stranger(String what) {
        return new InstrumentException(
                Kind.WRONG_DEVICE, order.name(), what + "; nothing is told to it; are two cables or adapters swapped?");
    }

    private static String words(Traits traits) {
        return traits.identity().maker() + " " + traits.identity().model() + " "
                + traits.identity().serial();
    }

    /** Gives the instrument and its link up. */
    void drop() {
        if (instrument.isPresent()) {
            Instrument gone = instrument.get();
            instrument = Optional.empty();
            try {
                gone.close();
            } catch (RuntimeException ignored) {
                // it is given up either way
                return;
            }
        }
    }

    /** Does something with the connected instrument; a simulated one is brought up to the clock first. */
    <T> T with(Task<T> task) throws InstrumentException {
        Instrument present = connected();
        return attempt(() -> {
            catchUp(present);
            return task.on(present);
        });
    }

    private Instrument connected() throws InstrumentException {
        if (instrument.isEmpty()) {
            throw new InstrumentException(Kind.LOST, order.name(), "is not connected");
        }
        return instrument.get();
    }

    private boolean catchUp(Instrument present) throws InstrumentException {
        if (present instanceof Foresight simulated) {
            long now = nowNanos();
            while (simulated.nowNanos() < now) {
                simulated.advance(now);
            }
        }
        return true;
    }

    Reading read() throws InstrumentException {
        return with(Instrument::read);
    }

    /** Whether the driver has passed over something hurt since this was last asked. */
    boolean hasMended() {
        long now = instrument
                .filter(Mending.class::isInstance)
                .map(Mending.class::cast)
                .map(Mending::mended)
                .orElse(0L);
        boolean more = now > mended;
        mended = now;
        return more;
    }

    /**
     * Measures a spectrum, telling each point as it comes. Ends early when the progress says so: with the points there are, or
     * by a failure, as the driver has it. A simulated analyser only begins it, which gives nothing yet; it goes on while the cell is read.
     */
    Optional<Spectrum> measure(Sweep sweep, Progress progress) throws InstrumentException {
        return with(instrument -> {
            if (instrument instanceof SteppedAnalyser stepped) {
                stepped.begin(sweep);
                return Optional.empty();
            }
            if (!(instrument instanceof ImpedanceAnalyser analyser)) {
                throw new InstrumentException(Kind.REFUSED, order.name(), "measures no spectra");
            }
            return Optional.of(analyser.measure(sweep, progress));
        });
    }

    /** What a spectrum came to that was only begun, told once, when it is over. */
    Optional<Spectrum> finished() throws InstrumentException {
        Instrument present = connected();
        return present instanceof SteppedAnalyser stepped ? attempt(stepped::finished) : Optional.empty();
    }

    String name() {
        return order.name();
    }

    /** Making safe does not depend on whether a simulated cell can be brought up to the clock. */
    void makeSafe() throws InstrumentException {
        Instrument present = connected();
        try {
            attempt(() -> catchUp(present));
        } catch (InstrumentException left) {
            // the next reading says it again; the circuit is opened all the same
            safe(present);
            return;
        }
        safe(present);
    }

    private void safe(Instrument present) throws InstrumentException {
        attempt(() -> {
            present.makeSafe();
            return true;
        });
    }

    /** A task: open circuit in its turn, under the widest guard, since nothing is to be guarded. */
    static boolean open(Instrument instrument) throws InstrumentException {
        Potentiostat potentiostat = (Potentiostat) instrument;
        Envelope widest = potentiostat.envelope();
        potentiostat.apply(
                new Control.Open(), new Guard(widest.voltsMin(), widest.voltsMax(), widest.ampsMax(), Long.MAX_VALUE));
        return true;
    }

    private interface Attempt<T> {
        T get() throws InstrumentException;
    }

    private <T> T attempt(Attempt<T> attempt) throws InstrumentException {
        try {
            return attempt.get();
        } catch (IllegalArgumentException senseless) {
            throw new InstrumentException(Kind.REFUSED, order.name(), String.valueOf(senseless.getMessage()));
        } catch (RuntimeException | StackOverflowError | LinkageError bug) {
            throw new InstrumentException(
                    Kind.GARBLED,
                    order.name(),
                    "its driver failed: " + bug.getClass().getSimpleName() + ": " + bug.getMessage()
                            + "; this is a fault of the driver");
        }
    }
}
