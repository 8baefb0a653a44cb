/**
 * What a MethodSCRIPT instrument sends and understands, byte for byte, and nothing of links, clocks or cells.
 *
 * <p>A line's way, told once. Bytes come in whatever pieces; {@link cellwright.palmsens.codec.LineState} cuts them into
 * {@link cellwright.palmsens.codec.Line lines} and is back in step at the next line end whatever came before. A line is
 * then understood: {@link cellwright.palmsens.codec.Told} is the sealed list of all that can be meant. The line that
 * matters is the data package, a {@code P} followed by typed numbers of 28 bits with an SI prefix; it becomes a
 * {@link cellwright.palmsens.codec.DataPackage}. In the other direction {@link cellwright.palmsens.codec.Literal} says a
 * number the way scripts do, a whole number with a prefix, and refuses what cannot be said.
 *
 * <p>{@link cellwright.palmsens.codec.Firmware}, {@link cellwright.palmsens.codec.Capabilities} and
 * {@link cellwright.palmsens.codec.ErrorCodes} are what an instrument tells about itself. The protocol has no checksum:
 * a damaged line is recognised only where the form is hurt. Everything is immutable and for any thread.
 */
@NullMarked
package cellwright.palmsens.codec;

import org.jspecify.annotations.NullMarked;
