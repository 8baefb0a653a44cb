package cellwright.simulator.emulator.modbus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cellwright.instrument.emulation.FarEnd;
import cellwright.simulator.emulator.line.Outbox;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A Modbus slave at the far end of a line. Bytes come with the time at which they come, and go with the time at which they
 * go; the times are the caller's and never run backwards. Mutable, one thread.
 *
 * <p>It answers its own address alone, obeys a broadcast (RTU, address 0) without a word, and is silent where a real one
 * is: about a wrong checksum, and about a request that breaks off.
 */
public final class EmulatedModbus implements FarEnd {
    /** A pause that closes an RTU frame: 3.5 characters at 19200 baud. */
    private static final long PAUSE_NANOS = 1_750_000L;

    private static final int HEADER = 7;
    private static final int FIXED_REQUEST = 8;
    private static final int COUNT_AT = 6;
    private static final int LONGEST = 260;

    private final Framing framing;
    private final int unit;
    private final RegisterDevice device;
    private final Mischief mischief = new Mischief();
    private final Outbox said = new Outbox();
    private byte[] heard = new byte[0];
    private long lastNanos = Long.MIN_VALUE / 2;
    private int requests;

    /** A device at an address. */
    public EmulatedModbus(Framing framing, int unit, RegisterDevice device) {
        this.framing = framing;
        this.unit = unit;
        this.device = device;
    }

    /** How it misbehaves. */
    public Mischief mischief() {
        return mischief;
    }

    /** How many requests for it were whole. */
    public int requests() {
        return requests;
    }

    /** When it will say something next; {@link Long#MAX_VALUE} if it has nothing to say. */
    @Override
    public long nextNanos() {
        return said.nextNanos();
    }

    /** {@inheritDoc} Its registers are asked when a request comes, so nothing happens in between. */
    @Override
    public void advance(long toNanos) {}

    /** What it has said up to a time. */
    @Override
    public byte[] fetch(long atNanos) {
        return said.fetch(atNanos);
    }

    /** Bytes from the host. */
    @Override
    public void receive(byte[] bytes, long atNanos) {
        if (mischief.isSilent()) {
            heard = new byte[0];
            return;
        }
        if (mischief.echoes()) {
            say(bytes, atNanos);
        }
        if (framing == Framing.RTU && atNanos - lastNanos > PAUSE_NANOS) {
            heard = new byte[0];
        }
        lastNanos = atNanos;
        heard = joined(heard, bytes);
        boolean more = true;
        while (more) {
            more = framing == Framing.RTU ? rtu(atNanos) : tcp(atNanos);
        }
    }

    private boolean rtu(long atNanos) {
        int size = requestSize();
        if (heard.length > LONGEST) {
            heard = new byte[0];
        }
        if (size == 0 || heard.length < size) {
            return false;
        }
        byte[] frame = Arrays.copyOf(heard, size);
        heard = Arrays.copyOfRange(heard, size, heard.length);
        int sum = Checksum.of(frame, size - 2);
        boolean good = (frame[size - 2] & 0xff) == (sum & 0xff) && (frame[size - 1] & 0xff) == sum >> Byte.SIZE;
        int called = frame[0] & 0xff;
        if (good && (called == unit || called == 0)) {
            byte[] answer = carryOut(Arrays.copyOfRange(frame, 1, size - 2), atNanos);
            if (called != 0) {
                say(mischief.onTheWay(closed(answer)), atNanos);
            }
        }
        return heard.length > 0;
    }

    /** The length of the request that begins in what was heard; 0 if that cannot be told yet. */
    private int requestSize() {
        if (heard.length < 2) {
            return 0;
        }
        if (heard[1] != RegisterDevice.WRITE_MANY) {
            return FIXED_REQUEST;
        }
        return heard.length <= COUNT_AT ? 0 : COUNT_AT + 1 + (heard[COUNT_AT] & 0xff) + 2;
    }

    private byte[] closed(byte[] answer) {
        byte[] frame = new byte[answer.length + 3];
        frame[0] = (byte) (unit + mischief.unitShift());
        System.arraycopy(answer, 0, frame, 1, answer.length);
        int sum = Checksum.of(frame, answer.length + 1);
        frame[answer.length + 1] = (byte) sum;
        frame[answer.length + 2] = (byte) (sum >> Byte.SIZE);
        return frame;
    }

    private boolean tcp(long atNanos) {
        if (heard.length < HEADER) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(heard);
        int number = buffer.getShort() & 0xffff;
        int protocol = buffer.getShort();
        int size = HEADER - 1 + (buffer.getShort() & 0xffff);
        int called = buffer.get() & 0xff;
        if (heard.length < size) {
            return false;
        }
        byte[] request = Arrays.copyOfRange(heard, HEADER, size);
        heard = Arrays.copyOfRange(heard, size, heard.length);
        if (protocol == 0 && called == unit) {
            byte[] answer = carryOut(request, atNanos);
            byte[] frame = ByteBuffer.allocate(HEADER + answer.length)
                    .putShort((short) (number + mischief.transactionShift()))
                    .putShort((short) 0)
                    .putShort((short) (answer.length + 1))
                    .put((byte) (unit + mischief.unitShift()))
                    .put(answer)
                    .array();
            say(mischief.onTheWay(frame), atNanos);
        }
        return heard.length > 0;
    }

    private byte[] carryOut(byte[] request, long atNanos) {
        requests++;
        int function = request[0];
        int refusal = mischief.takeRefusal();
        try {
            if (refusal != 0) {
                throw new ModbusRefusal(refusal);
            }
            if (!device.knows(function)) {
                throw new ModbusRefusal(ModbusRefusal.FUNCTION);
            }
            ByteBuffer body = ByteBuffer.wrap(request, 1, request.length - 1);
            int at = body.getShort() & 0xffff;
            int second = body.getShort() & 0xffff;
            return switch (function) {
                case RegisterDevice.READ_HOLDING, RegisterDevice.READ_INPUT -> read(function, at, second, atNanos);
                case RegisterDevice.WRITE_ONE -> write(request, at, new int[] {second}, atNanos);
                default -> write(request, at, words(body, second), atNanos);
            };
        } catch (ModbusRefusal refused) {
            return new byte[] {(byte) (function | 0x80), (byte) refused.code()};
        }
    }

    private byte[] read(int function, int at, int count, long atNanos) throws ModbusRefusal {
        if (count < 1 || count > device.most()) {
            throw new ModbusRefusal(ModbusRefusal.VALUE);
        }
        ByteBuffer answer = ByteBuffer.allocate(2 + 2 * count);
        answer.put((byte) function).put((byte) (2 * count));
        for (int word : device.read(at, count, atNanos)) {
            answer.putShort((short) word);
        }
        return answer.array();
    }

    private int[] words(ByteBuffer body, int count) throws ModbusRefusal {
        int bytes = body.get() & 0xff;
        if (count < 1 || count > device.most() || bytes != 2 * count || body.remaining() != bytes) {
            throw new ModbusRefusal(ModbusRefusal.VALUE);
        }
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = body.getShort() & 0xffff;
        }
        return words;
    }

    private byte[] write(byte[] request, int at, int[] words, long atNanos) throws ModbusRefusal {
        if (!mischief.ignoresWrites()) {
            device.write(at, words, atNanos);
        }
        return Arrays.copyOf(request, 5);
    }

    private void say(byte[] bytes, long atNanos) {
        said.say(new String(bytes, ISO_8859_1), atNanos + mischief.delayNanos());
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }
}
