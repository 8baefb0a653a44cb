package cellwright.modbus.codec;

/**
 * Where the decoder of an RTU answer stands between two pieces of bytes.
 *
 * <p>An RTU frame has no mark at its beginning and none at its end; a pause of 3.5 characters closes it, and no pause
 * survives a USB adapter. What is known instead is the question: unit, function and length of its answer, or of a refusal.
 * The decoder looks for a frame of that form with a good checksum and passes over what is before it, byte by byte, so that
 * garbage, an echo of the request or another unit's answer does no harm.
 */
public sealed interface RtuState {
    /** Longest frame. */
    int LONGEST = 256;

    /** Before the first byte of an answer to a call. */
    static RtuState start(int unit, Call call) {
        return new Waiting(unit, call, Octets.NONE, Octets.NONE);
    }

    /** The frame of a request. */
    static Octets frame(int unit, Octets pdu) {
        Octets body = Octets.of(new byte[] {(byte) unit}).with(pdu);
        return body.with(Crc.of(body));
    }

    /**
     * An answer has not come, or not wholly.
     *
     * @param unit whose answer
     * @param call to what
     * @param held what may be the beginning of it
     * @param passedOver what was not it, the first 256 bytes
     */
    record Waiting(int unit, Call call, Octets held, Octets passedOver) implements RtuState {
        private RtuState search(Octets bytes, Octets passed, boolean silent) {
            Octets left = bytes;
            Octets lost = passed;
            while (left.size() > 0) {
                int size = sizeIfItBegins(left);
                if (size > left.size() && !silent) {
                    return new Waiting(unit, call, left, lost);
                }
                if (size > 0 && size <= left.size() && Crc.closes(left.slice(0, size))) {
                    return new Complete(left.slice(1, size - Crc.SIZE));
                }
                lost = lost.size() < LONGEST ? lost.with(left.slice(0, 1)) : lost;
                left = left.slice(1, left.size());
            }
            return new Waiting(unit, call, Octets.NONE, lost);
        }

        /** The length of the frame that may begin here; 0 if none does. */
        private int sizeIfItBegins(Octets left) {
            if (left.at(0) != unit) {
                return 0;
            }
            int refusal = 1 + 2 + Crc.SIZE;
            if (left.size() == 1) {
                return refusal;
            }
            if (left.at(1) == (call.function() | 0x80)) {
                return refusal;
            }
            boolean contradicted = left.size() > 2 && call instanceof Call.Read read && left.at(2) != 2 * read.count();
            return left.at(1) == call.function() && !contradicted ? 1 + call.answerSize() + Crc.SIZE : 0;
        }

        /** What to say of the bytes that came and were no answer; empty if none came. */
        public String remark() {
            Octets all = passedOver.with(held);
            if (all.size() == 0) {
                return "";
            }
            if (all.size() >= 2 + Crc.SIZE && Crc.closes(all)) {
                return "a whole frame of unit %d, function %d: %s".formatted(all.at(0), all.at(1), all);
            }
            boolean likeIt = all.size() == 1 + call.answerSize() + Crc.SIZE && all.at(0) == unit;
            return likeIt
                    ? "a frame with a wrong checksum: " + all
                    : "%d bytes that are no frame of unit %d: %s".formatted(all.size(), unit, all);
        }
    }

    /**
     * An answer with a good checksum.
     *
     * @param pdu without unit and checksum
     */
    record Complete(Octets pdu) implements RtuState {}

    /** Takes some more bytes. */
    default RtuState on(Octets more) {
        return switch (this) {
            case Waiting waiting -> waiting.search(waiting.held().with(more), waiting.passedOver(), false);
            case Complete complete -> complete;
        };
    }

    /** Nothing more will come: what is held and too short was not the beginning, but an answer may stand behind it. */
    default RtuState silence() {
        return switch (this) {
            case Waiting waiting -> waiting.search(waiting.held(), waiting.passedOver(), true);
            case Complete complete -> complete;
        };
    }
}
