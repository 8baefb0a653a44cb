/**
 * Mark-10 force gauges and those that speak their language, which the maker calls GCL2.
 *
 * <p>A reading's way, told once. {@link cellwright.mark10.Mark10Driver} opens the link and asks who is there, how the gauge is set and how it
 * writes its readings. {@link cellwright.mark10.ForceGauge} asks for the present force; {@code Questions} says which lines answer that, and
 * {@link cellwright.mark10.Shown} understands them. A {@code Mounting} turns what is shown into force on the stack and, where
 * the cell's area is known, into stack pressure. Lines, deadlines and late answers are the business of {@code
 * cellwright.line}.
 */
@NullMarked
package cellwright.mark10;

import org.jspecify.annotations.NullMarked;
