/** The commands a person types; the only room that prints. */
@NullMarked
package cellwright.cli;

import org.jspecify.annotations.NullMarked;
