package cellwright.ascii2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Ramp;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.ascii2.ChamberProfile;
import cellwright.testkit.Attempts;
import cellwright.testkit.DamageContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One answer of a chamber is hurt: no wrong temperature comes out; a command is sent once at most; and one that is told as
 * done is done, with nothing else moved.
 */
final class DamageTest implements DamageContract {
    @Override
    public List<Talk> talks() {
        return List.of(new Talk("a set-point", SetPoint::new, 9, 1));
    }

    @Override
    public Manners manners() {
        return new Manners("\r\n", "01\r\n", Duration.ofMillis(10_500), Duration.ofSeconds(50));
    }

    private static final class SetPoint implements Course {
        private final Far far = new Far(ChamberProfile.DYNAMIC);
        private Optional<ClimateChamber> opened = Optional.empty();
        private double earlier = 298.15;

        @Override
        public Place place() {
            var mischief = far.emulated.mischief();
            return new Place(far.host, how -> mischief.spoil(Integer.MAX_VALUE, how), mischief::delay);
        }

        @Override
        public void talk(Attempts attempts) {
            opened = attempts.opened(far::open);
            opened.ifPresent(chamber -> use(chamber, attempts));
        }

        private void use(ClimateChamber chamber, Attempts attempts) {
            attempts.tried(() -> right(chamber, attempts::repeated));
            boolean set = attempts.tried(() -> chamber.setpoint(Signal.TEMPERATURE, 313.15, Ramp.FASTEST));
            assertThat(far.host.sent().stream().filter(command -> command.startsWith("$01E")))
                    .as("commands")
                    .hasSizeLessThanOrEqualTo(1);
            if (set) {
                assertThat(far.emulated.set("CV01")).isEqualTo(40);
            }
            assertThat(far.emulated.set("SV01")).isEqualTo(90);
            for (int i = 0; i < 3; i++) {
                far.host.clock().advance(Duration.ofSeconds(20));
                attempts.tried(() -> right(chamber, attempts::repeated));
            }
        }

        @Override
        public void afterwards() throws InstrumentException {
            far.host.clock().advance(Duration.ofSeconds(20));
            try (ClimateChamber chamber = opened.isPresent() ? opened.get() : far.open()) {
                right(chamber, () -> false);
            }
        }

        private void right(ClimateChamber chamber, BooleanSupplier repeated) throws InstrumentException {
            Reading reading = chamber.read();
            double truth = truth(reading, repeated.getAsBoolean());
            for (Sample sample : reading.samples()) {
                boolean air = sample.signal().equals(Signal.TEMPERATURE);
                assertThat(sample.usable()).isTrue();
                assertThat(sample.value())
                        .as(sample.toString())
                        .isCloseTo(air ? truth : far.emulated.set("CV01") + 273.15, within(0.0501));
            }
        }

        /** What the air is; where an answer was repeated on the way, what it was when that was given. */
        private double truth(Reading reading, boolean repeated) {
            double now = far.emulated.celsius(reading.atNanos()) + 273.15;
            double then = earlier;
            earlier = now;
            return repeated ? then : now;
        }
    }
}
