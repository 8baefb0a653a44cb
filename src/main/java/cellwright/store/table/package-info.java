/**
 * Data files of others, and of our own, read into one shape: columns of doubles with the quantities and units of the Battery Data
 * Format, positive current charging, Z'' below 0 where capacitive.
 *
 * <p>{@link cellwright.store.table.TableFile} looks at a file's beginning and picks who reads it. Every reader hands rows over in
 * pieces to a {@link cellwright.store.table.TableSink}, so that a file may be larger than memory; {@link
 * cellwright.store.table.Table} keeps them all, {@link cellwright.store.table.Extent} only what is needed to show what was read.
 * Whatever is not as it should be is refused with its line and column; nothing is guessed.
 */
@NullMarked
package cellwright.store.table;

import org.jspecify.annotations.NullMarked;
