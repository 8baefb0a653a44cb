/** Figures that people in laboratories compare, as pure functions of what the engine counted. */
@NullMarked
package cellwright.analysis;

import org.jspecify.annotations.NullMarked;
