package cellwright.palmsens;

import static cellwright.palmsens.Rig.GUARD;

import cellwright.instrument.Control;
import cellwright.instrument.Driver;
import cellwright.instrument.Guard;
import cellwright.instrument.ImpedanceAnalyser;
import cellwright.instrument.Instrument;
import cellwright.instrument.Potentiostat;
import cellwright.instrument.Spectrum;
import cellwright.instrument.Sweep;
import cellwright.simulator.emulator.CircuitCell;
import cellwright.simulator.emulator.palmsens.EmulatedPalmSens;
import cellwright.simulator.emulator.palmsens.Profile;
import cellwright.testkit.SessionContract;
import cellwright.testkit.Tale;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Sessions with potentiostats on pellet cells. */
final class PalmSensSessionTest implements SessionContract<EmulatedPalmSens> {
    /** When an emulated instrument is switched on. */
    private static final long SWITCHED_ON_NANOS = 0;

    @Override
    public Driver driver() {
        return new PalmSensDriver();
    }

    /** An opening and a stopped charge put together from the maker's published lines, not from the emulated instrument. */
    @Override
    public List<String> byHand() {
        return List.of("published-lines");
    }

    private static Scenario<EmulatedPalmSens> scenario(
            String name, String story, Supplier<EmulatedPalmSens> instrument, Play<EmulatedPalmSens> play) {
        return new Scenario<>(name, story, Map.of("link", "serial:emstat"), clock -> instrument.get(), play);
    }

    private static EmulatedPalmSens pellet() {
        return cell(3.6);
    }

    private static EmulatedPalmSens cell(double volts) {
        return new EmulatedPalmSens(Profile.EMSTAT4_HR, CircuitCell.pellet(volts), SWITCHED_ON_NANOS);
    }

    private static EmulatedPalmSens small() {
        var cell = new CircuitCell(3.6, 0.05, 20, 10, 0.02);
        return new EmulatedPalmSens(Profile.EMSTAT4_HR, cell, SWITCHED_ON_NANOS);
    }

    private static EmulatedPalmSens pico() {
        return new EmulatedPalmSens(Profile.EMSTAT_PICO, CircuitCell.pellet(1.5), SWITCHED_ON_NANOS);
    }

    private static EmulatedPalmSens old() {
        return new EmulatedPalmSens(Profile.EMSTAT4_HR, CircuitCell.pellet(3.6), SWITCHED_ON_NANOS, false);
    }

    private static void drive(Instrument emstat, Control control, Tale tale) {
        drive(emstat, control, GUARD, tale);
    }

    private static void drive(Instrument emstat, Control control, Guard guard, Tale tale) {
        tale.tell(() -> ((Potentiostat) emstat).apply(control, guard));
    }

    private static void measure(Instrument emstat, Sweep sweep, Tale tale) {
        tale.tell(() -> {
            Spectrum spectrum = ((ImpedanceAnalyser) emstat).measure(sweep, point -> true);
            spectrum.points()
                    .forEach(point -> tale.add((float) point.hertz() + " Hz: " + (float) point.real() + " "
                            + (float) point.imaginary() + "j ohm " + point.quality()));
        });
    }

    private static void charge(Instrument emstat, Tale tale) {
        drive(emstat, new Control.Current(1e-3), tale);
        tale.read(emstat);
        tale.read(emstat);
        tale.tell(emstat::makeSafe);
        tale.read(emstat);
    }

