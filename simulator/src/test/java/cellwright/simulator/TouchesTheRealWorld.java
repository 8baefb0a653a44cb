package cellwright.simulator;

/** Marks what may read the clock and print: measurements of speed, run by hand. */
@interface TouchesTheRealWorld {}
