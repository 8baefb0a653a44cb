package cellwright.instrument.emulation;

/** An instrument on a bench that is talked to over a line. */
public non-sealed interface LineDevice extends Device, FarEnd {}
