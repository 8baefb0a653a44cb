package cellwright.simulator.emulator.modbus;

/** How requests and answers lie on the line. */
public enum Framing {
    /** Unit, request, CRC-16. */
    RTU,
    /** A header with number, length and unit, then the request. */
    TCP
}
