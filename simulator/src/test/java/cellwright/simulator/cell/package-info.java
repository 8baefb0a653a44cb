/** Tests of the cell model against closed solutions of diffusion. */
@NullMarked
package cellwright.simulator.cell;

import org.jspecify.annotations.NullMarked;
