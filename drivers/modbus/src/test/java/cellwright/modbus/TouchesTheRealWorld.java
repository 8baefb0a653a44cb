package cellwright.modbus;

/** Marks what may use a real socket and the clock: the test against another maker's server. */
@interface TouchesTheRealWorld {}
