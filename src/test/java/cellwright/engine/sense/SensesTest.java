package cellwright.engine.sense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cellwright.instrument.Control;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is plausible (catalogue S12, S13): sense leads, contacts, a second voltage, thermocouples. */
class SensesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long PERIOD = SECOND / 10;
    private static final double AMPS = 1e-3;

    private final List<String> findings = new ArrayList<>();
    private Senses senses = Senses.of(SenseRules.USUAL);
    private Optional<SecondVoltage> second = Optional.empty();
    private long now;

    private void see(Sample... samples) {
        senses = senses.after(Reading.at(now, samples), second);
        senses.finding().ifPresent(findings::add);
        now += PERIOD;
    }

    private void see(double volts, double amps) {
        see(Sample.good(Signal.VOLTAGE, volts), Sample.good(Signal.CURRENT, amps));
    }

    private void see(int readings, double volts, double amps) {
        for (int i = 0; i < readings; i++) {
            see(volts, amps);
        }
    }

    private void drive(Control control) {
        senses = senses.driven(control).inForce(now);
    }

    /** A cell of 100 ohm at 3.6 V, charged for two seconds. */
    private void charge() {
        see(10, 3.6, 0);
        drive(new Control.Current(AMPS));
        see(20, 3.7, AMPS);
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-3.7, changed its sign",
        "0.01, a sense lead is off or the cell is shorted",
        "2.9, check the sense leads",
        "4.4, check the sense leads"
    })
    void aVoltageThatJumpsUnderASteadyCurrentIsFoundWithTheSecondReading(double volts, String advice) {
        charge();
        see(volts, AMPS);
        assertThat(findings).isEmpty();
        assertThat(senses.doubts()).isTrue();
        see(volts, AMPS);
        assertThat(findings)
                .singleElement()
                .asString()
                .contains("from 3.7000 V to %.4f V".formatted(volts), "0.001000 A", advice);
    }

    @Test
    void aSingleReadingOutOfPlaceIsBorneWith() {
        charge();
        for (int i = 0; i < 50; i++) {
            see(1.2, AMPS);
            see(3, 3.7, AMPS);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aLeadThatPicksUpNoiseIsFoundAlthoughItIsOftenRight() {
        charge();
        see(3.1, AMPS);
        see(3.7, AMPS);
        see(4.5, AMPS);
        assertThat(findings).hasSize(1);
    }

    @Test
    void aCurrentThatIsSetAnewMayMoveTheVoltageAsItDidBefore() {
        charge();
        drive(new Control.Current(-3 * AMPS));
        see(20, 3.25, -3 * AMPS);
        drive(new Control.Current(10 * AMPS));
        see(20, 4.7, 10 * AMPS);
        assertThat(findings).isEmpty();
    }

    @Test
    void aContactThatGotWorseAtRestIsFoundWithTheNextCurrent() {
        charge();
        drive(new Control.Open());
        see(50, 3.6, 0);
        drive(new Control.Current(AMPS));
        see(3.6 + 1.0, AMPS);
        see(3.6 + 1.0, AMPS);
        assertThat(findings).singleElement().asString().contains("from 3.6000 V to 4.6000 V", "contacts");
    }

    @Test
    void theFirstCurrentOfARunTellsTheResistanceWhateverItIs() {
        see(10, 0.0, 0);
        drive(new Control.Current(AMPS));
        see(20, 4.0, AMPS);
        assertThat(findings).isEmpty();
    }

    @Test
    void aSteepEndOfADischargeIsNoJump() {
        charge();
        double slope = 1e-3;
        double volts = 3.7;
        while (volts > 1) {
            see(volts, AMPS);
            volts -= slope;
            slope *= 1.3;
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aHeldVoltageThatLeavesItsPlaceIsFoundWhateverTheCurrentDoes() {
        see(10, 3.6, 0);
        drive(new Control.Current(AMPS));
        see(20, 3.7, AMPS);
        drive(new Control.Voltage(3.7, 0.1));
        see(20, 3.7, AMPS);
        see(2.2, 0.1);
        see(2.2, 0.1);
        assertThat(findings).singleElement().asString().contains("to 2.2000 V");
    }

    @Test
    void aSymmetricCellMayBreakDownAndRecover() {
        see(10, 0.001, 0);
        drive(new Control.Current(AMPS));
        see(20, 1.8, AMPS);
        see(20, 0.05, AMPS);
        see(20, 1.7, AMPS);
        assertThat(findings).isEmpty();
        see(2, -1.7, AMPS);
        assertThat(findings).singleElement().asString().contains("swapped");
    }

    @Test
    void nothingIsJudgedAtOpenCircuitOrWhileASpectrumIsMeasured() {
        see(10, 0.0, 0);
        see(10, 3.6, 0);
        drive(new Control.Current(AMPS));
        see(20, 3.7, AMPS);
        senses = senses.disturbed();
        see(10, 2.0, AMPS);
        see(10, 4.0, AMPS);
        senses = senses.inForce(now);
        see(20, 3.7, AMPS);
        assertThat(findings).isEmpty();
    }

    @Test
    void readingsFarApartAreNotCompared() {
        charge();
        now += 3 * SECOND;
        see(3.0, AMPS);
        now += 3 * SECOND;
        see(4.2, AMPS);
        assertThat(findings).isEmpty();
    }

    @Test
    void nothingIsJudgedBeforeTheCommandWasAcknowledged() {
        charge();
        senses = senses.driven(new Control.Current(-AMPS));
        see(3, 3.7, AMPS);
        see(3, 2.4, -AMPS);
        assertThat(findings).isEmpty();
    }

    @Test
    void aSecondVoltageThatSaysOtherwiseIsFound() {
        second = Optional.of(new SecondVoltage("dmm-1", 3.72));
        charge();
        second = Optional.of(new SecondVoltage("dmm-1", 3.91));
        see(3.7, AMPS);
        see(3.7, AMPS);
        assertThat(findings)
                .singleElement()
                .asString()
                .contains("3.7000 V by the channel's own leads", "3.9100 V by dmm-1", "0.001000 A");
    }

    @Test
    void aSecondVoltageThatIsNotToBeUsedSaysNothing() {
        second = Optional.of(new SecondVoltage("dmm-1", Double.NaN));
        charge();
        see(50, 3.7, AMPS);
        assertThat(findings).isEmpty();
    }

    @Test
    void everythingIsPlausibleWhereTheRulesAreOff() {
        senses = Senses.of(SenseRules.NONE);
        second = Optional.of(new SecondVoltage("dmm-1", -9));
        see(10, 3.6, 0);
        drive(new Control.Current(AMPS));
        see(20, 3.7, AMPS);
        see(3, -3.7, AMPS);
        see(Sample.good(Signal.TEMPERATURE, 298));
        for (int i = 0; i < 3; i++) {
            see(Sample.good(Signal.TEMPERATURE, 1645.15));
        }
        assertThat(findings).isEmpty();
    }

    // ---- thermocouples

    private void warm(double celsius) {
        see(Sample.good(Signal.TEMPERATURE, celsius + 273.15));
    }

    @ParameterizedTest
    @CsvSource({"1372, end of a scale", "-270, end of a scale", "60, quicker than any mass allows"})
    void aBrokenThermocoupleIsFoundWithTheSecondReading(double celsius, String said) {
        warm(25);
        warm(25.1);
        warm(celsius);
        assertThat(findings).isEmpty();
        warm(celsius);
        assertThat(findings).singleElement().asString().contains(said, "check the thermocouple");
    }

    @ParameterizedTest
    @EnumSource(
            value = Quality.class,
            names = {"BAD", "OVERLOAD", "GOOD"})
    void aTemperatureThatHasNoValueAnyMoreIsFound(Quality quality) {
        warm(25);
        see(new Sample(Signal.TEMPERATURE, Double.NaN, quality));
        see(new Sample(Signal.TEMPERATURE, Double.NaN, quality));
        assertThat(findings).singleElement().asString().contains("no value any more", "25.0 °C");
    }

    @Test
    void anInputThatNothingIsPluggedIntoIsNobodysLoss() {
        for (int i = 0; i < 100; i++) {
            see(new Sample(Signal.TEMPERATURE, Double.NaN, Quality.OVERLOAD));
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Quality.class,
            names = {"STALE", "MISSING"})
    void anInstrumentThatIsSlowOrGoneIsToldAsSuch(Quality quality) {
        warm(25);
        for (int i = 0; i < 100; i++) {
            see(new Sample(Signal.TEMPERATURE, 25, quality));
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aChamberMayRampAsQuicklyAsItCan() {
        for (double celsius = -40; celsius < 180; celsius += 0.1) {
            warm(celsius);
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aFindingIsToldOnceAndAgainWhenTheCellIsDrivenAgain() {
        warm(25);
        for (int i = 0; i < 100; i++) {
            warm(1372);
        }
        senses = senses.driven(new Control.Open());
        warm(1372);
        assertThat(findings).hasSize(1);
        drive(new Control.Current(AMPS));
        warm(1372);
        warm(1372);
        assertThat(findings).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,NaN,1", "1,1,-1"})
    void rulesNeedNumbersAboveZero(double jump, double apart, double kelvins) {
        assertThatThrownBy(() -> new SenseRules(jump, apart, kelvins)).hasMessageContaining("above 0");
    }
}
