/** Tests of the virtual instruments. */
@NullMarked
package cellwright.simulator.instrument;

import org.jspecify.annotations.NullMarked;
