package cellwright.alicat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Ramp;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.testkit.Attempts;
import cellwright.testkit.DamageContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One answer of a controller is hurt: no wrong pressure comes out; a set-point is written once at most; and one that is told
 * as set is set.
 */
final class DamageTest implements DamageContract {
    @Override
    public List<Talk> talks() {
        return List.of(new Talk("a set-point", SetPoint::new, 18, 1));
    }

    @Override
    public Manners manners() {
        return new Manners("\r\n", "A 0\r", Duration.ofMillis(2700), Duration.ofSeconds(15));
    }

    private static final class SetPoint implements Course {
        private final Far far = new Far();
        private Optional<PressureController> opened = Optional.empty();

        @Override
        public Place place() {
            var mischief = far.emulated.mischief();
            return new Place(far.host, how -> mischief.spoil(Integer.MAX_VALUE, how), mischief::delay);
        }

        @Override
        public void talk(Attempts attempts) {
            opened = attempts.opened(far::open);
            opened.ifPresent(controller -> use(controller, attempts));
        }

        private void use(PressureController controller, Attempts attempts) {
            attempts.tried(() -> right(controller));
            int sent = far.host.sent().size();
            boolean set = attempts.tried(() -> controller.setpoint(Signal.PRESSURE, 40e6, Ramp.FASTEST));
            assertThat(far.host.sent().stream().skip(sent).filter(command -> command.startsWith("ALS ")))
                    .as("writes")
                    .hasSizeLessThanOrEqualTo(1);
            if (set) {
                assertThat(far.emulated.target()).isCloseTo(4e5, within(1.0));
            }
            for (int i = 0; i < 3; i++) {
                far.host.clock().advance(Duration.ofSeconds(20));
                attempts.tried(() -> right(controller));
            }
        }

        @Override
        public void afterwards() throws InstrumentException {
            far.host.clock().advance(Duration.ofSeconds(11));
            try (PressureController controller = opened.isPresent() ? opened.get() : far.open()) {
                right(controller);
            }
        }

        private void right(PressureController controller) throws InstrumentException {
            for (Sample sample : controller.read().samples()) {
                double gas = sample.signal().equals(PressureController.SETPOINT)
                        ? far.emulated.target()
                        : far.emulated.pascals(far.host.clock().nanos());
                double ratio = sample.signal().equals(PressureController.GAS) ? 1 : 100;
                assertThat(sample.usable()).isTrue();
                assertThat(sample.value()).as(sample.toString()).isCloseTo(gas * ratio, within(100 * ratio));
            }
        }
    }
}
