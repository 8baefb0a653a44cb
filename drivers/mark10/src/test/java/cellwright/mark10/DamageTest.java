package cellwright.mark10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.testkit.Attempts;
import cellwright.testkit.DamageContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One answer of a gauge is hurt: at most one reading is lost, and none is wrong. */
final class DamageTest implements DamageContract {
    private static final int READINGS = 4;

    @Override
    public List<Talk> talks() {
        return List.of(new Talk("readings", Readings::new, READINGS + 6, 1));
    }

    @Override
    public Manners manners() {
        return new Manners("\r\n", "1.00\r\n", Duration.ofMillis(700), Duration.ofSeconds(5));
    }

    private static final class Readings implements Course {
        private final Far far = new Far();
        private Optional<ForceGauge> opened = Optional.empty();

        @Override
        public Place place() {
            var mischief = far.emulated.mischief();
            return new Place(far.host, how -> mischief.spoil(Integer.MAX_VALUE, how), mischief::delay);
        }

        @Override
        public void talk(Attempts attempts) {
            opened = attempts.opened(() -> far.open("area", "100"));
            opened.ifPresent(gauge -> {
                int good = 0;
                for (int i = 0; i < READINGS; i++) {
                    far.host.clock().advance(Duration.ofSeconds(1));
                    good += attempts.tried(() -> right(gauge)) ? 1 : 0;
                }
                assertThat(good).isGreaterThanOrEqualTo(READINGS - 1);
            });
        }

        @Override
        public void afterwards() throws InstrumentException {
            far.host.clock().advance(Duration.ofSeconds(11));
            try (ForceGauge gauge = opened.isPresent() ? opened.get() : far.open("area", "100")) {
                right(gauge);
            }
        }

        private static void right(ForceGauge gauge) throws InstrumentException {
            for (Sample sample : gauge.read().samples()) {
                double scale = sample.signal().equals(Signal.PRESSURE) ? 1e4 : 1;
                assertThat(sample.usable()).isTrue();
                assertThat(sample.value()).as(sample.toString()).isCloseTo(2000 * scale, within(2 * scale));
            }
        }
    }
}
