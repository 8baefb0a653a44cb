/** Tests of the package of the same name. */
@NullMarked
package cellwright.simulator.emulator.scpi;

import org.jspecify.annotations.NullMarked;
