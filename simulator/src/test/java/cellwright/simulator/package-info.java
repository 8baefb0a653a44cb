/** Tests of the virtual rig: published capacities, located limits, and what the driver API promises. */
@NullMarked
package cellwright.simulator;

import org.jspecify.annotations.NullMarked;
