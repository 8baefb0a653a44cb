package cellwright.palmsens;

import static cellwright.palmsens.Rig.GUARD;
import static cellwright.testkit.Failures.assertFails;
import static cellwright.testkit.Qualities.quality;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cellwright.instrument.Control;
import cellwright.instrument.InstrumentException;
import cellwright.instrument.InstrumentException.Kind;
import cellwright.instrument.Quality;
import cellwright.instrument.Reading;
import cellwright.instrument.Sample;
import cellwright.instrument.Signal;
import cellwright.testkit.LineNoise;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Serial and instrument faults, each as the house's catalogue numbers it. */
final class FaultTest {
    private static Rig driving() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.apply(new Control.Current(1e-3), GUARD);
        rig.readFor(Duration.ofSeconds(2));
        return rig;
    }

    /** S1. */
    @Test
    void pulledCableIsLostAndTheInstrumentKeepsItsGuard() throws InstrumentException {
        Rig rig = driving();
        rig.host.cut();
        assertFails(Kind.LOST, rig.emstat::read);
        assertFails(Kind.LOST, rig.emstat::makeSafe);
        assertFails(Kind.LOST, rig.emstat::makeSafe);
        assertThat(rig.instrument.cellOn()).isTrue();
        rig.wait(Duration.ofHours(1));
        assertThat(rig.instrument.cellOn()).isFalse();
    }

    /** S2. */
    @Test
    void swappedInstrumentIsNoticedBeforeAnyCommand() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.read();
        rig.instrument.mischief().silence(true);
        assertFails(Kind.TIMEOUT, rig.emstat::read);
        rig.instrument.mischief().silence(false);
        rig.instrument.mischief().serial("SIMOTHER");
        assertFails(Kind.WRONG_DEVICE, rig.emstat::read).contains("SIMES4HR0001", "SIMOTHER");
        assertFails(Kind.WRONG_DEVICE, () -> rig.emstat.apply(new Control.Current(1e-3), GUARD));
        assertThat(rig.instrument.switched()).isZero();
        rig.instrument.mischief().serial("SIMES4HR0001");
        assertThat(rig.volts()).isEqualTo(3.6, within(1e-6));
    }

    /** S3, S5. */
    @Test
    void spoiltAndLostLinesAreBridged() throws InstrumentException {
        Rig rig = driving();
        for (UnaryOperator<String> how : spoilings()) {
            rig.instrument.mischief().spoil(2, how);
            Reading reading = rig.readFor(Duration.ofMillis(450));
            assertThat(reading.value(Signal.VOLTAGE)).isEqualTo(rig.instrument.volts(), within(1e-4));
            assertThat(reading.value(Signal.CURRENT)).isEqualTo(1e-3, within(1e-9));
        }
        assertThat(rig.instrument.switched()).isEqualTo(1);
    }

    private static List<UnaryOperator<String>> spoilings() {
        return List.of(
                line -> "",
                line -> line.substring(0, line.length() / 2) + "\n",
                line -> line.strip(),
                line -> "\u00fe\u00fe" + line,
                line -> line.replace("db", "dx"),
                line -> line.replace(";", ","),
                line -> "\u0007\n" + line,
                line -> "\n" + line,
                line -> line + "\n\n",
                line -> line.replace("\n", "\r\n"),
                line -> "i!0006\n" + line);
    }

    /** S3: the end of a script of which only the empty line came through. */
    @Test
    void anEmptyLineThatNothingFollowsIsTheEndOfTheScript() throws InstrumentException {
        Rig rig = driving();
        rig.instrument
                .mischief()
                .spoil(Integer.MAX_VALUE, line -> line.startsWith("*") || line.startsWith("Paa") ? "" : line);
        rig.wait(Duration.ofHours(1));
        assertFails(Kind.REFUSED, rig.emstat::read).contains("by itself", "did not say why");
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.amps()).isZero();
    }

    /** S3: one in twenty characters of everything said is wrong. */
    @Test
    void badLineNeverMakesTheDriverStumble() throws InstrumentException {
        Rig rig = driving();
        var noise = new LineNoise(7, 20);
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, noise::on);
        int readings = 0;
        for (int i = 0; i < 600; i++) {
            try {
                rig.emstat.read();
                readings++;
            } catch (InstrumentException named) {
                assertThat(named.kind()).isIn(Kind.TIMEOUT, Kind.GARBLED, Kind.REFUSED, Kind.WRONG_DEVICE);
            }
        }
        assertThat(readings).isPositive();
        rig.instrument.mischief().spoil(0, line -> line);
        rig.emstat.makeSafe();
        assertThat(rig.instrument.cellOn()).isFalse();
    }

    /** S4. */
    @Test
    void answerToTheQuestionBeforeIsNotTakenForTheNext() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.read();
        rig.instrument.mischief().delay(Duration.ofMillis(1500).toNanos());
        assertFails(Kind.TIMEOUT, () -> rig.emstat.apply(new Control.Current(1e-3), GUARD));
        rig.instrument.mischief().delay(0);
        rig.wait(Duration.ofSeconds(2));
        Reading reading = rig.emstat.read();
        assertThat(reading.samples())
                .containsExactly(
                        Sample.good(Signal.VOLTAGE, reading.value(Signal.VOLTAGE)), Sample.good(Signal.CURRENT, 0));
        assertThat(rig.instrument.cellOn()).isFalse();
    }

    /** S7. */
    @Test
    void silenceWhileDrivingIsToldAndTheScriptLeftAlone() throws InstrumentException {
        Rig rig = driving();
        rig.instrument.mischief().drop(20);
        long before = rig.host.clock().nanos();
        assertFails(Kind.TIMEOUT, rig.emstat::read).contains("a reading every 100 ms");
        assertThat(rig.host.clock().nanos() - before).isEqualTo(1_300_000_000L);
        rig.readFor(Duration.ofSeconds(4));
        assertThat(rig.instrument.switched()).isEqualTo(1);
        assertThat(rig.amps()).isEqualTo(1e-3, within(1e-9));
    }

    /** S7: a link that stalled hands over many packages at once; only the last is of now. */
    @Test
    void burstAfterAStallGivesTheNewestReading() throws InstrumentException {
        Rig rig = driving();
        boolean[] hurt = {false};
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, line -> {
            rig.instrument.mischief().delay(hurt[0] ? 0 : Duration.ofMillis(900).toNanos());
            hurt[0] = true;
            return line;
        });
        long before = rig.host.clock().nanos();
        double volts = rig.volts();
        assertThat(rig.host.clock().nanos() - before).isBetween(900_000_000L, 1_100_000_000L);
        assertThat(volts).isEqualTo(rig.instrument.volts(), within(5e-6));
    }

    /** S7. */
    @Test
    void hangingInstrumentIsMadeSafeAsSoonAsItAnswers() throws InstrumentException {
        Rig rig = driving();
        rig.instrument.mischief().silence(true);
        assertFails(Kind.TIMEOUT, rig.emstat::read);
        assertFails(Kind.TIMEOUT, rig.emstat::makeSafe);
        assertThat(rig.instrument.cellOn()).isTrue();
        rig.instrument.mischief().silence(false);
        rig.emstat.makeSafe();
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.amps()).isZero();
    }

    /** S8. */
    @Test
    void rebootIsASilenceAndThenARest() throws InstrumentException {
        Rig rig = driving();
        rig.instrument.reboot();
        assertFails(Kind.TIMEOUT, rig.emstat::read);
        rig.emstat.makeSafe();
        assertThat(rig.amps()).isZero();
        Rig resting = Rig.of();
        resting.emstat.read();
        resting.instrument.reboot();
        assertFails(Kind.TIMEOUT, resting.emstat::read);
        assertThat(resting.volts()).isEqualTo(3.6, within(1e-6));
    }

    /** S9: the relay is welded; only the measured current shows it. */
    @Test
    void stuckRelayShowsInTheCurrentReadBack() throws InstrumentException {
        Rig rig = driving();
        rig.instrument.mischief().stickRelay(true);
        rig.emstat.makeSafe();
        assertThat(rig.emstat.read().value(Signal.CURRENT)).isNotZero();
        assertThat(rig.instrument.cellOn()).isTrue();
    }

    /** S2: lines that know no plug, swapped while both are open. */
    @Test
    void whoeverIsAtTheOtherEndIsAskedBeforeTheCellIsSwitchedOn() throws InstrumentException {
        Rig rig = driving();
        rig.emstat.makeSafe();
        rig.instrument.mischief().serial("SOMEBODY-ELSE");
        assertFails(Kind.WRONG_DEVICE, () -> rig.emstat.apply(new Control.Current(1e-3), GUARD));
        assertThat(rig.instrument.cellOn()).isFalse();
    }

    /** S10, S12: the driver tells what it is told; the engine judges. */
    @Test
    void stuckVoltageIsPassedOn() throws InstrumentException {
        Rig rig = driving();
        rig.instrument.mischief().volts(volts -> 3.7);
        assertThat(rig.readFor(Duration.ofSeconds(1)).value(Signal.VOLTAGE)).isEqualTo(3.7, within(1e-6));
    }

    /** S11. */
    @Test
    void overloadIsNoNumberToJudgeBy() throws InstrumentException {
        Rig rig = driving();
        rig.instrument.mischief().overload(true);
        Reading reading = rig.readFor(Duration.ofMillis(300));
        assertThat(quality(reading, Signal.CURRENT)).isEqualTo(Quality.OVERLOAD);
        assertThat(reading.value(Signal.CURRENT)).isNaN();
        assertThat(quality(reading, Signal.VOLTAGE)).isEqualTo(Quality.GOOD);
    }

    /** S11. */
    @Test
    void whatNoInstrumentCanMeasureIsBad() throws InstrumentException {
        Rig rig = driving();
        rig.instrument.mischief().spoil(3, line -> line.replaceAll("ab8[0-9A-F]{6}u", "abFFFFFFFu"));
        assertThat(quality(rig.emstat.read(), Signal.VOLTAGE)).isEqualTo(Quality.BAD);
        rig.instrument.mischief().spoil(3, line -> line.replaceAll("ab8[0-9A-F]{6}u", "ab     nan"));
        assertThat(quality(rig.readFor(Duration.ofMillis(200)), Signal.VOLTAGE)).isEqualTo(Quality.BAD);
    }

    /** S11: the value after a change of range is told with a reservation. */
    @Test
    void changeOfRangeIsMarked() throws InstrumentException {
        Rig rig = driving();
        rig.instrument.mischief().spoil(1, line -> line.replace(",206", ",205"));
        assertThat(quality(rig.emstat.read(), Signal.VOLTAGE)).isEqualTo(Quality.UNCERTAIN);
        assertThat(quality(rig.emstat.read(), Signal.VOLTAGE)).isEqualTo(Quality.UNCERTAIN);
        assertThat(quality(rig.emstat.read(), Signal.VOLTAGE)).isEqualTo(Quality.GOOD);
    }

    /** An error ends a script without its last block: the driver itself opens the circuit, then tells. */
    @Test
    void scriptErrorIsFollowedByCellOff() throws InstrumentException {
        Rig rig = driving();
        rig.instrument.mischief().fail(0x0032);
        rig.wait(Duration.ofMillis(150));
        assertThat(rig.instrument.cellOn()).isTrue();
        assertThat(rig.instrument.busy()).isFalse();
        assertFails(Kind.REFUSED, rig.emstat::read)
                .contains("0032", "critical overload", "constant current of 1mA", "meas_loop_cp", "Line ");
        assertThat(rig.host.sent().getLast()).isEqualTo("e\ncell_off\n\n");
        assertThat(rig.instrument.cellOn()).isFalse();
        assertThat(rig.amps()).isZero();
    }

    /** The guard is read back before the cell is switched on. */
    @Test
    void limitsThatComeBackChangedAreRefused() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.read();
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, line -> line.replaceAll("jb8[0-9A-F]{6}", "jb8480000"));
        assertFails(Kind.GARBLED, () -> rig.emstat.apply(new Control.Current(1e-3), GUARD))
                .contains("told back other limits");
        assertThat(rig.instrument.switched()).isZero();
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, line -> line.startsWith("Pja") ? "" : line);
        assertFails(Kind.GARBLED, () -> rig.emstat.apply(new Control.Current(1e-3), GUARD))
                .contains("did not tell its limits back");
        assertThat(rig.instrument.cellOn()).isFalse();
    }

    @Test
    void refusedOpeningLeavesNoLinkOpen() throws InstrumentException {
        Rig rig = Rig.of();
        rig.emstat.close();
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, line -> line.replace("es4_hr", "es9_xx"));
        assertFails(Kind.WRONG_DEVICE, () -> rig.open()).contains("es9_xx");
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, line -> line.replace("tes4_hr1500#", "LC-1 "));
        assertFails(Kind.TIMEOUT, () -> rig.open());
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, line -> line.replaceAll("C0+3F+BFE8", "C0"));
        assertFails(Kind.GARBLED, () -> rig.open()).contains("CM");
        rig.instrument.mischief().spoil(Integer.MAX_VALUE, line -> line.replace("FBFFFFE", "F000000"));
        assertFails(Kind.REFUSED, () -> rig.open()).contains("firmware lacks", "store_var");
        assertThat(rig.host.openLinks()).isZero();
    }
}
