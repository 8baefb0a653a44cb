/**
 * Parquet files, written and read column by column without Hadoop.
 *
 * <p>{@link cellwright.store.parquet.ParquetTable} takes batches of rows and writes them in row groups of bounded size, compressed
 * with zstd, under a temporary name until the table is whole. {@link cellwright.store.parquet.ColumnPages} cuts the pages and says how
 * each kind of column is encoded. {@link cellwright.store.parquet.ParquetScan} reads any flat table, whoever wrote it, a row group at a
 * time. Nothing outside this package names a class of the Parquet library, and none is loaded before one of the two is used.
 */
@NullMarked
package cellwright.store.parquet;

import org.jspecify.annotations.NullMarked;
