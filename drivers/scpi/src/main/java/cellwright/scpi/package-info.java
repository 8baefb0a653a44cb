/**
 * Source-measure units that speak SCPI: Keithley 2450 and 2460, and the 2400 family.
 *
 * <p>What happens to a command, told once. {@link cellwright.scpi.ScpiDriver} asks who is there and opens the relay; these
 * instruments leave the factory with an off-state that puts 0 V on the cell. Asked to drive a cell,
 * {@link cellwright.scpi.Smu} checks the command against its reach, looks at the open cell with a source of 0 A, opens the
 * relay, and hands a plan to the family's dialect (package {@code dialect}): off-state, limit, ranges, level, each read
 * back, then the error queue, and only then the output. Each {@code read()} asks whether the output is still on and measures
 * (package {@code codec}).
 *
 * <p>The instrument keeps a limit and knows no time: what it does when the computer is gone is in
 * {@link cellwright.scpi.Smu#autonomy()} and in the README. One question is under way at a time, every exchange has one
 * deadline, and no thread is started.
 */
@NullMarked
package cellwright.scpi;

import org.jspecify.annotations.NullMarked;
