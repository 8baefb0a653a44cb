/** Tests of the lithium symmetric cell: critical currents, times to a short, and how a short looks. */
@NullMarked
package cellwright.simulator.lithium;

import org.jspecify.annotations.NullMarked;
