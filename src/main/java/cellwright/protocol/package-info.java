/**
 * What a scientist asks for, as data: a protocol, the cell it is meant for and the bench it will run on.
 *
 * <p>The story of a file: {@code protocol.yaml} text becomes a {@link cellwright.protocol.Protocol}, quantities still as
 * the scientist wrote them ("C/5", "4.3 V vs Li+/Li"), or a list of {@link cellwright.protocol.Problem}s with line
 * and column. {@code protocol.compile} binds it to a {@link cellwright.protocol.Cell} and a
 * {@link cellwright.protocol.Bench}: C-rates become amperes, references become cell volts, limits are intersected,
 * the impossible is refused. What comes out is a {@link cellwright.protocol.program.Program}, plain SI numbers that
 * the engine executes.
 *
 * <p>Everything here is immutable and free of files, clocks and threads; the package is given text, not paths.
 */
@NullMarked
package cellwright.protocol;

import org.jspecify.annotations.NullMarked;
