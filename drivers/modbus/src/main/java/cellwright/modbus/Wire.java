package cellwright.modbus;

import cellwright.instrument.InstrumentException;
import cellwright.modbus.codec.Call;
import cellwright.modbus.codec.Octets;

/** One of the two framings on a line: a request out, the answer's inside back. The thread of the link only. */
interface Wire {
    /**
     * Sends a call and waits for what answers it, without unit, checksum and header.
     *
     * @throws InstrumentException {@code TIMEOUT} if nothing came, {@code GARBLED} if only something else came, {@code LOST}
     *     from the link
     */
    Octets exchange(Call call) throws InstrumentException;
}
