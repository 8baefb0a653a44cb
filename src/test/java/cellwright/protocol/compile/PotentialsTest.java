package cellwright.protocol.compile;

import static cellwright.protocol.compile.Given.C_5;
import static cellwright.protocol.compile.Given.above;
import static cellwright.protocol.compile.Given.charge;
import static cellwright.protocol.compile.Given.hold;
import static cellwright.protocol.compile.Given.volts;
import static org.assertj.core.api.Assertions.assertThat;

import cellwright.protocol.Amount;
import cellwright.protocol.Electrode;
import cellwright.protocol.Limits;
import cellwright.protocol.Subject;
import cellwright.protocol.Until;
import cellwright.protocol.program.Target;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PotentialsTest {
    @ParameterizedTest
    @CsvSource({
        "2.6, 1.978",
        "2.8, 2.178",
        "3.0, 2.378",
        "4.3, 3.678",
        "4.4, 3.778",
        "4.6, 3.978",
        "4.8, 4.178",
    })
    void lithiumToIndium(double written, double cell) {
        var given = Given.steps(hold(volts(written), Duration.ofHours(1))).envelope(Limits.NONE);
        assertThat(held(given)).isEqualTo(cell);
    }

    @Test
    void ownReferenceGoesBeforeTheProtocols() {
        assertThat(held(Given.steps(hold(volts(3.678, "cell"), Duration.ofHours(1)))))
                .isEqualTo(3.678);
        assertThat(held(Given.steps(hold(volts(3.678, "In/InLi"), Duration.ofHours(1)))))
                .isEqualTo(3.678);
        assertThat(held(Given.steps(hold(volts(4.3, "Li+/Li"), Duration.ofHours(1)))
                        .counter(Optional.of(Electrode.LITHIUM))
                        .envelope(Limits.NONE)))
                .isEqualTo(4.3);
    }

    @Test
    void theCellsOwnValueOfItsElectrodeCounts() {
        var indium = Optional.of(new Electrode("In/InLi", 0.610));
        assertThat(held(Given.steps(hold(volts(4.3), Duration.ofHours(1))).counter(indium)))
                .isEqualTo(3.69);
        assertThat(held(Given.steps(hold(volts(3.6, "In/InLi"), Duration.ofHours(1)))
                        .counter(indium)))
                .isEqualTo(3.6);
        var graphite = Optional.of(new Electrode("graphite", 0.1));
        assertThat(held(Given.steps(hold(volts(3.5, "graphite"), Duration.ofHours(1)))
                        .counter(graphite)))
                .isEqualTo(3.5);
    }

    @Test
    void unknownElectrode() {
        assertThat(Given.steps(hold(volts(4.3, "SHE"), Duration.ofHours(1))).errors())
                .singleElement()
                .asString()
                .contains("\"SHE\" is not known", "Li+/Li, In/InLi");
    }

    @Test
    void noCounterElectrode() {
        assertThat(Given.steps(charge(C_5, above(4.3)))
                        .counter(Optional.empty())
                        .errors())
                .singleElement()
                .asString()
                .contains("versus Li+/Li", "\"A7\"", "add the counter electrode", "cell file");
    }

    @Test
    void notAPotential() {
        var until = new Until.Above(Subject.VOLTAGE, new Amount.CRate(1));
        assertThat(Given.steps(charge(C_5, until)).errors())
                .singleElement()
                .asString()
                .contains("a potential in V");
        assertThat(Given.steps(hold(volts(Double.NaN), Duration.ofHours(1))).errors())
                .singleElement()
                .asString()
                .contains("not one a cell can have");
    }

    private static double held(Given given) {
        return ((Target.Volts) given.firstDrive().target()).volts();
    }
}
