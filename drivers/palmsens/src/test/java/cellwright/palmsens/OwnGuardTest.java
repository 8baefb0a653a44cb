package cellwright.palmsens;

import static cellwright.palmsens.Rig.GUARD;
import static cellwright.testkit.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.instrument.Control;
import cellwright.instrument.Guard;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.palmsens.Profile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the instrument keeps by itself, with nobody listening. */
final class OwnGuardTest {
    private static final Duration LONG = Duration.ofMinutes(30);

    /** A cell that is full or empty in minutes. */
    private static Rig small(double volts) throws InstrumentException {
        return Rig.of(Profile.EMSTAT4_HR, new CircuitCell(volts, 1, 20, 10, 0.02));
    }

    @Test
    void chargingEndsAtTheHighestVoltage() throws InstrumentException {
        Rig rig = small(4.1);
        rig.emstat.apply(new Control.Current(1e-3), GUARD);
        rig.wait(LONG);
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.cell.openVolts()).isBetween(4.3 - 0.03, 4.3 - 0.03 + 4e-4);
        assertFails(Kind.REFUSED, rig.emstat::read)
                .contains("constant current of 1mA", "opened the circuit", "above the guard's limit");
        assertThat(rig.amps()).isZero();
    }

    @Test
    void dischargingEndsAtTheLowestVoltage() throws InstrumentException {
        Rig rig = small(2.7);
        rig.emstat.apply(new Control.Current(-1e-3), GUARD);
        rig.wait(LONG);
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.cell.openVolts()).isBetween(2.5 + 0.03 - 4e-4, 2.5 + 0.03);
        assertFails(Kind.REFUSED, rig.emstat::read).contains("below the guard's limit");
    }

    @Test
    void anythingEndsWithItsTime() throws InstrumentException {
        Rig rig = small(3.6);
        Guard minute = new Guard(2.5, 4.3, 0.01, Duration.ofMinutes(1).toNanos());
        rig.emstat.apply(new Control.Current(1e-5), minute);
        rig.wait(Duration.ofSeconds(59));
        assertThat(rig.instrument.cellOn()).isTrue();
        rig.wait(Duration.ofSeconds(2));
        assertThat(rig.instrument.cellOn()).isFalse();
        assertFails(Kind.REFUSED, rig.emstat::read).contains("time was over");
        rig.emstat.apply(new Control.Voltage(3.6, 1e-3), minute);
        rig.wait(Duration.ofSeconds(62));
        assertThat(rig.instrument.cellOn()).isFalse();
        assertFails(Kind.REFUSED, rig.emstat::read).contains("hold at 3600mV", "time was over");
    }

    @Test
    void holdEndsWhenItsCurrentIsTooLarge() throws InstrumentException {
        Rig rig = small(3.6);
        rig.emstat.apply(new Control.Voltage(3.6, 1e-3), GUARD);
        rig.readFor(Duration.ofSeconds(5));
        rig.cell.pass(-0.5, Duration.ofMillis(100).toNanos());
        rig.wait(Duration.ofSeconds(1));
        assertThat(rig.instrument.cellOn()).isFalse();
        rig.emstat.read();
        assertFails(Kind.REFUSED, rig.emstat::read).contains("current was beyond");
    }

    @Test
    void oneStrayReadingDoesNotEndADrive() throws InstrumentException {
        Rig rig = small(3.6);
        rig.emstat.apply(new Control.Current(1e-4), GUARD);
        rig.emstat.read();
        long strayUntil = rig.host.clock().nanos() + 110_000_000L;
        rig.instrument.mischief().volts(volts -> rig.host.clock().nanos() < strayUntil ? 5 : volts);
        rig.wait(Duration.ofMillis(105));
        rig.wait(Duration.ofMillis(10));
        rig.wait(Duration.ofSeconds(10));
        assertThat(rig.instrument.cellOn()).isTrue();
        rig.instrument.mischief().volts(volts -> 5);
        rig.wait(Duration.ofMillis(200));
        assertThat(rig.instrument.cellOn()).isFalse();
    }

    @Test
    void cellOutsideItsLimitsIsNotEvenSwitchedOn() throws InstrumentException {
        Rig rig = small(4.4);
        assertFails(Kind.REFUSED, () -> rig.emstat.apply(new Control.Current(-1e-3), GUARD))
                .contains("did not begin", "above the guard's limit", "4.4 V");
        assertThat(rig.instrument.switched()).isZero();
        assertThat(rig.amps()).isZero();
    }

    @Test
    void guardIsRoundedInwards() throws InstrumentException {
        Rig rig = small(3.6);
        rig.emstat.apply(
                new Control.Current(1e-3), new Guard(2.50000019, 4.2999998712, 0.0100000019, 7_200_000_000_001L));
        assertThat(rig.host.sent().getLast())
                .contains("store_var low 2500001u ja\n", "store_var high 4299999u jb\n")
                .contains("store_var most 10000001n jc\n", "store_var span 7200 jd\n");
    }

    @Test
    void guardWithoutATimeGetsALongOne() throws InstrumentException {
        Rig rig = small(3.6);
        rig.emstat.apply(new Control.Current(1e-3), new Guard(2.5, 4.3, 0.01, Long.MAX_VALUE));
        assertThat(rig.host.sent().getLast()).contains("store_var span 100M jd\n");
    }
}
