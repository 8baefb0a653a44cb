package cellwright.scpi;

import static cellwright.scpi.Rig.GUARD;
import static cellwright.testkit.Failures.assertFails;
import static cellwright.testkit.Qualities.quality;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Signal;
import cellwright.simulator.emulator.scpi.SmuKind;
import cellwright.testkit.LineNoise;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Line and instrument faults, each as the house's catalogue numbers it. */
final class FaultTest {
    private static final Control CHARGE = new Control.Current(1e-3);

    private static Rig driving(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind);
        rig.smu.apply(CHARGE, GUARD);
        rig.readFor(Duration.ofSeconds(2));
        return rig;
    }

    /** S1. */
    @Test
    void pulledCableIsLost() throws InstrumentException {
        Rig rig = driving(SmuKind.K2450);
        rig.host.cut();
        assertFails(Kind.LOST, rig.smu::read);
        assertFails(Kind.LOST, rig.smu::makeSafe);
        assertFails(Kind.LOST, rig.smu::makeSafe);
        assertFails(Kind.LOST, () -> rig.smu.apply(CHARGE, GUARD));
    }

    /** S2: nothing is sent to the other instrument but the question who it is. */
    @ParameterizedTest
    @EnumSource
    void swappedInstrumentIsNoticedBeforeAnyCommand(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind);
        rig.smu.read();
        rig.instrument.mischief().silence(true);
        assertFails(Kind.TIMEOUT, rig.smu::read);
        rig.instrument.mischief().silence(false);
        rig.instrument.mischief().badge("KEITHLEY INSTRUMENTS INC.,MODEL 2450,SIMOTHER,1.0.0i");
        int sent = rig.host.sent().size();
        assertFails(Kind.WRONG_DEVICE, rig.smu::read).contains("SIMOTHER");
        assertFails(Kind.WRONG_DEVICE, () -> rig.smu.apply(CHARGE, GUARD));
        assertThat(rig.host.sent().subList(sent, rig.host.sent().size()))
                .extracting(String::strip)
                .containsOnly("", "*IDN?");
        rig.instrument.mischief().badge("KEITHLEY INSTRUMENTS INC.,MODEL 2999," + kind.name() + ",1.0.0i");
        assertFails(Kind.WRONG_DEVICE, rig.smu::read).contains("2999");
    }

    @ParameterizedTest
    @EnumSource
    void instrumentThatComesBackIsTakenUpAgain(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.mischief().silence(true);
        assertFails(Kind.TIMEOUT, rig.smu::read);
        rig.instrument.mischief().silence(false);
        assertThat(rig.amps()).isZero();
        rig.smu.apply(CHARGE, GUARD);
        assertThat(rig.amps()).isEqualTo(1e-3, within(1e-9));
    }

    /** S3, S5: one spoilt answer costs a question, not the control. */
    @ParameterizedTest
    @EnumSource
    void spoiltAndLostAnswersAreBridged(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        long switched = rig.instrument.switched();
        for (UnaryOperator<String> how : spoilings()) {
            rig.instrument.mischief().spoil(1, how);
            rig.wait(Duration.ofSeconds(1));
            Reading reading = rig.smu.read();
            assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(rig.instrument.volts(), within(1e-3));
            assertThat(reading.value(Signal.CURRENT)).isEqualTo(1e-3, within(1e-9));
        }
        assertThat(rig.instrument.switched()).isEqualTo(switched);
    }

    private static List<UnaryOperator<String>> spoilings() {
        return List.of(
                line -> "",
                line -> line.strip(),
                line -> "\u00fe\u00fe" + line,
                line -> line.replace("1", "?"),
                line -> "\u0007\n" + line,
                line -> line.replaceAll("[\r\n]", "\r\n"),
                line -> "0,\"No error\"\r" + line,
                line -> "1.5,2.5\n" + line);
    }

    /** S3: one in twenty characters of everything said is wrong. */
    @ParameterizedTest
    @EnumSource
    void badLineNeverMakesTheDriverStumble(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        var noise = new LineNoise(7, 20);
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, noise::on);
        for (int i = 0; i < 200; i++) {
            try {
                rig.smu.read();
            } catch (InstrumentException named) {
                assertThat(named.kind()).isIn(Kind.TIMEOUT, Kind.GARBLED, Kind.REFUSED, Kind.WRONG_DEVICE);
            }
        }
        rig.instrument.mischief().spoil(0, line -> line);
        rig.smu.makeSafe();
        assertThat(rig.instrument.connected()).isFalse();
    }

    /** S4: never an answer of before, and nobody watches, so the output goes off. */
    @ParameterizedTest
    @EnumSource
    void answerToTheQuestionBeforeIsNotTakenForTheNext(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.mischief().oneBehind(true);
        assertFails(Kind.GARBLED, rig.smu::read);
        assertFails(Kind.GARBLED, rig.smu::read);
        assertThat(rig.instrument.outputOn()).isFalse();
        rig.instrument.mischief().oneBehind(false);
        rig.wait(Duration.ofSeconds(5));
        assertThat(rig.volts()).isEqualTo(rig.instrument.volts(), within(1e-6));
    }

    /** S4, S7. */
    @ParameterizedTest
    @EnumSource
    void lateAnswerIsNotTakenForTheNext(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.mischief().delay(Duration.ofMillis(750).toNanos());
        long before = rig.host.clock().nanos();
        assertFails(Kind.GARBLED, rig.smu::read);
        assertThat(rig.host.clock().nanos() - before)
                .isLessThan(Duration.ofSeconds(6).toNanos());
        assertThat(rig.instrument.outputOn()).isFalse();
        rig.instrument.mischief().delay(0);
        rig.wait(Duration.ofMillis(700));
        assertThat(rig.amps()).isZero();
        assertThat(rig.volts()).isEqualTo(rig.instrument.volts(), within(1e-4));
    }

    /** S7: silent while driving; the commands that open the relay leave all the same. */
    @ParameterizedTest
    @EnumSource
    void silenceWhileDrivingSwitchesTheOutputOff(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, line -> "");
        assertFails(Kind.TIMEOUT, rig.smu::read).contains("*IDN?", "500 ms");
        assertThat(rig.instrument.connected()).isFalse();
    }

    /** S8: power lost; the off-state of the factory is taken off the cell before anybody is told. */
    @ParameterizedTest
    @EnumSource
    void rebootIsNoticedAtTheNextReading(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.reboot();
        assertThat(rig.instrument.connected()).isTrue();
        assertFails(Kind.REFUSED, rig.smu::read).contains("switched its output off by itself");
        assertThat(rig.instrument.connected()).isFalse();
        assertThat(rig.amps()).isZero();
    }

    /** S8: it is on after a reboot, but no longer does what it was told. */
    @ParameterizedTest
    @EnumSource
    void forgottenSettingsAreNoticedAfterAFailure(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.reboot();
        rig.instrument.pressOutput(true);
        rig.instrument.mischief().spoil(1, line -> "");
        assertFails(Kind.REFUSED, rig.smu::read).contains("was told", "HIMP", "NORM");
        assertThat(rig.instrument.connected()).isFalse();
    }

    /** S9: the relay is welded and the instrument says it is open; only the current read back shows it. */
    @ParameterizedTest
    @EnumSource
    void stuckRelayShowsInTheCurrentReadBack(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.mischief().stickRelay(true);
        rig.smu.makeSafe();
        assertThat(rig.instrument.connected()).isTrue();
        assertFails(Kind.REFUSED, rig.smu::read);
    }

    /** S9: told off and says on. */
    @ParameterizedTest
    @EnumSource
    void outputThatStaysOnIsToldLoudly(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.mischief().ignore(command -> command.equals(":OUTP OFF"));
        assertFails(Kind.REFUSED, rig.smu::makeSafe).contains("DOES NOT CONFIRM AN OPEN RELAY", "take the cell off");
        assertFails(Kind.REFUSED, rig.smu::makeSafe);
        rig.instrument.mischief().ignore(command -> false);
        rig.smu.makeSafe();
        assertThat(rig.instrument.connected()).isFalse();
    }

    /** The off-state is not accepted: nothing is ever switched on. */
    @ParameterizedTest
    @EnumSource
    void withoutTheOpenOffStateNothingIsSwitchedOn(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind);
        rig.smu.close();
        rig.instrument.reboot();
        rig.instrument.mischief().refuseOffState(true);
        assertFails(Kind.REFUSED, () -> rig.open()).contains("NORM instead of HIMP");
        assertThat(rig.host.openLinks()).isZero();
        rig.instrument.mischief().refuseOffState(false);
        Smu smu = rig.open("rest", "off");
        rig.instrument.reboot();
        rig.instrument.mischief().refuseOffState(true);
        assertFails(Kind.REFUSED, () -> smu.apply(CHARGE, GUARD)).contains("NORM instead of HIMP");
        assertThat(rig.instrument.switched()).isZero();
    }

    /** S9: every single setting is read back; one that is not made keeps the output off. */
    @ParameterizedTest
    @EnumSource
    void settingThatIsNotMadeKeepsTheOutputOff(SmuKind kind) throws InstrumentException {
        List<String> settings = kind == SmuKind.K2400
                ? List.of(":SENS:CURR:PROT ", ":SOUR:VOLT ", ":SOUR:FUNC ", ":SYST:RSEN ", ":SOUR:VOLT:PROT ")
                : List.of(":SOUR:VOLT:ILIM ", ":SOUR:VOLT ", ":SOUR:FUNC ", ":SENS:VOLT:RSEN ", ":SOUR:VOLT:PROT ");
        for (String setting : settings) {
            Rig rig = Rig.of(kind);
            rig.smu.close();
            rig.instrument.reboot();
            rig.instrument.mischief().ignore(command -> command.startsWith(setting));
            Smu smu = rig.open();
            assertFails(Kind.REFUSED, () -> smu.apply(CHARGE, GUARD)).contains("was told \"" + setting);
            assertThat(rig.instrument.connected()).as(setting).isFalse();
            assertThat(rig.instrument.amps()).as(setting).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void errorQueueIsToldInTheInstrumentsWords(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind);
        rig.smu.read();
        rig.instrument.complain(-221, "Settings conflict");
        assertFails(Kind.REFUSED, () -> rig.smu.apply(CHARGE, GUARD)).contains("-221 \"Settings conflict\"");
        assertThat(rig.instrument.connected()).isFalse();
        rig.smu.apply(CHARGE, GUARD);
        assertThat(rig.amps()).isEqualTo(1e-3, within(1e-9));
        rig.instrument.complain(-310, "System error");
        rig.instrument.complain(-311, "Memory error");
        assertFails(Kind.REFUSED, () -> rig.smu.apply(new Control.Current(2e-3), GUARD))
                .contains("after \"change\"", "-310", "-311 \"Memory error\"");
        assertThat(rig.instrument.connected()).isFalse();
    }

    /** S10, S12: the driver tells what it is told; the engine judges, and here the guard. */
    @ParameterizedTest
    @EnumSource
    void stuckVoltageIsPassedOn(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.mischief().volts(volts -> 3.7);
        assertThat(rig.volts()).isEqualTo(3.7, within(1e-6));
        rig.instrument.mischief().volts(volts -> -volts);
        rig.smu.read();
        assertFails(Kind.REFUSED, rig.smu::read).contains("outside the guard");
        assertThat(rig.instrument.connected()).isFalse();
    }

    /** S11. */
    @ParameterizedTest
    @EnumSource
    void overflowIsNoNumberToJudgeBy(SmuKind kind) throws InstrumentException {
        Rig rig = driving(kind);
        rig.instrument.mischief().overload(true);
        Reading reading = rig.smu.read();
        assertThat(quality(reading, Signal.CURRENT)).isEqualTo(Quality.OVERLOAD);
        assertThat(reading.value(Signal.CURRENT)).isNaN();
        rig.instrument.mischief().overload(false).volts(volts -> 9.91e37);
        assertThat(quality(rig.smu.read(), Signal.VOLTAGE)).isEqualTo(Quality.OVERLOAD);
        rig.instrument.mischief().volts(volts -> volts);
        rig.instrument.mischief().clamp(true);
        assertThat(quality(rig.smu.read(), Signal.VOLTAGE)).isEqualTo(Quality.BAD);
    }

    /** A current source in its limit no longer drives the current it was told. */
    @ParameterizedTest
    @EnumSource
    void trippedLimitIsAReservation(SmuKind kind) throws InstrumentException {
        Rig rig = Rig.of(kind, "regulate", "source");
        rig.smu.apply(CHARGE, GUARD);
        assertThat(quality(rig.smu.read(), Signal.CURRENT)).isEqualTo(Quality.GOOD);
        rig.instrument.mischief().trip(true);
        assertThat(quality(rig.smu.read(), Signal.CURRENT)).isEqualTo(Quality.UNCERTAIN);
        rig.smu.makeSafe();
        Reading voltmeter = rig.smu.read();
        assertThat(quality(voltmeter, Signal.VOLTAGE)).isEqualTo(Quality.OVERLOAD);
    }

    @Test
    void otherCommandSetIsRefused() throws InstrumentException {
        Rig rig = Rig.of(SmuKind.K2450);
        rig.smu.close();
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, line -> line.replace("SCPI", "TSP"));
        assertFails(Kind.REFUSED, () -> rig.open()).contains("command set TSP", "*LANG SCPI");
        assertThat(rig.host.openLinks()).isZero();
    }
}
