package cellwright.world.link;

import cellwright.instrument.Deadline;
import cellwright.instrument.Host;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The host of the drivers on one thread. Instruments of one bus are lent the same link, which closes when the last of them
 * gives it back; where another one begins to talk, the bus is silent first, so that everybody on it knows a new question. A link that is lost is closed at once and forgotten, so that who asks again gets a fresh one; views of the
 * old one go on failing with {@code LOST}. One thread.
 */
public final class Switchboard implements Host, AutoCloseable {
    /** How soon a read learns that it is to end. */
    private static final long SLICE_NANOS = 100_000_000L;

    private static final double SILENT_CHARACTERS = 3.5;
    private static final long SILENCE_LEAST_NANOS = 1_750_000L;
    private static final int UNHEARD_BYTES = 512;

    private final NanoClock clock;
    private final Opener opener;
    private final BooleanSupplier brokenOff;
    private final Path folder;
    private final Map<String, Shared> open = new HashMap<>();

    /** Opens a link by its address. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens.
         *
         * @throws InstrumentException with kind {@code LOST} if it cannot be opened
         */
        Link open(String address, NanoClock clock) throws InstrumentException;
    }

    /** A switchboard that opens links by an opener of one's own. */
    public Switchboard(NanoClock clock, Opener opener) {
        this(clock, opener, () -> false);
    }

    /**
     * A switchboard whose reads can be ended from outside.
     *
     * @param brokenOff whether a read is to end with {@code TIMEOUT} instead of waiting; asked ten times a second
     */
    public Switchboard(NanoClock clock, Opener opener, BooleanSupplier brokenOff) {
        this(clock, opener, brokenOff, Path.of(""));
    }

    private Switchboard(NanoClock clock, Opener opener, BooleanSupplier brokenOff, Path folder) {
        this.clock = clock;
        this.opener = opener;
        this.brokenOff = brokenOff;
        this.folder = folder;
    }

    /** A switchboard of this machine's ports and sockets; files lie in the folder the program was started in. */
    public static Switchboard ofThisMachine(NanoClock clock, BooleanSupplier brokenOff) {
        return ofThisMachine(clock, brokenOff, Path.of(""));
    }

    /**
     * The same with files elsewhere.
     *
     * @param folder where the files lie that settings name, unless they are named by an absolute path
     */
    public static Switchboard ofThisMachine(NanoClock clock, BooleanSupplier brokenOff, Path folder) {
        return new Switchboard(clock, Switchboard::openHere, brokenOff, folder);
    }

    private static Link openHere(String text, NanoClock clock) throws InstrumentException {
        return switch (address(text)) {
            case LinkAddress.Serial serial -> SerialLink.open(serial, SerialPorts.OF_THIS_MACHINE, clock);
            case LinkAddress.Tcp tcp -> TcpLink.open(tcp, clock);
        };
    }

    private static LinkAddress address(String text) throws InstrumentException {
        try {
            return LinkAddress.parse(text);
        } catch (IllegalArgumentException senseless) {
            throw new InstrumentException(Kind.LOST, text, String.valueOf(senseless.getMessage()));
        }
    }

    /** How long a line is silent before another one is asked: 3.5 characters, and 1.75 ms at least, as Modbus has it. */
    private static long silenceNanos(String text) {
        try {
            return switch (LinkAddress.parse(text)) {
                case LinkAddress.Serial serial ->
                    Math.max(
                            SILENCE_LEAST_NANOS,
                            Math.round(SILENT_CHARACTERS * serial.mode().secondsPerByte() * 1e9));
                case LinkAddress.Tcp ignored -> 0;
            };
        } catch (IllegalArgumentException another) {
            // an opener of one's own has addresses of its own
            return 0;
        }
    }

    @Override
    public NanoClock clock() {
        return clock;
    }

    @Override
    public Path file(String written) {
        return folder.resolve(written).normalize();
    }

    @Override
    public Link link(String address) throws InstrumentException {
        Shared shared = open.get(address);
        if (shared == null) {
            shared = new Shared(address, opener.open(address, clock), silenceNanos(address));
            open.put(address, shared);
        }
        shared.borrowers++;
        return new View(shared);
    }

    /** How many links are open. */
    public int openLinks() {
        return open.size();
    }

    /** Gives all links back, whoever has them; they go on failing with {@code LOST}. */
    @Override
    public void close() {
        List.copyOf(open.values()).forEach(this::forget);
    }

    private void forget(Shared shared) {
        if (!shared.closed) {
            shared.closed = true;
            open.remove(shared.address, shared);
            shared.link.close();
        }
    }

    /** A link and how many have it. */
    private static final class Shared {
        private final String address;
        private final Link link;
        private final long silenceNanos;
        private int borrowers;
        private boolean closed;
        private Optional<View> speaker = Optional.empty();

        Shared(String address, Link link, long silenceNanos) {
            this.address = address;
            this.link = link;
            this.silenceNanos = silenceNanos;
        }
    }

    /** A link as lent to one instrument. */
    private final class View implements Link {
        private final Shared shared;
        private boolean returned;

        View(Shared shared) {
            this.shared = shared;
        }

        @Override
        public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
            refuseIfGone();
            try {
                takeTheFloor(deadline);
                shared.link.write(bytes, deadline);
            } catch (InstrumentException failed) {
                throw judged(failed);
            }
        }

        /** Waits until the line is silent, if another one spoke last; what still comes was said to that one. */
        private void takeTheFloor(Deadline deadline) throws InstrumentException {
            boolean another = shared.speaker.filter(last -> last != this).isPresent();
            shared.speaker = Optional.of(this);
            if (!another || shared.silenceNanos == 0) {
                return;
            }
            byte[] unheard = new byte[UNHEARD_BYTES];
            var silence = new Deadline(clock.nanos() + shared.silenceNanos);
            while (silence.leftNanos(clock.nanos()) > 0 && deadline.leftNanos(clock.nanos()) > 0) {
                if (shared.link.read(unheard, silence) > 0) {
                    silence = new Deadline(clock.nanos() + shared.silenceNanos);
                }
            }
        }

        @Override
        public int read(byte[] into, Deadline deadline) throws InstrumentException {
            refuseIfGone();
            try {
                return patiently(into, deadline);
            } catch (InstrumentException failed) {
                throw judged(failed);
            }
        }

        /** Waits in slices, so that who waits for a spectrum's point can be told not to. */
        private int patiently(byte[] into, Deadline deadline) throws InstrumentException {
            while (true) {
                if (brokenOff.getAsBoolean()) {
                    throw new InstrumentException(
                            Kind.TIMEOUT,
                            shared.address,
                            "what was under way was broken off for something more urgent");
                }
                long now = clock.nanos();
                boolean last = deadline.leftNanos(now) <= SLICE_NANOS;
                int count = shared.link.read(into, last ? deadline : new Deadline(now + SLICE_NANOS));
                if (count > 0 || into.length == 0 || last) {
                    return count;
                }
            }
        }

        @Override
        public void discardReceived() throws InstrumentException {
            refuseIfGone();
            try {
                shared.link.discardReceived();
            } catch (InstrumentException failed) {
                throw judged(failed);
            }
        }

        @Override
        public void close() {
            if (!returned) {
                returned = true;
                shared.borrowers--;
                if (shared.borrowers == 0) {
                    forget(shared);
                }
            }
        }

        private InstrumentException judged(InstrumentException failed) {
            if (failed.kind() == Kind.LOST) {
                forget(shared);
            }
            return failed;
        }

        private void refuseIfGone() throws InstrumentException {
            if (returned || shared.closed) {
                throw new InstrumentException(
                        Kind.LOST,
                        shared.address,
                        "the link was " + (returned ? "given back" : "lost") + "; connect again");
            }
        }
    }
}
