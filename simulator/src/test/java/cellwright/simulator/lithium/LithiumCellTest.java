package cellwright.simulator.lithium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.simulator.cell.Drive;
import cellwright.simulator.cell.Standing;
import cellwright.simulator.cell.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LithiumCellTest {
    private static final LithiumDesign DESIGN = LithiumDesign.USUAL;
    private static final double CM2 = DESIGN.areaM2() * 1e4;
    private static final long HOUR = 3_600_000_000_000L;
    private static final double ROOM = 298.15;

    private static LithiumCell cell(double kelvins, double megapascals, long seed) {
        return new LithiumCell(DESIGN, new Standing(kelvins, megapascals * 1e6), 2e-4, seed, 0);
    }

    private static Drive milliampsPerCm2(double density) {
        return new Drive.Amps(density * 1e-3 * CM2);
    }

    /** One hour each way; false as soon as it is short. */
    private static boolean survives(LithiumCell cell, Walk walk, double density) {
        for (int sign = 1; sign >= -1; sign -= 2) {
            Drive drive = milliampsPerCm2(sign * density);
            walk.drive(drive);
            long end = walk.nowNanos() + HOUR;
            while (walk.nowNanos() < end) {
                walk.step(drive, end);
                if (cell.bridge() != Bridge.NONE) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The last of the currents 0.05, 0.10 ... 1.50 mA/cm2 at which neither hour shorted the cell; 1.5 if none did. */
    private static double criticalCurrent(double kelvins, double megapascals) {
        LithiumCell cell = cell(kelvins, megapascals, 0);
        Walk walk = new Walk(cell);
        int step = 1;
        while (step <= 30 && survives(cell, walk, 0.05 * step)) {
            step++;
        }
        return 0.05 * (step - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "25, 1, 0.20",
        "25, 3, 0.30",
        "25, 5, 0.30",
        "25, 10, 0.30",
        "25, 15, 0.30",
        "25, 25, 0.30",
        "60, 5, 1.50",
        "60, 10, 1.50",
        "60, 20, 1.50"
    })
    void criticalCurrentDensity(double celsius, double megapascals, double expected) {
        assertThat(criticalCurrent(celsius + 273.15, megapascals)).isCloseTo(expected, within(1e-9));
    }

    /** Each current takes two hours: at 25 MPa creep is through after 48 of them, at 1.25 mA/cm2. */
    @Test
    void atHighPressureCreepEndsTheTestFirst() {
        assertThat(criticalCurrent(333.15, 25)).isCloseTo(1.20, within(1e-9));
    }

    /** At 75 µA/cm2 nothing but pressure drives lithium through. */
    @ParameterizedTest
    @CsvSource({"10, 474", "15, 272", "20, 190", "25, 48", "5, 1000"})
    void timeToShort(double megapascals, double hours) {
        LithiumCell cell = cell(ROOM, megapascals, 0);
        Walk walk = new Walk(cell);
        while (walk.nowNanos() < 1000 * HOUR && survives(cell, walk, 0.075)) {
            assertThat(cell.workingContact()).isGreaterThan(0.99);
        }
        assertThat(walk.nowNanos() / (double) HOUR).isCloseTo(hours, within(0.001));
        assertThat(cell.bridge()).isEqualTo(megapascals > 5 ? Bridge.SOFT : Bridge.NONE);
    }

    /** An area resistance of 65 ohm cm2 falls to about 7 by the short, and flickers. */
    @Test
    void aShortLowersTheResistanceToATenth() {
        double lowest = 0;
        for (long seed = 0; seed < 10; seed++) {
            LithiumCell cell = cell(ROOM, 25, seed);
            Walk walk = new Walk(cell);
            Drive drive = milliampsPerCm2(0.2);
            walk.drive(drive);
            assertThat(cell.volts() / cell.amps() * CM2).isCloseTo(65, within(0.1));
            walk.until(drive, 48.001 * 3600);
            assertThat(cell.bridge()).isEqualTo(Bridge.SOFT);
            double siemens = 0;
            double sum = 0;
            double squares = 0;
            int count = 1200;
            for (int i = 0; i < count; i++) {
                walk.until(drive, walk.nowNanos() * 1e-9 + 1);
                siemens += cell.amps() / cell.volts() / CM2 / count;
                sum += cell.volts() / count;
                squares += cell.volts() * cell.volts() / count;
            }
            lowest += 1 / siemens / 10;
            assertThat(Math.sqrt(squares - sum * sum) / sum).isBetween(0.2, 1.3);
        }
        assertThat(lowest).isCloseTo(7, within(1.0));
    }

    /** The rule of detection: at constant current |V|/|I| falls by more than 30 % within a minute. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void everyShortIsSeenAtOnce(long seed) {
        LithiumCell cell = cell(ROOM, 5, seed);
        Walk walk = new Walk(cell);
        Drive drive = milliampsPerCm2(-0.5);
        walk.drive(drive);
        double before = cell.volts();
        while (cell.bridge() == Bridge.NONE) {
            before = cell.volts();
            walk.step(drive, HOUR);
        }
        walk.until(drive, walk.nowNanos() * 1e-9 + 60);
        assertThat(cell.volts() / before).isBetween(0.0, 0.7);
        assertThat(cell.impedance().atHertz(0.01).real()).isLessThan(0.7 * Math.abs(before / cell.amps()));
    }

    @Test
    void theStepsTakenChangeNothing() {
        double[] seen = new double[2];
        for (int k = 0; k < 2; k++) {
            LithiumCell cell = cell(ROOM, 25, 11);
            Walk walk = new Walk(cell);
            Drive drive = milliampsPerCm2(0.1);
            walk.drive(drive);
            for (double t = 1; k == 1 && t < 49 * 3600; t += 37.77) {
                walk.until(drive, t);
            }
            walk.until(drive, 49 * 3600);
            seen[k] = cell.volts();
            assertThat(cell.bridge()).isEqualTo(Bridge.SOFT);
        }
        assertThat(seen[0]).isCloseTo(seen[1], within(1e-12));
    }

    @Test
    void strippingOpensVoidsAndPressureClosesThem() {
        LithiumCell cell = cell(ROOM, 3, 0);
        Walk walk = new Walk(cell);
        walk.drive(milliampsPerCm2(0.5));
        double before = cell.volts();
        walk.until(milliampsPerCm2(0.5), 1000);
        assertThat(cell.workingContact()).isCloseTo(1 - 0.3 / 3.6, within(1e-3));
        assertThat(cell.counterContact()).isEqualTo(1);
        assertThat(cell.volts()).isGreaterThan(1.03 * before);
        walk.drive(Drive.OPEN);
        walk.until(Drive.OPEN, 1900);
        assertThat(cell.workingContact()).isCloseTo(1 - 0.3 / 3.6 + 0.2 / 4, within(1e-3));
    }

    @Test
    void aStrongCurrentBurnsTheShortAndMuchChargeWeldsIt() {
        LithiumCell cell = cell(ROOM, 25, 3);
        Walk walk = new Walk(cell);
        Drive drive = milliampsPerCm2(3);
        walk.drive(drive);
        boolean burnt = false;
        Bridge before = Bridge.NONE;
        while (walk.nowNanos() < 100 * HOUR && cell.bridge() != Bridge.HARD) {
            walk.step(drive, 100 * HOUR);
            burnt |= before == Bridge.SOFT && cell.bridge() == Bridge.NONE;
            before = cell.bridge();
        }
        assertThat(burnt).isTrue();
        assertThat(cell.bridge()).isEqualTo(Bridge.HARD);
        cell.settle(drive, walk.nowNanos());
        assertThat(cell.volts() / cell.amps()).isBetween(0.9, 1.0);
    }

    @Test
    void chargeIsCurrentTimesTime() {
        LithiumCell cell = cell(ROOM, 25, 0);
        cell.propose(milliampsPerCm2(0.1), 0, HOUR);
        assertThat(cell.coulombs()).isCloseTo(0.1e-3 * CM2 * 3600, within(1e-12));
        assertThat(cell.joules()).isCloseTo(cell.coulombs() * cell.volts(), within(1e-9));
    }

    @Test
    void spectrumAndVoltageAgree() {
        LithiumCell cell = cell(ROOM, 25, 0);
        cell.settle(milliampsPerCm2(0.1), 0);
        double ohms = cell.volts() / cell.amps();
        assertThat(cell.impedance().atHertz(1e-4).magnitude()).isCloseTo(ohms, within(1e-2 * ohms));
        assertThat(cell.impedance().atHertz(1e5).real() * CM2).isCloseTo(25, within(1.0));
    }

    @Test
    void aHeldVoltageDrawsAsMuchAsTheResistanceLets() {
        LithiumCell cell = cell(ROOM, 3, 0);
        Walk walk = new Walk(cell);
        Drive drive = new Drive.Volts(0.05, 0.1);
        walk.drive(drive);
        double before = cell.amps();
        walk.until(drive, 600);
        assertThat(cell.volts()).isEqualTo(0.05, within(1e-15));
        assertThat(cell.amps()).isLessThanOrEqualTo(before);
        assertThat(cell.left()).isEmpty();
    }
}
