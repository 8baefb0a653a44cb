/** Tests of elements, chains and diffusion against closed forms. */
@NullMarked
package cellwright.simulator.impedance;

import org.jspecify.annotations.NullMarked;
