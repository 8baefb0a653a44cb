package cellwright.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.Deadline;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Link;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * A line between a driver and an emulated instrument that spoils what passes: message by message as it is told, or byte by
 * byte by seeded chance, and as slowly as a line of some speed. A message is what one write hands over, or what the
 * instrument answers to it. A read with nothing to hand over moves the clock to its deadline. One thread at a time.
 */
public final class FaultyLine implements Link {
    private static final String NAME = "faulty line";

    private final HandClock clock;
    private final Device device;
    private final Incoming incoming;
    private final Direction questions = new Direction();
    private final Direction answers = new Direction();
    private long nanosPerByte;
    private double lost;
    private double flipped;
    private SplittableRandom chance = new SplittableRandom(Property.DEFAULT_SEED);
    private boolean cut;
    private long messages;

    /** A good line to an instrument. */
    public FaultyLine(HandClock clock, Device device) {
        this.clock = clock;
        this.device = device;
        this.incoming = new Incoming(clock);
    }

    /** What happens to the next messages to the instrument, one after the other; then they pass again. */
    public FaultyLine questions(LineFault... faults) {
        questions.faults.addAll(Arrays.asList(faults));
        return this;
    }

    /** What happens to the next messages from the instrument, one after the other; then they pass again. */
    public FaultyLine answers(LineFault... faults) {
        answers.faults.addAll(Arrays.asList(faults));
        return this;
    }

    /**
     * From now on bytes are lost and bits flipped by chance.
     *
     * @param seed the same seed spoils the same bytes
     * @param lostShare share of bytes that vanish, 0 to 1
     * @param flippedShare share of bytes of which one bit is wrong, 0 to 1
     */
    public FaultyLine noise(long seed, double lostShare, double flippedShare) {
        chance = new SplittableRandom(seed);
        lost = lostShare;
        flipped = flippedShare;
        return this;
    }

    /** From now on every byte takes so long; 86.8 µs at 115200 baud with ten bits a byte. */
    public FaultyLine shaped(Duration perByte) {
        nanosPerByte = perByte.toNanos();
        return this;
    }

    /** The cable comes out. */
    public void cut() {
        cut = true;
    }

    /** How many messages the instrument was sent so far, whole or not. */
    public long messages() {
        return messages;
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws InstrumentException {
        refuseIfCut();
        clock.advance(Duration.ofNanos(nanosPerByte * bytes.length));
        pass(bytes, questions, this::deliver);
        refuseIfCut();
    }

    @Override
    public int read(byte[] into, Deadline deadline) throws InstrumentException {
        if (incoming.isEmpty()) {
            refuseIfCut();
        }
        return incoming.read(into, deadline);
    }

    @Override
    public void discardReceived() throws InstrumentException {
        refuseIfCut();
        incoming.discardArrived();
    }

    @Override
    public void close() {
        cut = true;
    }

    /** Where a part of a message goes, so long after the one before it. */
    @FunctionalInterface
    private interface Towards {
        void part(byte[] bytes, long delayNanos);
    }

    /** What happens to messages going one way. */
    private static final class Direction {
        private final Deque<LineFault> faults = new ArrayDeque<>();
        private byte[] heldBack = {};

        LineFault next() {
            return faults.isEmpty() ? new LineFault.Pass() : faults.removeFirst();
        }
    }

    private void deliver(byte[] question, long delayNanos) {
        byte[] received = noisy(question);
        if (received.length == 0) {
            return;
        }
        messages++;
        byte[] answer = device.answer(received);
        if (answer.length > 0 && !cut) {
            pass(answer, answers, (part, late) -> arrive(noisy(part), delayNanos + late));
        }
    }

    private void arrive(byte[] bytes, long delayNanos) {
        if (nanosPerByte == 0) {
            incoming.send(bytes, delayNanos);
            return;
        }
        long delay = delayNanos;
        for (byte each : bytes) {
            incoming.send(new byte[] {each}, delay + nanosPerByte);
            delay = 0;
        }
    }

    private void pass(byte[] message, Direction direction, Towards towards) {
        byte[] bytes = joined(direction.heldBack, message);
        direction.heldBack = new byte[0];
        switch (direction.next()) {
            case LineFault.Pass ignored -> towards.part(bytes, 0);
            case LineFault.Drop ignored -> {}
            case LineFault.Delay delay -> towards.part(bytes, delay.by().toNanos());
            case LineFault.Split split -> {
                int at = Math.clamp(split.at(), 0, bytes.length);
                towards.part(Arrays.copyOf(bytes, at), 0);
                towards.part(
                        Arrays.copyOfRange(bytes, at, bytes.length), split.gap().toNanos());
            }
            case LineFault.Merge ignored -> direction.heldBack = bytes;
            case LineFault.Corrupt corrupt -> towards.part(corrupted(bytes, corrupt), 0);
            case LineFault.Duplicate ignored -> {
                towards.part(bytes, 0);
                towards.part(bytes, 0);
            }
            case LineFault.Garbage garbage ->
                towards.part(joined(garbage.latin1().getBytes(ISO_8859_1), bytes), 0);
            case LineFault.Cut after -> {
                towards.part(Arrays.copyOf(bytes, Math.clamp(after.after(), 0, bytes.length)), 0);
                cut = true;
            }
        }
    }

    private static byte[] corrupted(byte[] bytes, LineFault.Corrupt corrupt) {
        byte[] spoiled = bytes.clone();
        int at = corrupt.at() < 0 ? bytes.length + corrupt.at() : corrupt.at();
        spoiled[Math.clamp(at, 0, bytes.length - 1)] ^= (byte) corrupt.mask();
        return spoiled;
    }

    private byte[] noisy(byte[] bytes) {
        if (lost == 0 && flipped == 0) {
            return bytes;
        }
        byte[] spoiled = new byte[bytes.length];
        int length = 0;
        for (byte each : bytes) {
            if (chance.nextDouble() < lost) {
                continue;
            }
            boolean wrong = chance.nextDouble() < flipped;
            spoiled[length++] = (byte) (wrong ? each ^ 1 << chance.nextInt(Byte.SIZE) : each);
        }
        return Arrays.copyOf(spoiled, length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private void refuseIfCut() throws InstrumentException {
        if (cut) {
            throw new InstrumentException(InstrumentException.Kind.LOST, NAME, "the line is cut");
        }
    }
}
