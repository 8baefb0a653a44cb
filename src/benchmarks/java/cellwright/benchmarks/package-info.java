/** Measurements of speed, run by hand. */
@NullMarked
package cellwright.benchmarks;

import org.jspecify.annotations.NullMarked;
