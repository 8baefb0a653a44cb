/**
 * Pictures of data, drawn as SVG text: pure functions of numbers, without a window, a font or a file.
 *
 * <p>A {@link cellwright.figure.Chart} is two axes, curves, and what they should lie within; a
 * {@link cellwright.figure.Figure} is one or more of them under a title. Colours change with the page between light and
 * dark, every one stands out on both. The width of a letter is known, since the font is of one width, so what is written is
 * placed where it does not lie over something else: legends stand above the curves and break into lines, marks along an axis
 * are as many as fit.
 */
@NullMarked
package cellwright.figure;

import org.jspecify.annotations.NullMarked;
