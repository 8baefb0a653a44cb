package cellwright.simulator.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.simulator.cell.Drive;
import cellwright.simulator.cell.Standing;
import cellwright.simulator.cell.Walk;
import cellwright.simulator.impedance.Complex;
import cellwright.simulator.impedance.Impedance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockingCellTest {
    private static final BlockingDesign DESIGN = BlockingDesign.ZHOU_2022;
    private static final double CELL_CONSTANT = DESIGN.metres() / DESIGN.areaM2();

    private static BlockingCell cell(double kelvins) {
        return new BlockingCell(DESIGN, new Standing(kelvins, 250e6), 2e-4, 0);
    }

    /** What a direct current at 1 V passes for electronic conductivity, S/cm, as the ions settle. */
    @ParameterizedTest
    @CsvSource({
        "10, 2.2e-9",
        "60, 8.2e-10",
        "600, 5.13e-10",
        "3600, 4.79e-10",
        "7200, 4.75e-10",
        "36000, 4.71e-10",
    })
    void directCurrent(double seconds, double siemensPerCm) {
        BlockingCell cell = cell(298.15);
        Walk walk = new Walk(cell);
        Drive drive = new Drive.Volts(1, 0.1);
        walk.drive(drive);
        walk.until(drive, seconds);
        assertThat(cell.volts()).isCloseTo(1, within(1e-12));
        assertThat(cell.amps() * CELL_CONSTANT / 100).isCloseTo(siemensPerCm, within(0.01 * siemensPerCm));
        assertThat(walk.steps()).isLessThan(400);
    }

    /** The same against the closed form {@code V (G + Q t^-a / Gamma(1 - a))}, Gamma(0.1) = 9.51350770. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10, 100, 1e3, 1e4})
    void theInterfacesFillAsAPowerOfTime(double seconds) {
        BlockingCell cell = cell(298.15);
        Walk walk = new Walk(cell);
        Drive drive = new Drive.Volts(1, 0.1);
        walk.drive(drive);
        walk.until(drive, seconds);
        double ionic = DESIGN.interfaces().siemens() * Math.pow(seconds, -0.9) / 9.513507699;
        assertThat((cell.amps() - DESIGN.electronicSiemens(298.15)) / ionic).isCloseTo(1, within(8e-3));
    }

    @ParameterizedTest
    @CsvSource({"298.15, 2.00", "333.15, 6.90"})
    void conductivityFromTheSpectrum(double kelvins, double milliSiemensPerCm) {
        double siemensPerCm = CELL_CONSTANT / 100 / Plateau.ohms(cell(kelvins).impedance(), 1e5, 0.1, 10);
        assertThat(siemensPerCm * 1e3).isCloseTo(milliSiemensPerCm, within(0.002 * milliSiemensPerCm));
    }

    @Test
    void activationEnergyOfConductivityTimesTemperature() {
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        int n = 7;
        for (int i = 0; i < n; i++) {
            double kelvins = 303.15 + 5 * i;
            double ohms = Plateau.ohms(cell(kelvins).impedance(), 1e6, 0.1, 10);
            double x = 1 / (8.617333262e-5 * kelvins);
            double y = Math.log(kelvins / ohms);
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        assertThat(-(n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX)).isCloseTo(0.330, within(0.001));
    }

    @Test
    void timeAndFrequencyAreTheSameCell() {
        BlockingCell cell = cell(298.15);
        double hertz = 1;
        int perPeriod = 2000;
        long step = Math.round(1e9 / hertz / perPeriod);
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < 20 * perPeriod; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / perPeriod;
            Drive drive = new Drive.Amps(1e-6 * Math.sin(angle));
            cell.propose(drive, i * step, step / 2);
            cell.accept();
            double volts = cell.volts();
            cell.propose(drive, i * step + step / 2, step / 2);
            cell.accept();
            if (i >= 19 * perPeriod) {
                real += volts * Math.sin(angle) * 2e6 / perPeriod;
                imaginary += volts * Math.cos(angle) * 2e6 / perPeriod;
            }
        }
        Complex wanted = cell.impedance().atHertz(hertz);
        assertThat(new Complex(real, imaginary).minus(wanted).magnitude()).isLessThan(5e-3 * wanted.magnitude());
    }

    @Test
    void atOpenCircuitTheChargeLeaksAway() {
        BlockingCell cell = cell(298.15);
        Walk walk = new Walk(cell);
        Drive hold = new Drive.Volts(1, 0.1);
        walk.drive(hold);
        walk.until(hold, 3600);
        walk.drive(Drive.OPEN);
        double before = cell.volts();
        walk.until(Drive.OPEN, 7200);
        assertThat(before).isCloseTo(1, within(1e-3));
        // t^-a / Gamma(1 - a) with t in units of (R_e Q)^(1/a), 511 s
        assertThat(cell.volts()).isCloseTo(0.0175, within(1e-3));
        assertThat(cell.left()).isEmpty();
    }

    @Test
    void aPowerItCannotGiveIsOutsideTheModel() {
        BlockingCell cell = cell(298.15);
        cell.settle(new Drive.Watts(1e-6), 0);
        assertThat(cell.left()).isEmpty();
        assertThat(cell.volts() * cell.amps()).isCloseTo(1e-6, within(1e-15));
        cell.settle(new Drive.Watts(-1e-6), 0);
        assertThat(cell.left()).isPresent();
    }

    /** A resistance read from a spectrum, as one would by fitting R + CPE + L. */
    private static final class Plateau {
        private Plateau() {}

        /** The exponent by golden section, all else by linear least squares weighted by 1/|Z|. */
        static double ohms(Impedance impedance, double fromHz, double toHz, int perDecade) {
            int n = (int) Math.round(Math.log10(fromHz / toHz) * perDecade) + 1;
            double[] w = new double[n];
            Complex[] z = new Complex[n];
            for (int i = 0; i < n; i++) {
                w[i] = 2 * Math.PI * fromHz * Math.pow(10, -i / (double) perDecade);
                z[i] = impedance.at(w[i]);
            }
            double low = 0.8;
            double high = 0.99;
            for (int i = 0; i < 40; i++) {
                double left = high - 0.618 * (high - low);
                double right = low + 0.618 * (high - low);
                if (fit(w, z, left)[3] < fit(w, z, right)[3]) {
                    high = right;
                } else {
                    low = left;
                }
            }
            return fit(w, z, (low + high) / 2)[0];
        }

        /** R, L, 1/Q and the misfit. */
        private static double[] fit(double[] w, Complex[] z, double exponent) {
            double[][] m = new double[3][4];
            for (int i = 0; i < w.length; i++) {
                Complex phase = Complex.powerOfImaginary(w[i], -exponent);
                double weight = 1 / Math.pow(z[i].magnitude(), 2);
                double[][] rows = {{1, 0, phase.real(), z[i].real()}, {0, w[i], phase.imaginary(), z[i].imaginary()}};
                for (double[] row : rows) {
                    for (int a = 0; a < 3; a++) {
                        for (int b = 0; b < 4; b++) {
                            m[a][b] += weight * row[a] * row[b];
                        }
                    }
                }
            }
            double[] found = solve(m);
            double misfit = 0;
            for (int i = 0; i < w.length; i++) {
                Complex model = Complex.powerOfImaginary(w[i], -exponent)
                        .times(found[2])
                        .plus(new Complex(found[0], found[1] * w[i]));
                misfit += Math.pow(model.minus(z[i]).magnitude() / z[i].magnitude(), 2);
            }
            return new double[] {found[0], found[1], found[2], misfit};
        }

        private static double[] solve(double[][] m) {
            for (int p = 0; p < 3; p++) {
                for (int r = p + 1; r < 3; r++) {
                    double factor = m[r][p] / m[p][p];
                    for (int c = p; c < 4; c++) {
                        m[r][c] -= factor * m[p][c];
                    }
                }
            }
            double[] x = new double[3];
            for (int r = 2; r >= 0; r--) {
                double sum = m[r][3];
                for (int c = r + 1; c < 3; c++) {
                    sum -= m[r][c] * x[c];
                }
                x[r] = sum / m[r][r];
            }
            return x;
        }
    }
}
