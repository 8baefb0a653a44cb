/**
 * Files that other tools open, made from the rows and events a journal replays to.
 *
 * <p>The first is the Battery Data Format: one table, a column a quantity, the unit in the header, positive current
 * charging. Spectra are files of three bare columns with everything else in comment lines above.
 */
@NullMarked
package cellwright.store;

import org.jspecify.annotations.NullMarked;
