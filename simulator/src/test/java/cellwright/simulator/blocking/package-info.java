/** Tests of the blocking cell against the published conductivities. */
@NullMarked
package cellwright.simulator.blocking;

import org.jspecify.annotations.NullMarked;
