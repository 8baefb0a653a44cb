/**
 * What a SCPI source-measure unit says, byte for byte, and nothing of links, clocks or cells.
 *
 * <p>An answer's way, told once. Bytes come in whatever pieces; {@link cellwright.scpi.codec.LineState} cuts them into
 * {@link cellwright.scpi.codec.Line lines} and is back in step at the next line end whatever came before. A line is an
 * answer if the {@link cellwright.scpi.codec.Question} that was put takes its form: a number or several
 * ({@link cellwright.scpi.codec.Numeral}), a word, an introduction ({@link cellwright.scpi.codec.Badge}), an entry of the
 * error queue ({@link cellwright.scpi.codec.Trouble}). A line of another form answers another question, and is passed over.
 *
 * <p>The protocol has no checksum: a digit changed into another digit is not noticed here. Everything is immutable and for
 * any thread.
 */
@NullMarked
package cellwright.scpi.codec;

import org.jspecify.annotations.NullMarked;
