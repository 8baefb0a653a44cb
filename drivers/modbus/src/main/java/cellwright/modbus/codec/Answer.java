package cellwright.modbus.codec;

import java.util.ArrayList;
import java.util.List;

/** What a device answered to a call. Nothing is an answer that does not fit its call in every byte. */
public sealed interface Answer {
    /**
     * What was read.
     *
     * @param words one for each register, 0 to 65535
     */
    record Words(List<Integer> words) implements Answer {
        /** Takes an immutable copy. */
        public Words {
            words = List.copyOf(words);
        }
    }

    /** Written, the device says. */
    record Written() implements Answer {}

    /**
     * The device understood and refuses.
     *
     * @param code its exception code
     */
    record Refused(int code) implements Answer {
        /** The code in words. */
        public String words() {
            return switch (code) {
                case 1 -> "exception 1, it does not know this function";
                case 2 -> "exception 2, it has no such register";
                case 3 -> "exception 3, it does not accept this value";
                case 4 -> "exception 4, it failed while doing it";
                case 5 -> "exception 5, it has begun and needs longer";
                case 6 -> "exception 6, it is busy with something else";
                case 7 -> "exception 7, it cannot do this now";
                case 8 -> "exception 8, its memory is damaged";
                case 10 -> "exception 10, the gateway has no way to this unit";
                case 11 -> "exception 11, the unit behind the gateway does not answer";
                default -> "exception " + code + ", which the protocol does not know";
            };
        }
    }

    /**
     * No answer to this call.
     *
     * @param why what does not fit
     */
    record Strange(String why) implements Answer {}

    /** Understands an answer without unit and checksum. */
    static Answer of(Call call, Octets pdu) {
        if (pdu.size() == 2 && pdu.at(0) == (call.function() | 0x80)) {
            return new Refused(pdu.at(1));
        }
        if (pdu.size() != call.answerSize() || pdu.at(0) != call.function()) {
            return new Strange("%d bytes (%s) instead of %d bytes of function %d"
                    .formatted(pdu.size(), pdu, call.answerSize(), call.function()));
        }
        return switch (call) {
            case Call.Read read -> read(read, pdu);
            case Call.WriteOne one -> written(pdu, one.at(), one.word());
            case Call.WriteMany many -> written(pdu, many.at(), many.words().size());
        };
    }

    private static Answer read(Call.Read read, Octets pdu) {
        if (pdu.at(1) != 2 * read.count()) {
            return new Strange("says that %d bytes follow, %d were asked for".formatted(pdu.at(1), 2 * read.count()));
        }
        List<Integer> words = new ArrayList<>();
        for (int i = 0; i < read.count(); i++) {
            words.add(pdu.pairAt(2 + 2 * i));
        }
        return new Words(words);
    }

    private static Answer written(Octets pdu, int at, int second) {
        if (pdu.pairAt(1) == at && pdu.pairAt(3) == second) {
            return new Written();
        }
        return new Strange(
                "repeats register %d and %d, sent were %d and %d".formatted(pdu.pairAt(1), pdu.pairAt(3), at, second));
    }
}
