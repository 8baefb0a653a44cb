package cellwright.simulator.emulator.scpi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.simulator.cell.Ageing;
import cellwright.simulator.cell.Anode;
import cellwright.simulator.cell.CathodeLibrary;
import cellwright.simulator.cell.CellDesign;
import cellwright.simulator.cell.Composite;
import cellwright.simulator.cell.Layers;
import cellwright.simulator.cell.ParticleCell;
import cellwright.simulator.cell.Separator;
import cellwright.simulator.cell.Stack;
import cellwright.simulator.cell.Standing;
import cellwright.simulator.cell.Warmth;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.EmulatedCell;
import cellwright.simulator.emulator.ModelCell;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The emulated instrument by itself, asked by hand. */
final class EmulatedSmuTest {
    private static final String HIGH_IMPEDANCE = ":OUTP:SMOD HIMP";

    private final CircuitCell cell = CircuitCell.pellet(3.6);
    private EmulatedSmu smu = new EmulatedSmu(SmuKind.K2450, cell, 0);
    private long nowNanos;

    private String say(String line) {
        smu.receive((line + "\n").getBytes(ISO_8859_1), nowNanos);
        nowNanos += Duration.ofSeconds(1).toNanos();
        return new String(smu.fetch(nowNanos), ISO_8859_1);
    }

    private void wait(Duration time) {
        nowNanos += time.toNanos();
        smu.advance(nowNanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":SOUR:VOLT:ILIM 2e-3;:SOUR:VOLT:ILIM?",
                "sour:volt:ilim:lev .002;:SOURCE:VOLTAGE:ILIMIT:LEVEL?",
                ":SOURce1:VOLTage:ILIMit 2.0E-3;:sour1:volt:ilim?"
            })
    void headersAreKnownInLongAndShortForm(String line) {
        assertThat(say(line)).isEqualTo("2.000000E-03\n");
    }

    @Test
    void onlyQuestionsAreAnsweredAndFaultsQueue() {
        assertThat(say(":SOUR:VOLT 3.6")).isEmpty();
        assertThat(say(":SOUR:OHM 3.6")).isEmpty();
        assertThat(say(":SOUR:VOLT 1e9")).isEmpty();
        assertThat(say(":OUTP:SMOD SHUT;:SOUR:VOLT?")).isEqualTo("3.600000E+00\n");
        assertThat(say(":SYST:ERR?")).isEqualTo("-113,\"Undefined header\"\n");
        assertThat(say(":SYST:ERR?;:SYST:ERR?"))
                .isEqualTo("-222,\"Parameter data out of range\";-224,\"Illegal parameter value\"\n");
        assertThat(say(":SYST:ERR?")).isEqualTo("0,\"No error\"\n");
        for (int i = 0; i < 20; i++) {
            say("*FOO");
        }
        String last = "";
        for (int i = 0; i < 10; i++) {
            last = say(":SYST:ERR?");
        }
        assertThat(last).isEqualTo("-350,\"Queue overflow\"\n");
        assertThat(say(":SYST:ERR?")).isEqualTo("0,\"No error\"\n");
    }

    @Test
    void offInTheStateOfTheFactoryIsALoad() {
        assertThat(smu.outputOn()).isFalse();
        assertThat(smu.connected()).isTrue();
        assertThat(smu.amps()).isNegative();
        say(HIGH_IMPEDANCE);
        assertThat(smu.connected()).isFalse();
        assertThat(smu.amps()).isZero();
        double before = cell.openVolts();
        wait(Duration.ofDays(3));
        assertThat(cell.openVolts()).isEqualTo(before);
        assertThat(say(":READ? \"defbuffer1\",READ,SOUR")).isEqualTo("0.000000E+00,0.000000E+00\n");
    }

    @ParameterizedTest
    @CsvSource({"3.8, 1e-3, 1e-3, 1", "3.4, 2e-3, -2e-3, 1", "3.602, 1, 1e-4, 0"})
    void voltageSourceStopsAtItsLimitInBothDirections(double volts, double limit, double amps, String tripped) {
        say(HIGH_IMPEDANCE + ";:SOUR:FUNC VOLT;:SOUR:VOLT " + volts + ";:SOUR:VOLT:ILIM " + limit + ";:OUTP ON");
        smu.advance(nowNanos);
        assertThat(smu.amps()).isEqualTo(amps, within(5e-5));
        assertThat(say(":SOUR:VOLT:ILIM:TRIP?")).isEqualTo(tripped + "\n");
    }

