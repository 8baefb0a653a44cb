/** Tests of the house as a whole. */
@NullMarked
package cellwright;

import org.jspecify.annotations.NullMarked;
