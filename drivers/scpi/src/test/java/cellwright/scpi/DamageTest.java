package cellwright.scpi;

import static cellwright.scpi.Rig.GUARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.scpi.SmuKind;
import cellwright.testkit.Attempts;
import cellwright.testkit.DamageContract;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One answer of an open instrument is hurt: no wrong value comes out; the output is never on without the open off-state; and
 * the cell can be made safe afterwards. Of the older language, whose answers look alike, every third is hurt.
 */
final class DamageTest implements DamageContract {
    @Override
    public List<Talk> talks() {
        return List.of(
                new Talk("2450", () -> new Drives(SmuKind.K2450), 60, 1),
                new Talk("2400", () -> new Drives(SmuKind.K2400), 60, 3));
    }

    @Override
    public Manners manners() {
        return new Manners(
                "\n",
                "0,\"No error\"\nKEITHLEY,MODEL 2450,SIMOTHER,1\n",
                Duration.ofMillis(1500),
                Duration.ofSeconds(15));
    }

    @Override
    public Set<Kind> named() {
        return EnumSet.of(Kind.TIMEOUT, Kind.GARBLED, Kind.REFUSED, Kind.WRONG_DEVICE);
    }

    private static final class Drives implements Course {
        private final Rig rig;

        Drives(SmuKind kind) throws InstrumentException {
            this.rig = Rig.of(kind);
        }

        @Override
        public Place place() {
            var mischief = rig.instrument.mischief();
            return new Place(rig.host, how -> mischief.spoil(Integer.MAX_VALUE, how), mischief::delay);
        }

        @Override
        public void talk(Attempts attempts) {
            attempts.tried(this::read);
            attempts.tried(() -> rig.smu.apply(new Control.Current(1e-3), GUARD));
            attempts.tried(this::read);
            attempts.tried(() -> rig.smu.apply(new Control.Voltage(3.602, 2e-3), GUARD));
            attempts.tried(this::read);
            attempts.tried(() -> rig.smu.apply(new Control.Open(), GUARD));
            attempts.tried(this::read);
            attempts.tried(rig.smu::makeSafe);
        }

        @Override
        public void afterEveryCall() {
            assertThat(rig.instrument.outputOn() && !rig.instrument.offStateOpens())
                    .as("on without the open off-state")
                    .isFalse();
        }

        @Override
        public void afterwards() throws InstrumentException {
            rig.wait(Duration.ofSeconds(3));
            rig.smu.makeSafe();
            assertThat(rig.instrument.connected()).as("connected").isFalse();
            assertThat(rig.volts()).isEqualTo(rig.instrument.volts(), within(1e-4));
        }

        private void read() throws InstrumentException {
            Reading reading = rig.smu.read();
            for (var sample : reading.samples()) {
                if (sample.usable()) {
                    boolean volts = sample.signal().equals(Signal.VOLTAGE);
                    double truth = volts ? rig.instrument.volts() : rig.instrument.amps();
                    assertThat(sample.value()).as(reading.toString()).isEqualTo(truth, within(volts ? 5e-3 : 3e-4));
                }
            }
        }
    }
}