    @Test
    void currentSourceWithItsLimitBelowTheCellLoadsIt() {
        say(HIGH_IMPEDANCE + ";:SOUR:FUNC CURR;:SOUR:CURR 0;:SOUR:CURR:VLIM 3.0;:OUTP ON");
        assertThat(smu.amps()).isLessThan(-1e-2);
        assertThat(say(":SOUR:CURR:VLIM:TRIP?")).isEqualTo("1\n");
    }

    @Test
    void changeOfTheSourceSwitchesOff() {
        say(HIGH_IMPEDANCE + ";:SOUR:FUNC CURR;:OUTP ON");
        assertThat(say(":OUTP?")).isEqualTo("1\n");
        say(":SOUR:FUNC VOLT");
        assertThat(say(":OUTP?")).isEqualTo("0\n");
    }

    @Test
    void valueBeyondAFixedRangeIsTheNumberForOverflow() {
        say(HIGH_IMPEDANCE + ";:SOUR:FUNC CURR;:SENS:FUNC \"VOLT\";:SENS:VOLT:RANG 2;:OUTP ON");
        assertThat(say(":READ?")).isEqualTo("9.900000E+37\n");
        say(":SENS:VOLT:RANG:AUTO ON");
        assertThat(say(":READ?")).isEqualTo("3.600000E+00\n");
    }

    @Test
    void theOlderOneMeasuresOnlyWithItsOutputOn() {
        smu = new EmulatedSmu(SmuKind.K2400, cell, 0);
        say(HIGH_IMPEDANCE);
        assertThat(say(":READ?")).isEmpty();
        assertThat(say(":SYST:ERR?")).isEqualTo("803,\"Not permitted with OUTPUT off\"\r");
        say(":SOUR:FUNC CURR;:SENS:FUNC 'VOLT';:FORM:ELEM STAT,CURR,VOLT;:OUTP ON");
        assertThat(say(":READ?")).isEqualTo("+3.600000E+00,+0.000000E+00,+3.891600E+04\r");
    }

    @ParameterizedTest
    @EnumSource
    void aModelledCellIsCharged(SmuKind kind) {
        smu = new EmulatedSmu(kind, modelled(), 0);
        String limit = kind == SmuKind.K2400 ? ":SENS:CURR:PROT 2e-4" : ":SOUR:VOLT:ILIM 2e-4";
        say(HIGH_IMPEDANCE + ";:SOUR:FUNC VOLT;:SOUR:VOLT 4.0;" + limit + ";:OUTP ON");
        assertThat(smu.amps()).isEqualTo(2e-4, within(1e-9));
        double before = smu.volts();
        wait(Duration.ofHours(1));
        assertThat(smu.volts()).isBetween(before + 0.005, 4.0);
        wait(Duration.ofHours(12));
        assertThat(smu.volts()).isEqualTo(4.0, within(1e-4));
        assertThat(smu.amps()).isBetween(0.0, 1e-4);
    }

    /** A thin powder cell of about 1 mAh, half charged, that settles at once. */
    private static EmulatedCell modelled() {
        double squareMetres = 0.7854e-4;
        var design = new CellDesign(
                "A7",
                CathodeLibrary.NCM85,
                6.22e-2 * squareMetres,
                squareMetres,
                1,
                new Composite(0.8, 0.1, 2, 0.33),
                Separator.Pellets.ZHOU_2022,
                Anode.IndiumLithium.ZHOU_2022,
                12,
                Ageing.NONE,
                Warmth.OF_THE_CHAMBER,
                Stack.RIGID);
        var model = new ParticleCell(design, 1, 0.5, new Standing(298.15, 250e6), 2e-4, Layers.LEFT_OUT, 0);
        return new ModelCell(model, 0, 0.1, hertz -> new EmulatedCell.Impedance(0, 0));
    }
}
