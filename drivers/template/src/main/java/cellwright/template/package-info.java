/**
 * A complete small driver to copy from: the LC-1, a load cell with a thermometer on a serial line.
 *
 * <p>A reading's way, told once. {@link cellwright.template.GaugeDriver} opens the link and asks who is there.
 * {@link cellwright.template.Gauge} is asked to read; it puts a {@link cellwright.template.Question} to its
 * {@link cellwright.template.Conversation}, the only class here that touches a link or a clock. The bytes that come back
 * go, in whatever pieces, through {@link cellwright.template.LineState}, which knows nothing but bytes, and each line
 * becomes a {@link cellwright.template.Reply}, which knows nothing but text. Both are pure: their tests feed them every
 * cut and every damage of a frame without an instrument.
 *
 * <p>The instrument does not exist; frames and settings are in the README. All classes are for the one thread of the
 * link, the records for any.
 */
@NullMarked
package cellwright.template;

import org.jspecify.annotations.NullMarked;
