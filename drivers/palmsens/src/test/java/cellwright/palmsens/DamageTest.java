package cellwright.palmsens;

import static cellwright.palmsens.Rig.GUARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.simulator.emulator.EmulatedCell.Impedance;
import cellwright.testkit.Attempts;
import cellwright.testkit.DamageContract;
import java.time.Duration;
import java.util.List;

/** One line of an open instrument is hurt: no wrong value comes out, and the cell can be made safe afterwards. */
final class DamageTest implements DamageContract {
    private static final Sweep SWEEP = new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1000, 10, 1, false);

    @Override
    public List<Talk> talks() {
        return List.of(new Talk("current, hold and spectrum", Drives::new, 45, 1));
    }

    @Override
    public Manners manners() {
        return new Manners("\n", "iSIMOTHER\nZ!0006\n", Duration.ofMillis(1500), Duration.ofSeconds(60));
    }

    private static final class Drives implements Course {
        private final Rig rig = Rig.of();

        Drives() throws InstrumentException {}

        @Override
        public Place place() {
            var mischief = rig.instrument.mischief();
            return new Place(rig.host, how -> mischief.spoil(Integer.MAX_VALUE, how), mischief::delay);
        }

        @Override
        public void talk(Attempts attempts) {
            attempts.tried(this::read);
            attempts.tried(() -> rig.emstat.apply(new Control.Current(1e-3), GUARD));
            attempts.tried(this::read);
            attempts.tried(this::read);
            attempts.tried(() -> rig.emstat.apply(new Control.Voltage(3.602, 2e-3), GUARD));
            attempts.tried(this::read);
            attempts.tried(this::read);
            attempts.tried(() -> rig.emstat.apply(new Control.Open(), GUARD));
            attempts.tried(this::measure);
            attempts.tried(this::read);
            attempts.tried(rig.emstat::makeSafe);
        }

        @Override
        public void afterwards() throws InstrumentException {
            rig.wait(Duration.ofSeconds(2));
            rig.emstat.makeSafe();
            assertThat(rig.instrument.cellOn()).as("cell on").isFalse();
            assertThat(rig.volts()).isEqualTo(rig.instrument.volts(), within(1e-4));
        }

        private void read() throws InstrumentException {
            Reading reading = rig.emstat.read();
            for (var sample : reading.samples()) {
                if (sample.usable()) {
                    boolean volts = sample.signal().equals(Signal.VOLTAGE);
                    double truth = volts ? rig.instrument.volts() : rig.instrument.amps();
                    assertThat(sample.value()).as(reading.toString()).isEqualTo(truth, within(volts ? 5e-3 : 3e-4));
                }
            }
        }

        private void measure() throws InstrumentException {
            Spectrum spectrum = rig.emstat.measure(SWEEP, point -> true);
            assertThat(spectrum.points()).allSatisfy(point -> {
                Impedance truth = rig.cell.impedance(point.hertz());
                assertThat(point.quality()).isEqualTo(Quality.GOOD);
                assertThat(point.real()).isEqualTo(truth.real(), within(1e-3));
                assertThat(point.imaginary()).isEqualTo(truth.imaginary(), within(1e-3));
            });
        }
    }
}
