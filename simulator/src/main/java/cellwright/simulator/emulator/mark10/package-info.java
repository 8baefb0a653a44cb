/**
 * A Mark-10 force gauge down to its bytes, under a computed press.
 *
 * <p>{@link cellwright.simulator.emulator.mark10.EmulatedMark10} answers commands as the published manuals of these gauges
 * show; it knows nothing of the driver it tests. Its load cell is the one of the simulated rig: noise, creep, an end to
 * its range. Besides what the wire can do wrong it can show another unit or none, talk unasked, and be another gauge.
 */
@NullMarked
package cellwright.simulator.emulator.mark10;

import org.jspecify.annotations.NullMarked;
