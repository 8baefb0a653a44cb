/**
 * Impedance spectra: are they what a linear, stable cell would give?
 *
 * <p>A {@link cellwright.analysis.impedance.Impedances} holds the usable points of a spectrum. Before anyone fits, the
 * {@link cellwright.analysis.impedance.KramersKronigCheck} asks whether the two halves of it belong together; it describes
 * the data by {@link cellwright.analysis.impedance.LinKk} fits and passes no spectrum on the mu criterion alone, which is
 * known to stop at three time constants with residuals of tens of percent.
 *
 * <p>Z = Z' + jZ'' in ohm, capacitive Z'' below 0, frequencies in hertz.
 */
@NullMarked
package cellwright.analysis.impedance;

import org.jspecify.annotations.NullMarked;
