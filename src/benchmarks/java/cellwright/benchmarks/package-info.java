/**
 * What must be quick, measured: each class is a program that {@code src/benchmarks/run} starts in a process of its own,
 * and prints figures with their targets. It first checks that the work was done, and done right; where there is a bound,
 * such as bare writes to the disk or plain arithmetic, that is measured in the same run.
 */
@NullMarked
package cellwright.benchmarks;

import org.jspecify.annotations.NullMarked;
