package cellwright.modbus.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the decoder of Modbus TCP stands between two pieces of bytes: inside a header of seven bytes and what follows it.
 *
 * <p>TCP loses nothing, so bytes that are no header come from something that is no Modbus device. They are passed over one
 * by one.
 *
 * @param held the beginning of a frame
 * @param passedOver what was no frame, the first 256 bytes
 */
public record MbapState(Octets held, Octets passedOver) {
    /** Before the first byte. */
    public static final MbapState START = new MbapState(Octets.NONE, Octets.NONE);

    /** Bytes of a header, the unit included. */
    public static final int HEADER = 7;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 254;

    /**
     * A frame.
     *
     * @param transaction number of the question it answers, 0 to 65535
     * @param unit 0 to 255
     * @param pdu what follows the header
     */
    public record Frame(int transaction, int unit, Octets pdu) {}

    /**
     * What some bytes led to.
     *
     * @param next where the decoder stands now
     * @param frames the frames that are complete, in order
     */
    public record Heard(MbapState next, List<Frame> frames) {
        /** Takes an immutable copy. */
        public Heard {
            frames = List.copyOf(frames);
        }
    }

    /** Takes some more bytes. */
    public Heard on(Octets more) {
        List<Frame> frames = new ArrayList<>();
        Octets left = held.with(more);
        Octets lost = passedOver;
        while (left.size() > 0) {
            if (left.size() < HEADER) {
                return new Heard(new MbapState(left, lost), frames);
            }
            int end = HEADER - 1 + left.pairAt(4);
            if (impossible(left)) {
                lost = lost.size() < RtuState.LONGEST ? lost.with(left.slice(0, 1)) : lost;
                left = left.slice(1, left.size());
            } else if (left.size() < end) {
                return new Heard(new MbapState(left, lost), frames);
            } else {
                frames.add(new Frame(left.pairAt(0), left.at(6), left.slice(HEADER, end)));
                left = left.slice(end, left.size());
            }
        }
        return new Heard(new MbapState(left, lost), frames);
    }

    private static boolean impossible(Octets left) {
        int length = left.pairAt(4);
        return left.pairAt(2) != 0 || length < SHORTEST || length > LONGEST;
    }

    /** The same place in the stream, with what was passed over so far forgotten. */
    public MbapState anew() {
        return new MbapState(held, Octets.NONE);
    }

    /** What to say of bytes that are no frame; empty if there are none. */
    public String remark() {
        Octets all = passedOver.with(held);
        return all.size() == 0 ? "" : "%d bytes that are no Modbus TCP frame: %s".formatted(all.size(), all);
    }
}
