@NullMarked
package cellwright.engine.sense;

import org.jspecify.annotations.NullMarked;
