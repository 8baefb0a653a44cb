package cellwright.lab.catalogue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import cellwright.instrument.NanoClock;
import cellwright.instrument.emulation.LineDevice;
import cellwright.testkit.Property;
import cellwright.world.real.BatonLanes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * The cable between a port of the laboratory and an emulated instrument, and what can befall it. It stays the same cable when
 * it is pulled and put back, and however often a driver opens its port. One thread at a time.
 */
final class Cable {
    private static final int NEVER_CUT = Integer.MAX_VALUE;
    /** So often the far end is listened to at most: a line's bytes come in bursts. */
    private static final long BURST_NANOS = 10_000_000L;

    private final NanoClock clock;
    private final Runnable moveOn;
    private final StringBuilder asked = new StringBuilder();
    private final Deque<Arriving> arriving = new ArrayDeque<>();
    private LineDevice device;
    private boolean plugged = true;
    private long plugs;
    private int bytesUntilCut = NEVER_CUT;
    private int askedBytesUntilCut = NEVER_CUT;
    private UnaryOperator<byte[]> onTheWay = UnaryOperator.identity();
    private int spoiledPieces;
    private boolean echoes;
    private long delayNanos;
    private long nanosPerByte;
    private double lostShare;
    private double flippedShare;
    private SplittableRandom chance = new SplittableRandom(Property.DEFAULT_SEED);

    private record Arriving(long atNanos, String latin1) {}

    /**
     * A good cable.
     *
     * @param moveOn lets the time of the instruments' bench go on to the clock's
     */
    Cable(NanoClock clock, LineDevice device, Runnable moveOn) {
        this.clock = clock;
        this.device = device;
        this.moveOn = moveOn;
    }

    /** It comes out of its port. */
    void unplug() {
        plugged = false;
        bytesUntilCut = NEVER_CUT;
        askedBytesUntilCut = NEVER_CUT;
        arriving.clear();
    }

    /** It is put back. */
    void plug() {
        plugged = true;
        plugs++;
    }

    /** The other end of each goes to the other's instrument, as when two adapters are swapped. */
    void swap(Cable other) {
        LineDevice mine = device;
        device = other.device;
        other.device = mine;
    }

    /** It comes out when so many bytes more have come from the instrument. */
    void cutInReply(int bytes) {
        bytesUntilCut = bytes;
    }

    /** It comes out when so many bytes more have gone to the instrument. */
    void cutInCommand(int bytes) {
        askedBytesUntilCut = bytes;
    }

    /** The next pieces the instrument says are changed on their way; a piece is what it says at one instant. */
    void spoil(int pieces, UnaryOperator<byte[]> how) {
        spoiledPieces = pieces;
        onTheWay = how;
    }

    /** From now on, or no longer, what is said to the instrument comes back as well. */
    void echo(boolean now) {
        echoes = now;
    }

    /** From now on everything comes so much later. */
    void delay(Duration by) {
        delayNanos = by.toNanos();
    }

    /** From now on every byte from the instrument takes so long, and those behind it wait for it. */
    void drip(Duration perByte) {
        nanosPerByte = perByte.toNanos();
    }

    /** It is a good cable again; what was still on its way is there. */
    void mend() {
        delayNanos = 0;
        nanosPerByte = 0;
        lostShare = 0;
        flippedShare = 0;
        spoiledPieces = 0;
        echoes = false;
        Deque<Arriving> late = new ArrayDeque<>(arriving);
        arriving.clear();
        late.forEach(each -> arriving.add(new Arriving(Math.min(each.atNanos(), clock.nanos()), each.latin1())));
    }

    /**
     * From now on bytes are lost and bits flipped, both ways.
     *
     * @param seed the same seed spoils the same bytes
     */
    void noise(long seed, double lost, double flipped) {
        chance = new SplittableRandom(seed);
        lostShare = lost;
        flippedShare = flipped;
    }

    /** Everything that was said to the instrument through this cable, in lines. */
    List<String> asked() {
        return new ArrayList<>(asked.toString().lines().toList());
    }

    boolean isPlugged() {
        return plugged;
    }

    /** A port is opened at the laboratory's end. */
    Link open(BatonLanes.Waiter waiter) {
        return new Port(waiter, plugs);
    }

