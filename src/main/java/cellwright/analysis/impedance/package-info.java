/**
 * Impedance spectra: are they what a linear, stable cell would give, and which circuit explains them?
 *
 * <p>A {@link cellwright.analysis.impedance.Impedances} holds the usable points of a spectrum. Before anyone fits, the
 * {@link cellwright.analysis.impedance.KramersKronigCheck} asks whether the two halves of it belong together; it describes
 * the data by {@link cellwright.analysis.impedance.LinKk} fits and passes no spectrum on the mu criterion alone, which is
 * known to stop at three time constants with residuals of tens of percent. Then a
 * {@link cellwright.analysis.impedance.Circuit}, written as {@code R0-p(R1,CPE1)-Wo1}, is fitted by
 * {@link cellwright.analysis.impedance.CircuitFit}: complex non-linear least squares in logarithms of the parameters, from
 * many starts, with what cannot be determined taken out and named. The {@link cellwright.analysis.impedance.FittedCircuit}
 * carries covariance, correlations and doubts, and gives sums of resistances with the uncertainty that belongs to the sum:
 * two arcs that cannot be told apart may have a sum that is known to a few tenths of a percent.
 *
 * <p>Z = Z' + jZ'' in ohm, capacitive Z'' below 0, frequencies in hertz.
 */
@NullMarked
package cellwright.analysis.impedance;

import org.jspecify.annotations.NullMarked;
