/** Tests of the engine. */
@NullMarked
package cellwright.engine;

import org.jspecify.annotations.NullMarked;
