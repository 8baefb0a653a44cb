/**
 * Potentiostats that speak MethodSCRIPT: EmStat4 LR and HR, Nexus, EmStat Pico.
 *
 * <p>What happens to a command, told once. {@link cellwright.palmsens.PalmSensDriver} finds the line's step, asks
 * firmware, serial number and capabilities and makes an {@link cellwright.palmsens.EmStat}. Asked to drive a cell, that
 * checks the command against its reach, writes a script with the guard inside (package {@code script}), stops the script
 * that runs and sends the new one. The instrument tells the limits back, looks at the open cell, switches on and streams
 * packages (package {@code codec}); each {@code read()} gives the newest as a reading. When the script ends by itself the
 * circuit is open and the next reading says why. After an error of a script its last block has not run: the driver then
 * sends a script that does nothing but open the circuit, before it tells anyone.
 *
 * <p>One script runs at a time, one question is under way at a time, every exchange has one deadline, and no thread is
 * started. Wiring, settings and sources are in the README.
 */
@NullMarked
package cellwright.palmsens;

import org.jspecify.annotations.NullMarked;
