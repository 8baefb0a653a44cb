package cellwright.modbus.codec;

import com.digitalpetri.modbus.ModbusPduSerializer.DefaultRequestSerializer;
import com.digitalpetri.modbus.exceptions.ModbusException;
import com.digitalpetri.modbus.pdu.ModbusRequestPdu;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import java.nio.ByteBuffer;
import java.util.List;

/** What a device can be asked. Addresses are those on the wire, from 0; words are 0 to 65535. */
public sealed interface Call {
    /** Most registers of one read, by the protocol. */
    int MOST_READ = 125;

    /** Most registers of one write, by the protocol. */
    int MOST_WRITTEN = 123;

    /** Longest request without unit and checksum. */
    int LONGEST = 253;

    /**
     * Read registers.
     *
     * @param table which table
     * @param at first address
     * @param count how many, 1 to 125
     */
    record Read(Table table, int at, int count) implements Call {}

    /**
     * Write one register (function 6); the answer repeats the request.
     *
     * @param at address
     * @param word what to write
     */
    record WriteOne(int at, int word) implements Call {}

    /**
     * Write registers that follow each other (function 16).
     *
     * @param at first address
     * @param words what to write, 1 to 123
     */
    record WriteMany(int at, List<Integer> words) implements Call {
        /** Takes an immutable copy. */
        public WriteMany {
            words = List.copyOf(words);
        }
    }

    /** The function's number. */
    default int function() {
        return switch (this) {
            case Read read -> read.table().function();
            case WriteOne one -> 6;
            case WriteMany many -> 16;
        };
    }

    /** Bytes of a good answer, function included, without unit and checksum. */
    default int answerSize() {
        return switch (this) {
            case Read read -> 2 + 2 * read.count();
            case WriteOne one -> 5;
            case WriteMany many -> 5;
        };
    }

    /** The request without unit and checksum. */
    default Octets pdu() {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
        try {
            DefaultRequestSerializer.INSTANCE.encode(request(), buffer);
        } catch (ModbusException impossible) {
            throw new IllegalStateException("a request that cannot be written: " + this, impossible);
        }
        return Octets.of(buffer.array(), buffer.position());
    }

    private ModbusRequestPdu request() {
        return switch (this) {
            case Read read ->
                read.table() == Table.HOLDING
                        ? new ReadHoldingRegistersRequest(read.at(), read.count())
                        : new ReadInputRegistersRequest(read.at(), read.count());
            case WriteOne one -> new WriteSingleRegisterRequest(one.at(), one.word());
            case WriteMany many ->
                new WriteMultipleRegistersRequest(many.at(), many.words().size(), bytes(many.words()));
        };
    }

    private static byte[] bytes(List<Integer> words) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * words.size());
        words.forEach(word -> buffer.putShort(word.shortValue()));
        return buffer.array();
    }

    /** What is asked, for people. */
    default String told() {
        return switch (this) {
            case Read read ->
                "read %s registers %d to %d".formatted(read.table().word(), read.at(), read.at() + read.count() - 1);
            case WriteOne one -> "write %d to register %d".formatted(one.word(), one.at());
            case WriteMany many -> "write %s to registers from %d".formatted(many.words(), many.at());
        };
    }
}