    private void say(byte[] bytes) throws InstrumentException {
        int through = Math.min(bytes.length, askedBytesUntilCut);
        String text = new String(bytes, 0, through, ISO_8859_1);
        asked.append(text);
        moveOn.run();
        byte[] heard = noisy(text.getBytes(ISO_8859_1));
        if (heard.length > 0) {
            device.receive(heard, clock.nanos());
        }
        if (echoes) {
            arrive(bytes);
        }
        if (askedBytesUntilCut != NEVER_CUT) {
            askedBytesUntilCut -= through;
            if (through < bytes.length || askedBytesUntilCut == 0) {
                unplug();
                throw gone();
            }
        }
    }

    /** Takes up what the instrument has said until now. */
    private void listen() {
        moveOn.run();
        byte[] said = device.fetch(clock.nanos());
        if (said.length > 0) {
            byte[] spoiled = spoiledPieces > 0 ? onTheWay.apply(said) : said;
            spoiledPieces = Math.max(0, spoiledPieces - 1);
            arrive(noisy(spoiled));
        }
    }

    private void arrive(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        String text = new String(bytes, ISO_8859_1);
        long from = clock.nanos() + delayNanos;
        from = arriving.isEmpty() ? from : Math.max(from, arriving.getLast().atNanos());
        if (nanosPerByte == 0) {
            arriving.add(new Arriving(from, text));
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            arriving.add(new Arriving(from + (i + 1) * nanosPerByte, text.substring(i, i + 1)));
        }
    }

    private byte[] noisy(byte[] bytes) {
        if (lostShare == 0 && flippedShare == 0) {
            return bytes;
        }
        byte[] spoiled = new byte[bytes.length];
        int length = 0;
        for (byte each : bytes) {
            if (chance.nextDouble() >= lostShare) {
                boolean wrong = chance.nextDouble() < flippedShare;
                spoiled[length++] = (byte) (wrong ? each ^ 1 << chance.nextInt(Byte.SIZE) : each);
            }
        }
        return Arrays.copyOf(spoiled, length);
    }

    private InstrumentException gone() {
        return new InstrumentException(InstrumentException.Kind.LOST, "cable", "was unplugged");
    }

    /** The port as a driver has it. */
    private final class Port implements Link {
        private final BatonLanes.Waiter waiter;
        private final long plug;

        Port(BatonLanes.Waiter waiter, long plug) {
            this.waiter = waiter;
            this.plug = plug;
        }

        @Override
        public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
            refuseIfGone();
            say(bytes);
        }

        @Override
        public int read(byte[] into, Deadline deadline) throws InstrumentException {
            while (true) {
                refuseIfGone();
                listen();
                Arriving first = arriving.peek();
                if (first != null && first.atNanos() <= clock.nanos()) {
                    return take(arriving.remove(), into);
                }
                long now = clock.nanos();
                if (deadline.leftNanos(now) <= 0) {
                    return 0;
                }
                long said = Math.max(device.nextNanos(), now + BURST_NANOS);
                long next = Math.min(first == null ? Long.MAX_VALUE : first.atNanos(), said);
                waiter.until(Math.min(next, deadline.atNanos()));
            }
        }

        private int take(Arriving first, byte[] into) {
            int count = Math.min(Math.min(into.length, first.latin1().length()), bytesUntilCut);
            System.arraycopy(first.latin1().getBytes(ISO_8859_1), 0, into, 0, count);
            if (count < first.latin1().length()) {
                arriving.addFirst(new Arriving(first.atNanos(), first.latin1().substring(count)));
            }
            if (bytesUntilCut != NEVER_CUT) {
                bytesUntilCut -= count;
                if (bytesUntilCut == 0) {
                    unplug();
                }
            }
            return count;
        }

        @Override
        public void discardReceived() throws InstrumentException {
            refuseIfGone();
            listen();
            arriving.removeIf(each -> each.atNanos() <= clock.nanos());
        }

        @Override
        public void close() {
            // what comes next arrives at whoever opens the port again
        }

        private void refuseIfGone() throws InstrumentException {
            if (!plugged || plug != plugs) {
                throw gone();
            }
        }
    }
}
