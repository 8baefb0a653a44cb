package cellwright.mark10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.InstrumentException;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings, and what they do to a reading. */
final class OptionsTest {
    @ParameterizedTest
    @CsvSource({
        "capacity, 0",
        "capacity, lots",
        "area, 0",
        "area, -5",
        "area, NaN",
        "tare, 10001",
        "compression, up",
        "deadline, 49",
        "deadline, 10001"
    })
    void senselessSettingIsNamed(String key, String text) {
        var far = new Far();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> far.open(key, text))
                .withMessageContaining(key);
        assertThat(far.host.lentLinks()).isZero();
    }

    @Test
    void withoutAnAreaForceAloneIsReported() throws InstrumentException {
        try (ForceGauge gauge = new Far().open()) {
            assertThat(gauge.signals()).containsExactly(Signal.FORCE);
        }
    }

    @Test
    void tareIsTakenOffThePressureAlone() throws InstrumentException {
        try (ForceGauge gauge = new Far().open("area", "10", "tare", "500")) {
            Reading reading = gauge.read();
            assertThat(reading.value(Signal.FORCE)).isCloseTo(2000, within(2.0));
            assertThat(reading.value(Signal.PRESSURE)).isCloseTo(150e6, within(0.2e6));
        }
    }

    @Test
    void compressionIsPositiveHoweverTheGaugeShowsIt() throws InstrumentException {
        var far = new Far();
        far.emulated.compressionNegative();
        try (ForceGauge gauge = far.open("compression", "negative")) {
            assertThat(gauge.read().value(Signal.FORCE)).isCloseTo(2000, within(2.0));
        }
        try (ForceGauge gauge = far.open()) {
            assertThat(gauge.read().value(Signal.FORCE)).isCloseTo(-2000, within(2.0));
        }
    }
}