    @Override
    public List<Scenario<EmulatedPalmSens>> scenarios() {
        return List.of(
                scenario(
                        "opening",
                        "Who it is and what its firmware knows; nothing is switched.",
                        PalmSensSessionTest::pellet,
                        (emstat, instrument, clock, tale) ->
                                tale.add(((Potentiostat) emstat).envelope().toString())),
                scenario(
                        "pico",
                        "A Pico says who it is; what it cannot do is refused unsent.",
                        PalmSensSessionTest::pico,
                        (emstat, instrument, clock, tale) -> {
                            var guard = new Guard(0.5, 1.9, 1e-3, 60_000_000_000L);
                            drive(emstat, new Control.Current(1e-4), guard, tale);
                            drive(emstat, new Control.Voltage(3.6, 1e-3), guard, tale);
                            drive(emstat, new Control.Voltage(1.501, 1e-3), guard, tale);
                            tale.read(emstat);
                        }),
                scenario(
                        "rest",
                        "The open cell is read by a script that never switches it on.",
                        PalmSensSessionTest::pellet,
                        (emstat, instrument, clock, tale) -> {
                            tale.read(emstat);
                            tale.read(emstat);
                        }),
                scenario(
                        "constant-current",
                        "1 mA within limits; stopped in the middle of the loop.",
                        PalmSensSessionTest::pellet,
                        (emstat, instrument, clock, tale) -> charge(emstat, tale)),
                scenario(
                        "published-lines",
                        "",
                        PalmSensSessionTest::pellet,
                        (emstat, instrument, clock, tale) -> charge(emstat, tale)),
                scenario(
                        "limit",
                        "The cell is full at once: the script says why it ends, and the circuit is open.",
                        () -> cell(4.2795),
                        (emstat, instrument, clock, tale) -> {
                            drive(emstat, new Control.Current(1e-3), tale);
                            for (int i = 0; i < 4; i++) {
                                tale.read(emstat);
                            }
                        }),
                scenario(
                        "outside",
                        "A cell outside its limits is not switched on.",
                        () -> cell(4.4),
                        (emstat, instrument, clock, tale) -> drive(emstat, new Control.Current(-1e-3), tale)),
                scenario(
                        "hold",
                        "A hold that a current leads to; the circuit is open between the two.",
                        PalmSensSessionTest::small,
                        (emstat, instrument, clock, tale) -> {
                            drive(emstat, new Control.Voltage(3.631, 1e-3), tale);
                            for (int i = 0; i < 8; i++) {
                                tale.read(emstat);
                            }
                        }),
                scenario(
                        "peis",
                        "Three points of a potentiostatic spectrum.",
                        PalmSensSessionTest::pellet,
                        (emstat, instrument, clock, tale) ->
                                measure(emstat, new Sweep(Sweep.Mode.POTENTIOSTATIC, 0.01, 1000, 10, 1, false), tale)),
                scenario(
                        "geis",
                        "Three points of a galvanostatic spectrum.",
                        PalmSensSessionTest::pellet,
                        (emstat, instrument, clock, tale) ->
                                measure(emstat, new Sweep(Sweep.Mode.GALVANOSTATIC, 1e-4, 1000, 10, 1, false), tale)),
                scenario(
                        "refused-script",
                        "Firmware without add_meas refuses a script while it reads it.",
                        PalmSensSessionTest::old,
                        (emstat, instrument, clock, tale) -> drive(emstat, new Control.Current(1e-3), tale)),
                scenario(
                        "broken-off",
                        "A running script breaks off with an error: the driver opens the circuit.",
                        PalmSensSessionTest::pellet,
                        (emstat, instrument, clock, tale) -> {
                            drive(emstat, new Control.Current(1e-3), tale);
                            tale.read(emstat);
                            instrument.mischief().fail(0x0032);
                            tale.read(emstat);
                            tale.read(emstat);
                        }),
                scenario(
                        "overload",
                        "Status and range of a package become quality.",
                        PalmSensSessionTest::pellet,
                        (emstat, instrument, clock, tale) -> {
                            drive(emstat, new Control.Current(1e-3), tale);
                            tale.read(emstat);
                            instrument.mischief().overload(true);
                            tale.read(emstat);
                            instrument.mischief().overload(false).spoil(1, line -> line.replace(",206", ",205"));
                            for (int i = 0; i < 3; i++) {
                                tale.read(emstat);
                            }
                        }));
    }
}
