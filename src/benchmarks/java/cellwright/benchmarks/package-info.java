/** Measurements against a named bound in the same run; each first checks that both sides did the same work. */
@NullMarked
package cellwright.benchmarks;

import org.jspecify.annotations.NullMarked;
